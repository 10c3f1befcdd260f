import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";
import { readScenario } from "../src/play/read.ts";

const CHECKED_YAML = /\.yaml\?checked$/;

/**
 * Vite plugin: `import scenario from "….yaml?checked"` gives the checked scenario. The file is read and checked here, in
 * Node, so that no browser needs the readers of YAML for what comes with the site; with errors in it nothing is built.
 */
export function checkedScenarios(): Plugin {
  return {
    name: "parley:checked-scenarios",
    async load(id) {
      if (!CHECKED_YAML.test(id)) return null;
      const file = id.replace(/\?checked$/, "");
      this.addWatchFile(file);
      const { scenario, diagnostics } = readScenario(await readFile(file, "utf8"), file);
      if (!scenario) {
        return this.error(diagnostics.map((one) => `${one.file}:${one.line}:${one.column} ${one.message}`).join("\n"));
      }
      // Browsers parse JSON in a string faster than the same object as a program.
      const code = `export default JSON.parse(${JSON.stringify(JSON.stringify(scenario))});`;
      return { code, moduleType: "js", map: { mappings: "" } };
    },
  };
}
