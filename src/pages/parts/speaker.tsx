import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Key, Speaker, Values } from "../../language/speaker.ts";
import type { Text } from "../../scenario/types.ts";
import { textIn } from "../../scenario/types.ts";

/** The language of the screen. */
export const SpeakerContext = createContext<Speaker | null>(null);

/** The words, numbers and dates of the language of the screen. @throws Error outside the page */
export function useSpeaker(): Speaker {
  const speaker = useContext(SpeakerContext);
  if (!speaker) throw new Error("this screen has no language");
  return speaker;
}

/** A text of the scenario as plain text, in the language of the screen where it has one. */
export function useText(): (text: Text) => string {
  const { language, shown } = useSpeaker();
  return (text) => shown(textIn(text, language));
}

/** A message of the interface, each name in an element that keeps its direction to itself. */
export function Message({ k, v }: { k: Key; v?: Values | undefined }) {
  const pieces = useSpeaker().pieces(k, v);
  return <>{pieces.map((piece) => (typeof piece === "string" ? piece : <bdi>{piece.isolated}</bdi>))}</>;
}

/** A text of the scenario; marked with its own language where it is not that of the screen. */
export function Words({ of }: { of: Text }) {
  const { language, shown } = useSpeaker();
  const text = shown(textIn(of, language));
  if (Object.hasOwn(of, language)) return <bdi>{text}</bdi>;
  const own = Object.hasOwn(of, "en") ? "en" : Object.keys(of)[0];
  return (
    <bdi lang={own} dir="auto">
      {text}
    </bdi>
  );
}
