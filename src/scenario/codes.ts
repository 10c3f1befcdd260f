/** The words of the format that stand for themselves: tuples first, so that shapes, types and screens name the same ones. */

export const PARTY_ROLES = ["party", "mediator"] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

export const MARK_SHAPES = ["circle", "square", "triangle", "diamond", "hexagon", "star"] as const;
export const MARK_COLOURS = ["blue", "red", "green", "violet", "orange", "teal", "brown", "grey"] as const;

export const TACTIC_KINDS = ["boulware", "linear", "conceder", "tit_for_tat", "micro"] as const;
export type TacticKind = (typeof TACTIC_KINDS)[number];

/** The exponent of a tactic that names none: those of the time-dependent agents of Genius (Lin et al. 2014). */
export const USUAL_EXPONENT: Readonly<Record<TacticKind, number>> = {
  boulware: 0.2,
  linear: 1,
  conceder: 2,
  tit_for_tat: 1,
  micro: 1,
};

export const PROTOCOL_KINDS = ["plenary", "single_text", "alternating"] as const;

/** How a table ends: a package is signed, a party that is needed walks out, or the rounds run out. */
export const OUTCOMES = ["signed", "broken", "expired"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What becomes of a signed package. */
export const AFTERMATH_STATES = ["held", "frayed", "collapsed", "never_began"] as const;
