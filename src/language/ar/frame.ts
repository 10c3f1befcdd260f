import type { frame as english } from "../en/frame.ts";

export const frame: Record<keyof typeof english, string> = {
  "frame.name": "بارلي",
  "frame.skip": "إلى القسم الرئيسي",
  "frame.digits": "أرقام المشرق: {sample}",
  "frame.language": "اللغة",
  "frame.leave": "مغادرة هذه اللعبة",
  "frame.leave.sure": "هل تريد مغادرة هذه اللعبة؟ لن يبقى منها شيء ما لم تكن قد حفظت سجلها.",
  "frame.leave.yes": "مغادرة",
  "frame.leave.no": "بقاء",
  "frame.back": "العودة إلى البداية",
  "frame.close": "إغلاق",
  "frame.loading": "لحظة من فضلك …",
  "frame.retry": "إعادة المحاولة",
  "frame.reload": "إعادة تحميل الصفحة",
  "frame.source": "المصدر",
  "frame.why": "تقدير من المؤلف",
  "frame.fact": "{source}، النقطة {number}",
  "notice.storage":
    "لا يسمح هذا المتصفح بحفظ شيء هنا. يمكنك متابعة اللعب، لكن إعادة تحميل الصفحة تضيّع اللعبة، فاحفظ سجلها بين حين وآخر.",
  "notice.storage.tab":
    "لا يحفظ هذا المتصفح اللعبة إلا لهذه النافذة، فمساحة الحفظ فيه ممتلئة أو غير مسموح بها. تستمر اللعبة بعد إعادة تحميل الصفحة، أما إغلاق النافذة فيضيّعها، فاحفظ سجلها بين حين وآخر.",
  "notice.other_tab":
    "فُتحت هذه اللعبة في نافذة أخرى وهي مستمرة هناك. وحتى لا تطغى إحداهما على الأخرى توقفت هذه النافذة.",
  "notice.other_tab.here": "المتابعة في هذه النافذة",
  "notice.not_readable": "ليس {file} سجلاً يمكن قراءته: {message}",
  "notice.too_large": "{file} كبير جداً: الحد الأقصى للملف عشرة ميغابايت.",
  "notice.not_playable": "يمكن قراءة هذا السيناريو لكن لا يمكن لعبه في المتصفح: {message}",
  "notice.restored_broken": "تعذّر فتح اللعبة المحفوظة هنا من جديد، فهذه بداية جديدة.",
  "notice.not_fetched": "تعذّر جلب جزء من بارلي، وربما لا توجد شبكة الآن. لم يضع شيء، فأعد المحاولة حين تعود الشبكة.",
  "notice.update": "نسخة جديدة من بارلي جاهزة.",
  "notice.update.now": "الانتقال إليها الآن",
  "notice.update.later": "لاحقاً",
  "notice.update.other_tab": "تجري لعبة في نافذة أخرى، والنسخة الجديدة تنتظر حتى تنتهي.",
  "notice.failed": "حدث خطأ: {message} بقيت اللعبة محفوظة كما كانت، فأعد تحميل الصفحة للمتابعة.",
};
