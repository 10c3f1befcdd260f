import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, type HotPayload, type ViteDevServer } from "vite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkedScenarios } from "../../build/checked-scenarios.ts";

const MUNICH = readFileSync(new URL("../../scenarios/munich-2016.yaml", import.meta.url), "utf8");

let folder: string;
let file: string;
let server: ViteDevServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "parley-checked-"));
  file = join(folder, "munich.yaml");
  writeFileSync(file, MUNICH);
  writeFileSync(join(folder, "main.js"), 'import scenario from "./munich.yaml?checked"; console.log(scenario);');
  server = await createServer({
    root: folder,
    configFile: false,
    logLevel: "silent",
    plugins: [checkedScenarios()],
    optimizeDeps: { noDiscovery: true },
    // Some file systems of test machines report no change by themselves.
    server: { middlewareMode: true, ws: false, watch: { usePolling: true, interval: 50 } },
  });
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a page would get now. */
async function served(): Promise<string> {
  await server.transformRequest("/main.js");
  return (await server.transformRequest("/munich.yaml?checked"))?.code ?? "";
}

test("a page in development gets the scenario checked, and is told to reload when its file changes", async () => {
  expect(await served()).toContain("munich-2016");
  const told = new Promise<HotPayload>((done) => {
    server.environments.client.hot.send = (payload: unknown) => done(payload as HotPayload);
  });
  writeFileSync(file, MUNICH.replace(/^id: .*/m, "id: changed-here"));
  expect(await told).toMatchObject({ type: "full-reload" });
  expect(await served()).toContain("changed-here");
});

test("a file with errors is served to nobody: the line and what is wrong with it are said", async () => {
  writeFileSync(file, "parley: 1\nid: broken\n");
  await expect(served()).rejects.toThrow(/munich\.yaml:\d+:\d+ /);
});
