/**
 * Makes the golden records anew, from scenarios/munich-2016.yaml as it is now. By hand, and only when the rules have changed on
 * purpose (raise RULES_REVISION in src/play/engine.ts then):
 *
 *     npx node tests/golden/make.ts        (Node 24 runs TypeScript as it is)
 */
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { openPlay, type Play, type Setup } from "../../src/play/play.ts";
import { type PlayRecord, recordOf } from "../../src/play/record.ts";
import { type Seat, tacticOf } from "../../src/play/seats.ts";
import type { TacticKind } from "../../src/scenario/codes.ts";
import type { TranscriptEntry } from "../../src/table/run/runner.ts";
import { MOVED_AS } from "../../src/table/state.ts";
import { diceOf } from "../setup/dice.ts";
import { munich } from "../setup/munich.ts";
import { playOut } from "../setup/random-play.ts";

const human: Seat = { by: "human" };
const machine = (kind: TacticKind): Seat => ({ by: "machine", tactic: tacticOf(kind) });

/** Seats of each record, and what must be in it; of the seeds `name 0`, `name 1`, … the first that has it is taken. */
const WANTED: readonly (readonly [string, NonNullable<Setup["seats"]>, (play: Play) => boolean])[] = [
  ["machines-signed", {}, ended("signed")],
  [
    "machines-signed-by-taking-up",
    {},
    (play) => ended("signed")(play) && play.entries.at(-1)?.count?.as === MOVED_AS.take_up,
  ],
  ["machines-expired", {}, ended("expired")],
  ["machines-broken", {}, ended("broken")],
  ["machines-final-vote", {}, (play) => play.state.context.final === 1],
  ["machines-text", {}, said("TEXT")],
  ["machines-leak", {}, (play) => play.entries.some(({ leaked }) => leaked)],
  ["machines-press", {}, said("PRESS")],
  ["machines-conceders", { us: machine("conceder"), russia: machine("conceder") }, ended("signed")],
  ["machines-boulware", { us: machine("boulware"), russia: machine("boulware") }, () => true],
  ["machines-micro", { us: machine("micro"), russia: machine("micro"), turkey: machine("micro") }, () => true],
  ["machines-tit-for-tat", { us: machine("tit_for_tat"), russia: machine("linear") }, () => true],
  ["us-signed", { us: human }, ended("signed")],
  ["us-walks-out", { us: human }, (play) => ended("broken")(play) && play.state.context.gone[0] === 1],
  ["russia-commits", { russia: human }, said("COMMIT")],
  ["russia-is-asked", { russia: human, us: machine("conceder") }, said("REPLY")],
  ["turkey-takes-up", { turkey: human }, said("TAKE_UP")],
  ["envoy-drafts", { un: human }, (play) => said("TEXT")(play) && said("SOUND_OUT")(play)],
  ["three-at-one-screen", { us: human, russia: human, turkey: human }, ended("expired")],
  ["everyone-human", { us: human, russia: human, turkey: human, un: human }, ended("signed")],
];

function ended(floor: string): (play: Play) => boolean {
  return (play) => play.state.floor === floor;
}

function said(type: TranscriptEntry["event"]["type"]): (play: Play) => boolean {
  return (play) => play.entries.some(({ event }) => event.type === type);
}

function find(name: string, seats: NonNullable<Setup["seats"]>, has: (play: Play) => boolean): PlayRecord {
  for (let attempt = 0; attempt < 500; attempt++) {
    const seed = `${name} ${attempt}`;
    const play = openPlay({ scenario, seed, seats, runner: "batch" });
    playOut(play, diceOf(seed));
    if (has(play)) return recordOf(play);
  }
  throw new Error(`no seed makes "${name}"`);
}

const folder = new URL("./", import.meta.url);
const scenario = munich();
const made = WANTED.map(([name, seats, has]) => [name, find(name, seats, has)] as const);

for (const file of readdirSync(folder)) if (file.endsWith(".json")) rmSync(new URL(file, folder));
writeFileSync(new URL("scenario.json", folder), `${JSON.stringify(scenario)}\n`);
for (const [name, record] of made) {
  const acts = record.acts.map(({ scenario: _, ...act }) => act);
  // An action a line: what a change of the rules alters can be read in a diff.
  const actions = record.actions.map((action) => JSON.stringify(action)).join(",\n");
  const { parley, engine, seal } = record;
  const head = JSON.stringify({ parley, engine, acts, seal }).slice(0, -1);
  writeFileSync(new URL(`${name}.json`, folder), `${head},"actions":[\n${actions}\n]}\n`);
}
console.log(`${made.length} records made.`);
