/** Asides: what a player may do before the statement, and what the log and a shown record tell of it. */
export const asidesEn = {
  "aside.title": "Before you speak: asides",
  "aside.note": "Up to two in a turn, one of them a sounding. They do not end your turn.",
  "aside.note.mediator": "You may sound out two parties in a turn.",
  "aside.sound_out": "Sound out",
  "aside.sound_out.note":
    "Ask in private about an option or your whole draft. The reply is a word: would sign, could live with it, hard or never; or there is none. It is no more honest than you are trusted.",
  "aside.whom": "Whom",
  "aside.about": "About",
  "aside.draft": "Your draft as a whole",
  "aside.sound_out.do": "Ask",
  "aside.commit": "Commit yourself",
  "aside.commit.note":
    "Say in public that you will sign nothing without an option. The others believe that it matters to you; any terms without it are worth {cost, plural, one {# point} other {# points}} less to you for the rest of the play.",
  "aside.to": "To",
  "aside.commit.do": "Commit",
  "aside.commit.sure":
    "{issue}: {option}, or {cost, plural, one {# point} other {# points}} less for any other terms. Say so in public?",
  "aside.press": "Press",
  "aside.press.note":
    "Costs your result {cost, plural, one {# point} other {# points}}. {left, plural, =0 {None left.} one {One use left.} other {# uses left.}}",
  "aside.press.do": "Press",
  "aside.sound_out.half": "In the eyes of whoever is asked, it counts as half an offer of yours.",
  "aside.sound_out.leak":
    "{leak, plural, =0 {Nobody else learns of it.} other {In # of 100 cases everybody learns that you asked.}}",
  "aside.sound_out.no_leak": "Nobody else learns of it.",
  "aside.press.pressure": "Pressure on {party}: {by} of 100",
  "aside.press.walk_away": "Walk-away of {party}: {by}",
  "aside.press.removes": "No longer to be had: {issue}, {option}",
  "aside.press.releases": "{party} is released from its commitment on {issue}",
  "aside.press.moves": "{party} changes its position",
  "record.sounding": "{by} asks {of} in private: {what}?",
  "record.sounding.reply": "{by} asks {of} in private: {what}? The reply: {reply}.",
  "record.sounding.leaked": "It leaks that {by} asked {of} in private: {what}?",
  "record.sounding.package": "all terms together",
  "record.commitment": "{party} makes a commitment in public. {issue}: {option}, or nothing.",
  "record.press": "{party} uses a lever: {lever}.",
  "stored.sound_out": "{party} sounds out {of}.",
  "stored.commit": "{party} makes a commitment in public.",
  "stored.press": "{party} uses a lever.",
};
