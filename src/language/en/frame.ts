/** The frame round every screen, and what is said when something outside the play goes wrong. */
export const frame = {
  "frame.name": "Parley",
  "frame.skip": "Go to the main part",
  "frame.language": "Language",
  "frame.digits": "Digits of the Arabic East: {sample}",
  "frame.leave": "Leave this play",
  "frame.leave.sure": "Leave this play? It is not kept anywhere unless you have saved its record.",
  "frame.leave.yes": "Leave",
  "frame.leave.no": "Stay",
  "frame.back": "Back to the start",
  "frame.close": "Close",
  "frame.loading": "One moment …",
  "frame.retry": "Try again",
  "frame.reload": "Reload the page",
  "frame.source": "Source",
  "frame.why": "A judgement of the author",
  "frame.fact": "{source}, point {number}",
  "notice.storage":
    "This browser does not let Parley keep anything here. You can play on, but a reload would lose the play: save its record from time to time.",
  "notice.storage.tab":
    "This browser keeps the play for this tab only: its storage is full or not allowed. A reload goes on with it; closing the tab loses it, so save its record from time to time.",
  "notice.other_tab":
    "This play has been opened in another tab and goes on there. So that the two do not overwrite each other, nothing can be done in this one.",
  "notice.other_tab.here": "Go on in this tab instead",
  "notice.not_readable": "{file} is no record that Parley can read: {message}",
  "notice.too_large": "{file} is too large: Parley opens files up to 10 MB.",
  "notice.not_playable": "This scenario can be read but not played in the browser: {message}",
  "notice.restored_broken": "The play that was kept here could not be opened again, so that this is a fresh start.",
  "notice.restored_kept":
    "This version of Parley cannot open the play that is kept here. It stays here until you begin another; save its record to open it elsewhere.",
  "notice.newer_record": "{file} was saved by a newer version of Parley, and only that one can open it.",
  "notice.not_fetched":
    "A part of Parley could not be fetched; perhaps there is no network at the moment. Nothing is lost: try again when there is.",
  "notice.update": "A new version of Parley is ready.",
  "notice.update.now": "Change to it now",
  "notice.update.later": "Later",
  "notice.update.other_tab": "Parley is being played in another tab. The new version waits until that play is over.",
  "notice.failed": "Something went wrong: {message} The play is kept as it was before; reload the page to go on.",
} as const;
