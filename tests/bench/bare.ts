import { binds } from "../../src/bargaining/zone/binding.ts";
import { runSeed } from "../../src/exact/chance.ts";
import type { PartyEvent, TableEvent } from "../../src/table/events.ts";
import type { PartyModel, TableModel } from "../../src/table/model.ts";
import { unanswered } from "../../src/table/rules/binding.ts";
import { holds, nextPlace } from "../../src/table/rules/holds.ts";
import type { RecipeName, recipesOf } from "../../src/table/rules/recipes.ts";
import { isRemoved } from "../../src/table/rules/worth.ts";
import { ANSWER, openingContext, type TableContext, type TableState } from "../../src/table/state.ts";
import { viewFor } from "../../src/table/view/view.ts";
import { decide } from "../../src/tactics/decide.ts";

const CLERK: TableEvent = { type: "COUNT" };
const NONE = { index: 0 };

/**
 * The floor of the benchmark: one run of machines as a plain loop of ifs over the same memory, with the same decisions and
 * the same recipes, but no statechart, no table of transitions and no legality.
 */
export function bareRun(model: TableModel, recipes: ReturnType<typeof recipesOf>, seed: string): TableState {
  const context: TableContext = openingContext(model, runSeed(seed));
  const state = { floor: "summoned" as TableState["floor"], positions: model.partyModels.map(() => 0), context };
  const run = (name: RecipeName, event: TableEvent, index = 0): void =>
    recipes[name](context, event, index === 0 ? NONE : { index });

  const reconsider = (party: number): void => {
    const { positions } = model.partyModels[party] as PartyModel;
    const forced = context.forced[party] as number;
    if (forced >= 0) {
      state.positions[party] = forced;
      context.forced[party] = -1;
      return;
    }
    const move = positions[state.positions[party] as number]?.moves.find(({ when }) =>
      holds(model, context, { type: "RECONSIDER", party }, when, party),
    );
    if (move) state.positions[party] = move.to;
  };
  const ask = (party: number): PartyEvent => decide(viewFor(model, state, party));
  /** Answers and count; whether it is signed. */
  const settle = (): boolean => {
    state.floor = "answers";
    for (let owing = unanswered(model, context); owing.length > 0; owing = unanswered(model, context)) {
      run("answer", ask(owing[0] as number));
    }
    const bound = binds(model.binding, (party) => context.answers[party] === ANSWER.accepts);
    run("reveal", CLERK);
    if (bound) run("sign", CLERK);
    return bound;
  };
  const end = (floor: TableState["floor"]): TableState => {
    state.floor = floor;
    return state;
  };

  for (;;) {
    reconsider(context.mover);
    for (let spoke = false; !spoke; ) {
      state.floor = "turn";
      const event = ask(context.mover);
      spoke = true;
      switch (event.type) {
        case "SOUND_OUT":
          run("sound_out", event);
          state.floor = "sounded";
          run("reply", ask(context.soundedOf));
          spoke = false;
          break;
        case "COMMIT":
          run("commit", event);
          spoke = false;
          break;
        case "PRESS":
          run("press", event);
          spoke = false;
          break;
        case "OFFER":
          run("offer", event);
          if (settle()) return end("signed");
          break;
        case "TAKE_UP":
          run("take_up", event);
          if (settle()) return end("signed");
          break;
        case "TEXT":
          run("text", event);
          if (settle()) return end("signed");
          break;
        case "ASK_TEXT":
          run("ask_text", event);
          break;
        case "WALK_OUT":
          run("walk_out", event);
          if (!binds(model.binding, (party) => context.gone[party] === 0)) return end("broken");
          break;
        default:
          run("pass", event);
      }
    }
    if (nextPlace(model, context, context.place) >= 0) {
      run("next_turn", CLERK);
    } else if (context.round < model.scenario.protocol.rounds) {
      run("next_round", CLERK);
      for (let index = 0; index < model.scenario.events.length; index++) run("happen", { type: "INTERVAL" }, index);
      run("drift", CLERK);
      run("decay", CLERK);
      run("open_round", CLERK);
    } else {
      if (context.lastText < 0 || isRemoved(model.space, context.removed, context.lastText)) return end("expired");
      run("call_final_vote", CLERK);
      for (let party = 0; party < model.parties; party++) reconsider(party);
      run("put_final_text", { type: "RECONSIDER", party: -1 });
      return end(settle() ? "signed" : "expired");
    }
  }
}
