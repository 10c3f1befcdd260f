import { useRef, useState } from "preact/hooks";
import { Message, useSpeaker } from "../parts/speaker.tsx";
import { linkTo, type Preset } from "../store/address.ts";

type Copied = "no" | "yes" | "by hand";

/** A link that opens the start as it is set up now, to be handed to a class. */
export function ShareLinks({ preset }: { preset: Preset }) {
  const { language } = useSpeaker();
  const [seed, setSeed] = useState(true);
  const [tongue, setTongue] = useState(false);
  const [copied, setCopied] = useState<Copied>("no");
  const field = useRef<HTMLInputElement>(null);
  const link = linkTo(location.href, seed ? preset : { ...preset, seed: null }, tongue ? language : null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied("yes");
    } catch {
      // Not every browser lets a page copy; the player can, once it is selected.
      field.current?.select();
      setCopied("by hand");
    }
  };
  const change = (then: () => void): void => {
    setCopied("no");
    then();
  };
  return (
    <details class="share">
      <summary>
        <Message k="share.title" />
      </summary>
      <p class="quiet">
        <Message k="share.note" />
      </p>
      <label class="switch">
        <input
          type="checkbox"
          data-share="seed"
          checked={seed}
          onChange={(event) => change(() => setSeed(event.currentTarget.checked))}
        />
        <Message k="share.seed" />
      </label>
      <label class="switch">
        <input
          type="checkbox"
          data-share="language"
          checked={tongue}
          onChange={(event) => change(() => setTongue(event.currentTarget.checked))}
        />
        <Message k="share.language" />
      </label>
      <div class="share-link">
        <label class="field">
          <span>
            <Message k="share.link" />
          </span>
          <input
            ref={field}
            type="text"
            dir="ltr"
            data-share="link"
            readOnly
            value={link}
            onFocus={(event) => event.currentTarget.select()}
          />
        </label>
        <button type="button" class="button" data-share="copy" onClick={() => void copy()}>
          <Message k="share.copy" />
        </button>
      </div>
      <p role="status" class="quiet">
        {copied === "yes" && <Message k="share.copied" />}
        {copied === "by hand" && <Message k="share.by_hand" />}
      </p>
    </details>
  );
}
