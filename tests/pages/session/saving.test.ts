import { expect, test, vi } from "vitest";
import { type Keep, type Kept, memoryKeep } from "../../../src/pages/session/keep.ts";
import { atTheTable, goOn } from "./at-the-table.ts";

// Whole plays, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

test("a keep that refuses is told, and nothing else changes", async () => {
  const session = await atTheTable({ ...memoryKeep(), write: () => "nowhere" });
  expect(session.state.notice?.key).toBe("notice.storage");
  expect(goOn(session)).toBe(true);
  session.dismiss();
  expect(session.state.notice).toBeNull();
});

function refusing(kept: () => Kept): Keep {
  return { ...memoryKeep(), write: kept };
}

test("that something is kept for this tab only is said once a play, and again when that changes", async () => {
  let kept: Kept = "in this tab";
  const session = await atTheTable(refusing(() => kept));
  expect(session.state.notice?.key).toBe("notice.storage.tab");
  session.dismiss();
  goOn(session);
  expect(session.state.notice).toBeNull();
  kept = "nowhere";
  goOn(session);
  expect(session.state.notice?.key).toBe("notice.storage");
  session.again({});
  expect(session.state.notice?.key).toBe("notice.storage");
});
