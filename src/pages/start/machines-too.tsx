import { useEffect, useState } from "preact/hooks";
import type { Scenario } from "../../scenario/types.ts";
import { screens } from "../screens.ts";
import type { Session } from "../session/session.ts";

interface MachinesTooProps {
  readonly session: Session;
  readonly scenario: Scenario;
  readonly seed: string;
}

/** Beside one play to look at: a thousand at once. Fetched when it is first wanted: few who come to the start want it. */
export function MachinesToo({ session, scenario, seed }: MachinesTooProps) {
  const [parts, setParts] = useState<Awaited<ReturnType<typeof screens.load>> | null>(null);
  useEffect(() => {
    const fetchThem = (): void => {
      screens.load().then(setParts, () => session.notFetched(fetchThem));
    };
    fetchThem();
  }, [session]);
  return parts && <parts.Machines scenario={scenario} seed={seed} />;
}
