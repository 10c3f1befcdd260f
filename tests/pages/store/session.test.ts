import { expect, test } from "vitest";
import { currentPlayIn, goOn, opened } from "../../setup/session.ts";

test("goes from the start to the mandate, the table and the result", async () => {
  const session = await opened();
  expect(session.state.screen).toBe("start");
  expect(session.state.offered?.facts.id).toBe("munich-2016");
  session.begin(["us"], "x");
  expect(session.state.screen).toBe("mandate");
  expect(currentPlayIn(session).play.entries).toHaveLength(0);
  session.toTable();
  while (goOn(session));
  session.toResult();
  expect(session.state.screen).toBe("result");
  session.leave();
  expect(session.state).toMatchObject({ screen: "start", play: null });
});

test("says a fault once, however often it is reported: saying it may be what fails", async () => {
  const session = await opened();
  let drawn = 0;
  session.subscribe(() => {
    drawn++;
    session.report(new Error("broken"));
  });
  session.report(new Error("broken"));
  expect(drawn).toBe(1);
  expect(session.state.notice).toMatchObject({ key: "notice.failed", values: { message: "broken" } });
});
