import type { mandateEn, notesEn } from "../en/mandate.ts";

export const mandateAr: Record<keyof typeof mandateEn, string> = {
  "mandate.yours": "{word_mandate}",
  "mandate.delegate": "تجلس في مقعد",
  "mandate.interests": "مصالحك",
  "mandate.positions": "مواقفك",
  "mandate.positions.note": "بتفويض من {word_capital}. وتتغير المواقف حين يعطي مجرى المحادثات سبباً لذلك.",
  "mandate.positions.others": "مواقفك الأخرى",
  "mandate.now": "الآن",
  "mandate.holds": "يتمسك بقيمة لا تقل عن {worth}",
  "mandate.or": " أو ",
  "mandate.options": "ما تساويه الخيارات لك",
  "mandate.options.note": "بالنقاط من مئة، وقيمة البنود مجموع قيم خياراتها.",
  "mandate.status_quo": "(الوضع القائم)",
  "mandate.linkages": "خيارات يزيد اجتماعها القيمة أو ينقصها",
  "mandate.red_lines": "خطوطك الحمراء",
  "mandate.red_lines.note": "ما لا توقّع عليه مهما كان المقابل.",
  "mandate.no_deal": "في حال عدم الاتفاق",
  "mandate.no_deal.unsaid": "ما يساويه لك عدم الاتفاق: حد انسحابك.",
  "mandate.no_deal.note": "هذا حد انسحابك: كل بنود دونه أسوأ من عدم الاتفاق.",
  "mandate.no_deal.falls": "ينخفض {drift} في كل {word_a_round}.",
  "mandate.no_deal.rises": "يرتفع {drift} في كل {word_a_round}.",
  "mandate.no_deal.steady": "لا يغيّره الوقت.",
  "mandate.levers": "أوراق الضغط لديك",
  "mandate.lever":
    "على {party}؛ كلفتها عليك {cost, plural, zero {لا شيء} one {نقطة واحدة} two {نقطتان} few {# نقاط} many {# نقطة} other {# نقطة}}؛ {uses, plural, zero {لا تُستعمل} one {تُستعمل مرة واحدة} two {تُستعمل مرتين} few {تُستعمل # مرات} many {تُستعمل # مرة} other {تُستعمل # مرة}}.",
  "mandate.rules": "كيف تجري المحادثات",
  "mandate.rules.turns":
    "عدد {word_rounds}: {rounds, number}. في كل دور خطوة واحدة: تقديم عرض، أو تبنّي عرض طرف آخر، أو طلب {word_a_text}، أو تمرير الدور، أو الانسحاب.",
  "mandate.rules.floor": "كل ما يُطرح يردّ عليه الآخرون فوراً. الردود سرّية وتُكشف معاً، ومعها أسبابها.",
  "mandate.rules.binding":
    "يتم التوقيع حين {atLeast, plural, zero {لا يقبل أحد} one {يقبل طرف واحد} two {يقبل طرفان} few {تقبل # أطراف} many {يقبل # طرفاً} other {يقبل # طرف}}، ومن بينها:",
  "mandate.rules.mediator":
    "يتولى {word_mediator} كتابة {word_text} بعد {asks, plural, zero {# طلب} one {طلب طرف واحد} two {طلب طرفين} few {طلب # أطراف} many {طلب # طرفاً} other {طلب # طرف}}، أو ابتداءً من {word_round} {from, number}. وعلى آخر {word_a_text} تصويت نهائي.",
  "mandate.rules.words": "المصطلحات المستعملة هنا:",
  "mandate.go": "الجلوس إلى {word_table}",
  "mandate.back": "العودة إلى {word_table}",
  "mandate.go.note": "وهناك تجد {word_mandate} إلى جانبك.",
};

export const notesAr: Record<keyof typeof notesEn, string> = {
  "notes.title": "ملاحظاتك",
  "notes.note": "لك وحدك. تُحفظ مع هذه اللعبة وفي سجلها، وتظهر من جديد في النهاية.",
  "notes.target": "النتيجة التي تنوي بلوغها (من 0 إلى 100)",
  "notes.target.note": "عدم الاتفاق يساوي لك {walkAway}، وأقصى آمال {word_capital} {top}.",
  "notes.target.note.mediator": "بين 0 و100.",
  "notes.target.bad": "بين 0 و100 من فضلك: لم يُحفظ هذا.",
  "notes.plan": "خطتك",
  "notes.plan.note": "ماذا تطلب أولاً، وماذا تستطيع أن تعطي، ومقابل ماذا؟",
  "notes.notes": "ملاحظات",
  "notes.written": "ما كتبته قبل المحادثات وفي أثنائها",
  "notes.written.target": "كنت تنوي بلوغ {target}.",
};
