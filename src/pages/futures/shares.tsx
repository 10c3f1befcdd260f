import { Say, useSpeaker } from "../parts/speaker.tsx";

/** A share of all futures with its 90 % interval; all 0–1. */
export interface Range {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** "61 of 100 (58–64)". */
export function ShareWords({ of: { share, low, high } }: { of: Range }) {
  const t = useSpeaker();
  const hundredths = (part: number): string => t.number(part * 100);
  return <Say k="futures.share" v={{ share: hundredths(share), low: hundredths(low), high: hundredths(high) }} />;
}

/** "About 6 in 10 futures end in a signature (58–64 of 100)." */
export function SignatureWords({ of: { share, low, high } }: { of: Range }) {
  const t = useSpeaker();
  const hundredths = (part: number): string => t.number(part * 100);
  const tenths = Math.round(share * 10);
  return <Say k="futures.signature" v={{ tenths, low: hundredths(low), high: hundredths(high) }} />;
}
