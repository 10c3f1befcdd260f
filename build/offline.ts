import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { HOUSE } from "../src/charts/palette.ts";

/** Sizes of a picture by its file in `assets/`. */
const ICONS = [
  { file: "icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
  { file: "icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
  { file: "icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
  { file: "icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
] as const;

const assets = new URL("../assets/", import.meta.url);

/** A manifest names its icons: they keep their names. */
function icons(): Plugin {
  return {
    name: "parley:icons",
    apply: "build",
    generateBundle() {
      for (const { file } of ICONS) {
        this.emitFile({ type: "asset", fileName: file, source: readFileSync(new URL(file, assets)) });
      }
    },
  };
}

/**
 * Vite plugins that make the built site installable and complete without a network. The worker keeps every file of a version;
 * a newer version waits until a page asks for it (`pages/app/versions.tsx`), with its files beside the old ones.
 */
export function offline() {
  return [
    icons(),
    VitePWA({
      registerType: "prompt",
      // The page registers it: a script in the document would be against its Content-Security-Policy.
      injectRegister: false,
      includeManifestIcons: false,
      manifest: {
        name: "Parley",
        short_name: "Parley",
        description: "Sit down as one of the parties to a real negotiation, and play it.",
        lang: "en",
        start_url: "./",
        scope: "./",
        display: "standalone",
        theme_color: HOUSE.ink,
        background_color: HOUSE.paper,
        categories: ["education", "games"],
        icons: ICONS.map(({ file, ...icon }) => ({ src: file, ...icon })),
      },
      workbox: {
        globPatterns: ["**/*.{js,css,html,svg,png,woff2,webmanifest}"],
        // Phaser is one file of 1.4 MB.
        maximumFileSizeToCacheInBytes: 5_000_000,
        // Named by their content: what the first visit has already fetched need not be fetched again.
        dontCacheBustURLsMatching: /^assets\//,
        cleanupOutdatedCaches: true,
        clientsClaim: true,
        inlineWorkboxRuntime: true,
      },
    }),
  ];
}
