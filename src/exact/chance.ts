/**
 * Chance that is keyed, not streamed: a draw depends on its key alone, never on how many draws came before, so that one
 * more sounding shifts nothing else and paired what-ifs stay paired.
 */

/** The two 32-bit words that stand for the seed of one run. */
export type RunSeed = readonly [number, number];

/** What a draw is for. Each purpose is a universe of its own. */
export const PURPOSE = { exponent: 1, event: 2, leak: 3, test: 4 } as const;
type Purpose = (typeof PURPOSE)[keyof typeof PURPOSE];

/** Finaliser of MurmurHash3 (Appleby, public domain): every input bit reaches every output bit. */
function scramble(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}

/** Hashes any text to the seed of a run. The same text gives the same seed everywhere. */
export function runSeed(text: string): RunSeed {
  let a = 0x9e3779b9 | 0;
  let b = 0x7f4a7c15 | 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193) ^ (a >>> 15);
    b = Math.imul(b ^ (unit + i), 0x5bd1e995) ^ (b >>> 13);
  }
  return [scramble(a ^ text.length) >>> 0, scramble(b ^ Math.imul(a, 0x27d4eb2f)) >>> 0];
}

/**
 * A number in [0, 1) with 53 bits, fixed by its key.
 * @param party index of the party concerned, or −1
 * @param occasion round or day
 * @param n distinguishes draws of one occasion
 */
export function draw(seed: RunSeed, purpose: Purpose, party: number, occasion: number, n: number): number {
  let a = scramble(seed[0] ^ Math.imul(purpose, 0x9e3779b1));
  let b = scramble(seed[1] ^ Math.imul(purpose, 0x85ebca77));
  a = scramble(a ^ Math.imul(party + 2, 0xc2b2ae3d));
  b = scramble(b ^ Math.imul(party + 2, 0x27d4eb2f) ^ a);
  a = scramble(a ^ Math.imul(occasion + 1, 0x165667b1));
  b = scramble(b ^ Math.imul(occasion + 1, 0x9e3779b1) ^ a);
  a = scramble(a ^ Math.imul(n + 1, 0x27d4eb2f) ^ b);
  b = scramble(b ^ Math.imul(n + 1, 0x165667b1) ^ a);
  return ((a >>> 5) * 67108864 + (b >>> 6)) / 9007199254740992;
}
