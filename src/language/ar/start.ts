import type { start as english } from "../en/start.ts";

export const start: Record<keyof typeof english, string> = {
  "start.lead": "اجلس في مقعد أحد أطراف مفاوضات حقيقية، وانظر بماذا تعود منها.",
  "start.minutes":
    "نحو {minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}",
  "start.rounds":
    "{rounds, plural, zero {بلا جولات} one {جولة واحدة} two {جولتان} few {# جولات} many {# جولة} other {# جولة}}",
  "start.comma": "، ",
  "start.round_is": "مدة كل جولة {time}",
  "start.seat": "أي مقعد مقعدك؟",
  "start.seat.watch": "لا مقعد: مشاهدة الآلات",
  "start.seat.watch.note": "يدير البرنامج المقاعد كلها وأنت تشاهد، ويمكنك كشف كل شيء.",
  "start.role.mediator": "وسيط بلا صوت",
  "start.role.needed": "موافقة لا غنى عنها",
  "start.more": "مزيد من اللاعبين على هذه الشاشة، والبذرة",
  "start.others": "أي المقاعد الأخرى يلعبها شخص هنا؟",
  "start.others.note":
    "تتناوبون على الشاشة، وتفصل ستارة بين التعليمات والأجوبة المختومة. أما سائر المقاعد فيديرها البرنامج.",
  "start.seed": "البذرة",
  "start.seed.note": "البذرة نفسها مع القرارات نفسها تعطي اللعبة نفسها.",
  "start.go": "قراءة التفويض",
  "start.go.several": "البدء",
  "start.go.watch": "المشاهدة",
  "start.files": "فتح ملف",
  "start.files.note": "سيناريو كتبته أنت أو غيرك، أو سجل لعبة. لا يغادر شيء هذا الحاسوب.",
  "start.files.choose": "اختيار سيناريو أو سجل",
  "start.opened": "فُتح من {file}",
  "start.shipped": "العودة إلى السيناريو المرفق",
  "check.title":
    "{file}: {errors, plural, =0 {بلا أخطاء} zero {بلا أخطاء} one {خطأ واحد} two {خطآن} few {# أخطاء} many {# خطأً} other {# خطأ}}{warnings, plural, =0 {} zero {} one {، وتنبيه واحد} two {، وتنبيهان} few {، و# تنبيهات} many {، و# تنبيهاً} other {، و# تنبيه}}",
  "check.broken": "لا يمكن لعب هذا الملف قبل إصلاح أخطائه. ما كان مفتوحاً هنا بقي على حاله.",
  "check.fine": "يمكن لعبه، والتنبيهات تستحق نظرة ثانية.",
  "check.error": "خطأ",
  "check.warning": "تنبيه",
  "curtain.title": "الشاشة الآن لمقعد {party}",
  "curtain.note": "ليصرف الآخرون أنظارهم. ما يقرؤه هذا المقعد ويجيب به له وحده.",
  "curtain.lift": "نحن {party}: متابعة",
};
