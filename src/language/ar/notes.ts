import type { notes as english } from "../en/notes.ts";

export const notes: Record<keyof typeof english, string> = {
  "notes.title": "ملاحظاتك",
  "notes.note": "لك وحدك. تُحفظ مع هذه اللعبة وفي سجلها، وتظهر من جديد في النهاية.",
  "notes.target": "النتيجة التي تنوي بلوغها (من 0 إلى 100)",
  "notes.target.note": "عدم الاتفاق يساوي لك {walkAway}، وأفضل ما تريده عاصمتك {top}.",
  "notes.target.note.mediator": "بين 0 و100.",
  "notes.target.bad": "بين 0 و100 من فضلك: لم يُحفظ هذا.",
  "notes.plan": "خطتك",
  "notes.plan.note": "ماذا تطلب أولاً، وماذا تستطيع أن تعطي، ومقابل ماذا؟",
  "notes.notes": "ملاحظات",
  "notes.written": "ما كتبته قبل المحادثات وفي أثنائها",
  "notes.written.target": "كنت تنوي بلوغ {target}.",
};
