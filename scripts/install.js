// Plain JavaScript without packages: this must run on a fresh clone, under any Node from 20.19.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The top of the checkout. */
export const TOP = dirname(dirname(fileURLToPath(import.meta.url)));

/** An end of the road that the user can do something about: its message is one clear sentence. */
export class SetupError extends Error {}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }>}
 */
function locked(path) {
  return JSON.parse(readFileSync(path, "utf8")).packages ?? {};
}

/**
 * Whether `node_modules` is what `package-lock.json` asks for. npm's own note of what it installed is compared, so that
 * it does not matter who called npm.
 */
export function isInstalled(top = TOP) {
  try {
    const wanted = locked(join(top, "package-lock.json"));
    const present = locked(join(top, "node_modules/.package-lock.json"));
    return Object.entries(wanted).every(([path, { version, optional, devOptional, link }]) => {
      if (path === "" || link) return true;
      const there = present[path];
      // A package for another platform is optional and rightly absent.
      return there ? there.version === version : Boolean(optional || devOptional);
    });
  } catch {
    return false;
  }
}

/**
 * Runs npm with the Node that started it. Output goes to stderr: the stdout of a command belongs to the command.
 *
 * @param {string[]} args
 */
export function npm(args, top = TOP) {
  const cli = process.env.npm_execpath;
  // Not this Node: it may live in the node_modules that npm is about to replace.
  const node = process.env.npm_node_execpath ?? process.execPath;
  const viaNode = cli?.endsWith("npm-cli.js");
  const command = viaNode ? node : "npm";
  const { status } = spawnSync(command, viaNode ? [cli ?? "", ...args] : args, {
    cwd: top,
    stdio: ["ignore", 2, 2],
    shell: !viaNode && process.platform === "win32",
  });
  return status === 0;
}

/** Installs the locked packages when they are missing or stale. */
export function install(top = TOP) {
  if (isInstalled(top)) return;
  process.stderr.write("Installing what Parley needs; this happens once …\n");
  // Windows cannot delete the node.exe that is running; `install` replaces only what differs.
  const verb = process.platform === "win32" && existsSync(join(top, "node_modules")) ? "install" : "ci";
  if (!npm([verb, "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"], top))
    throw new SetupError(
      "The packages could not be installed: look at npm's message above, and try again with a network.",
    );
}

/**
 * The Node that everything of Parley runs under: 24, from the package for this platform, or this one if it is new
 * enough.
 *
 * @returns {string} path of the executable
 */
export function modernNode(top = TOP) {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const { optionalDependencies } = JSON.parse(readFileSync(join(top, "package.json"), "utf8"));
  const name = Object.keys(optionalDependencies).find((each) => each.endsWith(`-${platform}-${process.arch}`));
  if (name) {
    const path = join(top, "node_modules", name, "bin", platform === "win" ? "node.exe" : "node");
    if (path === process.execPath || spawnSync(path, ["--version"]).status === 0) return path;
    // npm puts .bin first in PATH: a Node that cannot run here (musl) must not hide the one that can.
    rmSync(join(top, "node_modules/.bin/node"), { force: true });
  }
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  throw new SetupError(
    `Parley brings its own Node 24, but not for ${process.platform} ${process.arch}: please install Node 24 from https://nodejs.org and try again.`,
  );
}
