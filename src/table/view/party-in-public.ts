import type { TableModel } from "../model.ts";
import { commitmentsOf } from "../rules/worth.ts";
import type { TableContext } from "../state.ts";

/** How much a party is pushed to settle, in the word that others have for it, from the least. */
export const PRESSURE_WORDS = ["none", "little", "some", "strong", "extreme"] as const;
export type PressureWord = (typeof PRESSURE_WORDS)[number];

/** The pressure, 0–1, at which each word after the first begins. */
const PRESSURE_STEPS = [0.05, 0.25, 0.5, 0.75] as const;

/** The word for a pressure of 0–1. */
export function pressureWord(pressure: number): PressureWord {
  const step = PRESSURE_STEPS.findIndex((limit) => pressure < limit);
  return PRESSURE_WORDS[step < 0 ? PRESSURE_STEPS.length : step] ?? "extreme";
}

/** The pressure that a word stands for, 0–1: the middle of its step; none is 0. */
export function pressureMeant(word: PressureWord): number {
  const step = PRESSURE_WORDS.indexOf(word);
  const from = PRESSURE_STEPS[step - 1];
  return from === undefined ? 0 : (from + (PRESSURE_STEPS[step] ?? 1)) / 2;
}

/** What everyone at the table knows of a party. */
export interface PartyInPublic {
  readonly index: number;
  /** Its standing offer, or the mediator's last text; −1: none. */
  readonly standing: number;
  /** The position under which it last spoke; −1: it has not spoken. */
  readonly position: number;
  readonly pressure: PressureWord;
  readonly gone: boolean;
  readonly askedText: boolean;
  /** Committed option by issue; −1: free. */
  readonly commitments: readonly number[];
}

/** What is public of a party, each part worked out from the table when it is asked for. */
export class LazyPartyInPublic implements PartyInPublic {
  readonly index: number;
  private readonly model: TableModel;
  private readonly context: TableContext;

  constructor(model: TableModel, context: TableContext, index: number) {
    this.index = index;
    this.model = model;
    this.context = context;
  }

  get standing(): number {
    return this.context.standing[this.index] as number;
  }
  get position(): number {
    return this.context.announced[this.index] as number;
  }
  get pressure(): PressureWord {
    return pressureWord(this.context.pressure[this.index] as number);
  }
  get gone(): boolean {
    return this.context.gone[this.index] === 1;
  }
  get askedText(): boolean {
    return this.context.textAsked[this.index] === 1;
  }
  get commitments(): readonly number[] {
    return commitmentsOf(this.model, this.context, this.index);
  }
}
