import { expect, test } from "vitest";

// Phaser and the golden records need more than a simulated page: this says which one the tests are in.
test("browser tests run in a browser that can draw", () => {
  expect(navigator.userAgent).toContain("Chrome");
  expect(document.createElement("canvas").getContext("webgl2")).not.toBeNull();
});
