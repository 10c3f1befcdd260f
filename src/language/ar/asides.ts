/** Asides: what a player may do before the statement, and what the log and a shown record tell of it. */
export const asidesAr = {
  "aside.title": "قبل أن تتكلم: اتصالات جانبية",
  "aside.note": "اتصالان على الأكثر في كل دور، أحدهما لجسّ النبض، ولا ينتهي بهما دورك.",
  "aside.note.mediator": "لك أن تجسّ نبض طرفين في كل دور.",
  "aside.sound_out": "جسّ النبض",
  "aside.sound_out.note":
    "اسأل على انفراد عن خيار أو عن مسودتك كلها. الجواب عبارة: نوقّع عليه، أو يمكن التعايش معه، أو صعب، أو غير وارد، وقد لا يأتي جواب. وهو صادق بقدر الثقة بك.",
  "aside.whom": "الطرف",
  "aside.about": "الموضوع",
  "aside.draft": "مسودتك كلها",
  "aside.sound_out.do": "طرح السؤال",
  "aside.commit": "التعهّد العلني",
  "aside.commit.note":
    "أعلن أنك لن توقّع شيئاً من دون خيار بعينه. يقتنع الآخرون بأنه يهمك، وتنقص قيمة أي بنود تخلو منه {cost, plural, zero {# نقطة} one {نقطة واحدة} two {نقطتين} few {# نقاط} many {# نقطة} other {# نقطة}} بالنسبة إليك حتى نهاية اللعبة.",
  "aside.to": "الخيار",
  "aside.commit.do": "إعلان التعهّد",
  "aside.commit.sure":
    "{issue}: {option}، وإلا خسرت في أي بنود أخرى {cost, plural, zero {# نقطة} one {نقطة واحدة} two {نقطتين} few {# نقاط} many {# نقطة} other {# نقطة}}. هل تعلن ذلك؟",
  "aside.press": "ممارسة الضغط",
  "aside.press.note":
    "كلفتها من نتيجتك {cost, plural, zero {لا شيء} one {نقطة واحدة} two {نقطتان} few {# نقاط} many {# نقطة} other {# نقطة}}. {left, plural, =0 {استُنفدت.} zero {استُنفدت.} one {بقيت مرة واحدة.} two {بقيت مرتان.} few {بقيت # مرات.} many {بقيت # مرة.} other {بقيت # مرة.}}",
  "aside.press.do": "استعمال",
  "aside.sound_out.half": "ويُحسب السؤال عند من يُسأل نصف عرض منك.",
  "aside.sound_out.leak":
    "{leak, plural, =0 {لا يعلم بذلك أحد سواكما.} zero {لا يعلم بذلك أحد سواكما.} one {في حالة واحدة من مئة يتسرّب أنك سألت.} two {في حالتين من مئة يتسرّب أنك سألت.} few {في # حالات من مئة يتسرّب أنك سألت.} many {في # حالة من مئة يتسرّب أنك سألت.} other {في # حالة من مئة يتسرّب أنك سألت.}}",
  "aside.sound_out.no_leak": "لا يعلم بذلك أحد سواكما.",
  "aside.press.pressure": "الضغط على {party}: {by} من 100",
  "aside.press.walk_away": "حد انسحاب {party}: {by}",
  "aside.press.removes": "لم يعد متاحاً: {issue}، {option}",
  "aside.press.releases": "إعفاء {party} من التعهّد بشأن {issue}",
  "aside.press.moves": "تغيير موقف {party}",
  "record.sounding": "سؤال على انفراد من {by} إلى {of}: {what}؟",
  "record.sounding.reply": "سؤال على انفراد من {by} إلى {of}: {what}؟ والجواب: {reply}.",
  "record.sounding.leaked": "تسرّب: سؤال على انفراد من {by} إلى {of}: {what}؟",
  "record.sounding.package": "البنود كلها معاً",
  "record.commitment": "تعهّد علني من {party}. {issue}: {option}، وإلا فلا توقيع.",
  "record.press": "ورقة ضغط من {party}: {lever}.",
  "stored.sound_out": "جسّ نبض {of} من جانب {party}.",
  "stored.commit": "تعهّد علني من {party}.",
  "stored.press": "ورقة ضغط من {party}.",
};
