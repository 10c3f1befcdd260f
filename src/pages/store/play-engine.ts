/** What it takes to play, and to show a play: fetched while the start is being read, and not before. */
export { openPlay } from "../../play/play.ts";
export { recordOf } from "../../play/record.ts";
export { branch, isCurrent, replay } from "../../play/replay.ts";
export { shownPlayOf } from "./shown-play.ts";
