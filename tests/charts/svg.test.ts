import fc from "fast-check";
import { expect, test } from "vitest";
import { element, fullLook, svg, svgText } from "../../src/charts/svg.ts";
import { readXml } from "./xml.ts";

test("whatever a name holds, the chart is well-formed and says it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (title, inside) => {
      const caption = { title, description: inside };
      const look = fullLook();
      const drawn = svg(look, 100, caption, [element("text", { "data-x": inside }, svgText(inside))]);
      const text = readXml(drawn).find(({ name }) => name === "text");
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold is left out
      const kept = inside.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
      expect(text?.text).toBe(kept);
      expect(text?.attributes["data-x"]).toBe(kept);
    }),
  );
});

test("a name cannot become an element of its own", () => {
  const drawn = svg(fullLook(), 10, { title: "</title><script>x</script>", description: '"><image/>' }, []);
  expect(readXml(drawn).map(({ name }) => name)).toEqual(["svg", "title", "desc"]);
});

test("says who it is to those who do not see it", () => {
  const drawn = svg(fullLook({ id: "zone", language: "ar" }), 10, { title: "T", description: "D" }, []);
  const [root, title, description] = readXml(drawn);
  expect(root?.attributes).toMatchObject({
    role: "img",
    "aria-labelledby": "zone-title zone-description",
    lang: "ar",
    direction: "rtl",
  });
  expect([title?.attributes.id, title?.text]).toEqual(["zone-title", "T"]);
  expect([description?.attributes.id, description?.text]).toEqual(["zone-description", "D"]);
});

test("a chart keeps a width that can be read", () => {
  expect(fullLook({ width: 5 }).width).toBe(280);
});
