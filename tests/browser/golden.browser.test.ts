import { expect, test } from "vitest";
import { replay } from "../../src/play/replay.ts";
import { GOLDEN } from "../golden/records.ts";

// Node made these records; another engine must come to the same bits.
test.each(GOLDEN)("%s plays again to the same seal in the browser", (_, record) => {
  const { play, difference } = replay(record);
  expect(difference).toBeNull();
  expect(play.seal).toBe(record.seal);
});
