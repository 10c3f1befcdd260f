import type { futures as english } from "../en/futures.ts";

export const futures: Record<keyof typeof english, string> = {
  "futures.stop": "إيقاف",
  "futures.under_way": "ما لُعب حتى الآن",
  "futures.progress": "{done, number} من {of, number}",
  "futures.failed": "تعذّر هذا الحساب: {message}",
  "futures.illegal": "لم تكن القواعد تسمح بذلك في تلك اللحظة. اختر شيئاً آخر.",
  "futures.not_fetched": "تعذّر جلب الجزء الذي يلعب المسارات المحتملة من البرنامج. يُرجى التحقق من الشبكة وإعادة السؤال.",
  "futures.impossible": "لا يستطيع هذا المتصفح العمل في الخلفية، فلا يمكن لعب المسارات المحتملة هنا.",
  "futures.share": "{share} من 100 (بين {low} و{high})",
  "futures.between": "من {low} إلى {high}",
  "futures.signature":
    "{tenths, plural, =0 {لا يكاد أي مسار ينتهي بالتوقيع} =10 {تكاد كل المسارات تنتهي بالتوقيع} zero {لا يكاد أي مسار ينتهي بالتوقيع} one {نحو مسار واحد من كل 10 ينتهي بالتوقيع} two {نحو مسارين من كل 10 ينتهيان بالتوقيع} few {نحو # مسارات من كل 10 تنتهي بالتوقيع} many {نحو # مساراً من كل 10 تنتهي بالتوقيع} other {نحو # مسار من كل 10 تنتهي بالتوقيع}} (بين {low} و{high} من 100).",
  "futures.interval": "بين القوسين: المدى الذي تقع فيه النسبة الحقيقية في 9 من كل 10 عينات كهذه.",
  "machines.title": "{runs, number} لعبة دفعة واحدة",
  "machines.note": "آلات في كل المقاعد، ولكل لعبة مصادفاتها. يجري الحساب كله على هذا الحاسوب.",
  "machines.run": "لعبها دفعة واحدة",
  "machines.again": "لعب دفعة أخرى",
  "machines.outcomes": "كيف انتهت",
  "machines.rounds": "انتهى نصفها بحلول الجولة {round, number}.",
  "machines.texts": "أكثر النصوص توقيعاً",
  "machines.texts.all":
    "{count, plural, zero {لم يُوقّع أي نص.} one {وُقّع في المجموع نص واحد.} two {وُقّع في المجموع نصان مختلفان.} few {وُقّعت في المجموع # نصوص مختلفة.} many {وُقّع في المجموع # نصاً مختلفاً.} other {وُقّع في المجموع # نص مختلف.}}",
  "machines.sides": "ما كانت قيمتها لكل طرف",
  "machines.sides.mean": "في المتوسط",
  "machines.sides.most": "في 9 من كل 10 ألعاب",
};
