// Plain JavaScript without packages of its own, as install.js.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { TOP } from "./install.js";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];

function onThePath() {
  const folders = (process.env.PATH ?? "").split(delimiter).concat("/usr/bin", "/snap/bin");
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function inApplications() {
  return ["/", homedir()].flatMap((root) =>
    ["Chromium", "Google Chrome", "Microsoft Edge"].map((app) =>
      join(root, "Applications", `${app}.app`, "Contents/MacOS", app),
    ),
  );
}

function inProgramFiles() {
  const roots = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
  return roots
    .filter((root) => root !== undefined)
    .flatMap((root) =>
      ["Chromium", "Google\\Chrome", "Microsoft\\Edge"].flatMap((vendor) =>
        ["chrome.exe", "msedge.exe"].map((name) => join(root, vendor, "Application", name)),
      ),
    );
}

/** Where `npx playwright install chromium` puts it; any revision will do. */
function inPlaywrightsCache() {
  const usual = {
    darwin: join(homedir(), "Library/Caches/ms-playwright"),
    win32: join(process.env.LOCALAPPDATA ?? homedir(), "ms-playwright"),
  }[/** @type {string} */ (process.platform)];
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH || (usual ?? join(homedir(), ".cache/ms-playwright"));
  if (!existsSync(cache)) return [];
  const inside = [
    ...["chrome-linux/chrome", "chrome-linux64/chrome", "chrome-linux-arm64/chrome"],
    ...["chrome-win/chrome.exe", "chrome-win64/chrome.exe"],
    ...["chrome-mac", "chrome-mac-arm64", "chrome-mac-x64"].flatMap((folder) => [
      `${folder}/Chromium.app/Contents/MacOS/Chromium`,
      `${folder}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
    ]),
  ];
  return readdirSync(cache)
    .filter((folder) => folder.startsWith("chromium-"))
    .sort()
    .reverse()
    .flatMap((folder) => inside.map((path) => join(cache, folder, path)));
}

/** @param {string} path */
function runs(path) {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === "win32") return true;
  // Ubuntu puts a script at chromium-browser that only tells people to install a snap.
  return spawnSync(path, ["--version"], { timeout: 20_000, stdio: "ignore" }).status === 0;
}

/**
 * A Chromium for the browser tests: `PARLEY_CHROMIUM`, or what this machine has.
 *
 * @returns {string | undefined} path of the executable
 */
export function findChromium() {
  const named = process.env.PARLEY_CHROMIUM;
  if (named) return existsSync(named) ? named : undefined;
  const places = { darwin: inApplications, win32: inProgramFiles }[/** @type {string} */ (process.platform)];
  return [...(places ?? onThePath)(), ...inPlaywrightsCache()].find(runs);
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { cwd: TOP, env, stdio: ["ignore", 2, 2] }).status === 0;
}

function fromDebian() {
  const apt = (/** @type {string[]} */ ...args) => run("apt-get", ["-q", "-o", "DPkg::Lock::Timeout=300", ...args]);
  // An update that fails for one mirror may still have brought what is needed.
  apt("update");
  return apt("install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core");
}

/** @param {boolean} root */
function fromPlaywright(root) {
  const cli = join(TOP, "node_modules/playwright/cli.js");
  const libraries = root && process.platform === "linux" ? ["--with-deps"] : [];
  return run(process.execPath, [cli, "install", ...libraries, "chromium"]);
}

function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}

/**
 * As `findChromium`, but installs one when there is none: from Debian where we are root there (it brings the system
 * libraries and Arabic fonts along), else the one that Playwright downloads.
 */
export function findOrInstallChromium() {
  const found = findChromium();
  if (found || process.env.PARLEY_CHROMIUM) return found;
  process.stderr.write("Installing a Chromium for the browser tests; this happens once …\n");
  const root = process.getuid?.() === 0;
  if (root && isDebian() && fromDebian()) {
    const installed = findChromium();
    if (installed) return installed;
  }
  fromPlaywright(root);
  return findChromium();
}
