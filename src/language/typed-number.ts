const ARABIC_ZERO = "٠".charCodeAt(0);

/**
 * A number as a player types it: in Latin or Arabic digits, with a point, a comma or the Arabic sign before the decimals. NaN where
 * the text is none.
 */
export function typedNumber(text: string): number {
  const latin = text.trim().replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - ARABIC_ZERO));
  return latin === "" ? Number.NaN : Number(latin.replace(/[,٫]/, "."));
}
