import { useContext, useRef, useState } from "preact/hooks";
import { isNarrow } from "../parts/use-narrow.ts";
import { StageBridgeContext } from "./stage-bridge.ts";

/** A hand that trembles clicks all the same. In CSS pixels. */
const TREMBLE = 6;

interface RailDrag {
  /** Where the hand is: 0–1 from the first stop to the last; null while nothing is dragged. */
  readonly at: number | null;
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: (event: PointerEvent) => void;
    readonly onPointerCancel: () => void;
    readonly onClickCapture: (event: MouseEvent) => void;
  };
}

const radios = (stops: Element): HTMLInputElement[] => [...stops.querySelectorAll<HTMLInputElement>("input")];

function middle(element: Element | undefined): number {
  const box = element?.getBoundingClientRect();
  return box ? box.left + box.width / 2 : 0;
}

/** How far along the rail a place is, from its first option to its last in whichever direction it is read. */
function shareAt(stops: Element, x: number): number {
  const all = radios(stops);
  const from = middle(all[0]);
  const to = middle(all[all.length - 1]);
  return from === to ? 0 : Math.min(Math.max((x - from) / (to - from), 0), 1);
}

function nearest(stops: Element, x: number): HTMLInputElement | undefined {
  const open = radios(stops).filter(({ disabled }) => !disabled);
  return open.sort((a, b) => Math.abs(middle(a) - x) - Math.abs(middle(b) - x))[0];
}

/**
 * Dragging along a rail, as one more way to press its radio buttons: nothing can be done by it that clicking or the arrow
 * keys cannot.
 */
export function useRailDrag(issue: number): RailDrag {
  const bridge = useContext(StageBridgeContext);
  const [at, setAt] = useState<number | null>(null);
  const down = useRef<{ id: number; x: number; dragging: boolean } | null>(null);
  const swallow = useRef(false);

  const end = (): void => {
    const dragged = down.current?.dragging ?? false;
    down.current = null;
    if (!dragged) return;
    setAt(null);
    bridge?.drag(issue, null);
  };
  return {
    at,
    handlers: {
      onPointerDown(event) {
        swallow.current = false;
        if (event.button !== 0 || !event.isPrimary || isNarrow()) return;
        down.current = { id: event.pointerId, x: event.clientX, dragging: false };
      },
      onPointerMove(event) {
        const held = down.current;
        const stops = event.currentTarget;
        if (!held || held.id !== event.pointerId || !(stops instanceof Element)) return;
        if (!held.dragging) {
          if (Math.abs(event.clientX - held.x) < TREMBLE) return;
          held.dragging = true;
          stops.setPointerCapture(held.id);
        }
        const share = shareAt(stops, event.clientX);
        setAt(share);
        bridge?.drag(issue, share);
      },
      onPointerUp(event) {
        const stops = event.currentTarget;
        if (down.current?.dragging && stops instanceof Element) {
          swallow.current = true;
          const chosen = nearest(stops, event.clientX);
          chosen?.focus({ preventScroll: true });
          // The button's own click, so that a drag chooses in exactly the way in which a click does.
          swallow.current = false;
          chosen?.click();
          swallow.current = true;
        }
        end();
      },
      onPointerCancel: end,
      onClickCapture(event) {
        // The browser's click at the end of a drag would press the stop under the hand.
        if (!swallow.current) return;
        swallow.current = false;
        event.preventDefault();
        event.stopPropagation();
      },
    },
  };
}
