import type { Action } from "../../play/action.ts";
import type { Tactic } from "../../scenario/types.ts";

/**
 * What is done otherwise. `action`: instead of the party's own statement or answer of that turn; an aside comes before its
 * statement. `tactic`: the party bargains by it from the beginning of that turn on. `none`: nothing.
 */
export type Change =
  | { readonly kind: "action"; readonly party: string; readonly action: Action }
  | { readonly kind: "tactic"; readonly party: string; readonly tactic: Tactic }
  | { readonly kind: "none" };
