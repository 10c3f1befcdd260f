import type { RefObject } from "preact";
import { useContext, useEffect, useLayoutEffect } from "preact/hooks";
import { isNarrow } from "../parts/use-narrow.ts";
import { type ScreenPoint, StageBridgeContext, type TableLayout } from "./stage-bridge.ts";

/** Around what is drawn, in CSS pixels. */
const MARGIN = 16;

function measure(rails: HTMLElement, order: readonly number[]): TableLayout | null {
  const host = rails.closest<HTMLElement>(".stage");
  if (!host || isNarrow()) return null;
  const outer = host.getBoundingClientRect();
  const delegations = host.querySelector(".delegations") ?? rails;
  const top = delegations.getBoundingClientRect().top - outer.top - MARGIN;
  const centre = (element: Element): ScreenPoint => {
    const { left, top: up, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2 - outer.left, y: up + height / 2 - outer.top - top };
  };
  const marks = [...host.querySelectorAll<HTMLElement>(".delegation .mark")];
  const parties = order.map((_, party) => party);
  const rows = [...rails.querySelectorAll<HTMLElement>(".rail")];
  return {
    host,
    left: 0,
    top,
    width: outer.width,
    height: rails.getBoundingClientRect().bottom - outer.top - top + MARGIN,
    stops: rows.map((row) => [...row.querySelectorAll(".stop .dot")].map(centre)),
    tokens: rows.map((row) =>
      parties.map((party) => {
        const token = row.querySelector(`.stops [data-party="${party}"]`);
        return token && centre(token);
      }),
    ),
    cards: parties.map((party) => {
      const mark = marks[order.indexOf(party)];
      return mark ? { ...centre(mark), half: mark.getBoundingClientRect().height / 2 } : null;
    }),
  };
}

/** Tells the stage where these rails and the delegations above them are, as long as they are on the screen. */
export function useTableLayout(rails: RefObject<HTMLElement | null>, order: readonly number[]): void {
  const bridge = useContext(StageBridgeContext);
  useLayoutEffect(() => {
    if (bridge && rails.current) bridge.layOut(measure(rails.current, order));
  });
  useEffect(() => {
    const place = rails.current;
    const host = place?.closest(".stage");
    if (!bridge || !place || !host) return;
    const again = (): void => bridge.layOut(measure(place, order));
    // Sizes change with the window, with zoom, with fonts that arrive late, and with folds above the rails.
    const observer = new ResizeObserver(again);
    for (const watched of [host, place, ...host.children]) observer.observe(watched);
    window.addEventListener("resize", again);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", again);
      bridge.layOut(null);
    };
  }, [bridge, rails, order]);
}
