/** The field's words that the glossary explains, in the order in which somebody new meets them. */
export const TERMS = [
  "package",
  "walk_away",
  "batna",
  "target",
  "interest",
  "position",
  "red_line",
  "linkage",
  "status_quo",
  "standing_offer",
  "take_up",
  "text",
  "binding",
  "sounding",
  "commitment",
  "lever",
  "pressure",
] as const;
export type TermId = (typeof TERMS)[number];
