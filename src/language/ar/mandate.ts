import type { mandateEn, notesEn } from "../en/mandate.ts";

export const mandateAr: Record<keyof typeof mandateEn, string> = {
  "mandate.yours": "تفويضك",
  "mandate.delegate": "تجلس في مقعد",
  "mandate.interests": "مصالحك",
  "mandate.positions": "مواقفك",
  "mandate.positions.note": "ما تفوّضك به عاصمتك. يتغير حين يعطيه ما يجري على الطاولة سبباً.",
  "mandate.positions.others": "مواقفك الأخرى",
  "mandate.now": "الآن",
  "mandate.holds": "يتمسك بقيمة لا تقل عن {worth}",
  "mandate.or": " أو ",
  "mandate.options": "ما تساويه الخيارات لك",
  "mandate.options.note": "بالنقاط من مئة، وقيمة الحزمة مجموع خياراتها.",
  "mandate.status_quo": "(الوضع القائم)",
  "mandate.linkages": "خيارات يزيد اجتماعها القيمة أو ينقصها",
  "mandate.red_lines": "خطوطك الحمراء",
  "mandate.red_lines.note": "ما لا توقّع عليه مهما كان المقابل.",
  "mandate.no_deal": "إن لم يكن هناك اتفاق",
  "mandate.no_deal.unsaid": "ما يساويه لك عدم الاتفاق: حد انسحابك.",
  "mandate.no_deal.note": "هذا حد انسحابك: حزمة أقل قيمة منه أسوأ من لا شيء.",
  "mandate.no_deal.falls": "ينخفض {drift} في كل جولة.",
  "mandate.no_deal.rises": "يرتفع {drift} في كل جولة.",
  "mandate.no_deal.steady": "لا يغيّره الوقت.",
  "mandate.levers": "أوراق الضغط لديك",
  "mandate.lever":
    "على {party}؛ تكلّفك {cost} من النقاط؛ {uses, plural, zero {لا تُستعمل} one {تُستعمل مرة واحدة} two {تُستعمل مرتين} few {تُستعمل # مرات} many {تُستعمل # مرة} other {تُستعمل # مرة}}.",
  "mandate.rules": "كيف تعمل الطاولة",
  "mandate.rules.turns":
    "عدد الجولات: {rounds, plural, zero {#} one {جولة واحدة} two {جولتان} few {# جولات} many {# جولة} other {# جولة}}. في دوره يقول الطرف شيئاً واحداً: عرض، أو تبنّي عرض غيره، أو طلب نص، أو تمرير الدور، أو الانسحاب.",
  "mandate.rules.floor": "كل ما يُطرح يجيب عنه الآخرون فوراً بأجوبة مختومة، ثم تُفتح الأجوبة مع أسبابها.",
  "mandate.rules.binding":
    "يُوقَّع النص حين {atLeast, plural, zero {لا يقبله أحد} one {يقبله طرف واحد} two {يقبله طرفان} few {تقبله # أطراف} many {يقبله # طرفاً} other {يقبله # طرف}}، ومن بينهم:",
  "mandate.rules.mediator":
    "يكتب الوسيط نصاً حين {asks, plural, zero {لا يطلبه أحد} one {يطلبه طرف واحد} two {يطلبه طرفان} few {تطلبه # أطراف} many {يطلبه # طرفاً} other {يطلبه # طرف}}، أو ابتداءً من الجولة {from, number}؛ ويُعرض نصه الأخير على تصويت نهائي.",
  "mandate.rules.words": "كلمات هذه الطاولة:",
  "mandate.go": "الجلوس إلى الطاولة",
  "mandate.back": "العودة إلى الطاولة",
  "mandate.go.note": "يبقى تفويضك إلى جانبك هناك.",
};

export const notesAr: Record<keyof typeof notesEn, string> = {
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
