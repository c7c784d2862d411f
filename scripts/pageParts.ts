// What a page of its own is made of (core/src/report/page.ts): the panel, packed; the script that unpacks it; the style
// sheet with the icons that are used. One JSON file beside the command line and the extension.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { PageParts } from "@lkcluster/core/report/page.ts";
import { type BuildOptions, build, type Metafile, type Plugin, transform } from "esbuild";
import { projectRoot } from "./projectRoot.ts";

/** Where the shells look for it. */
const pagePartsFile: string = join(projectRoot, "dist/cli/page.json");

/**
 * What a page does not do: the record holds what the rules found, so that nobody asks them again, and no text can be
 * changed there, so that nothing is repaired. Half a megabyte stays at home.
 */
const stayAtHome: Plugin = {
  name: "what stays at home",
  setup(page) {
    page.onLoad({ filter: /core[\\/]src[\\/]rules[\\/]rules\.ts$/ }, () => ({ contents: "export const rules = [];" }));
    page.onLoad({ filter: /core[\\/]src[\\/]prove[\\/]repairCandidates\.ts$/ }, () => ({
      contents: "export const repairCandidates = () => [];",
    }));
  },
};

const page: BuildOptions = {
  bundle: true,
  platform: "browser",
  format: "iife",
  target: "es2022",
  absWorkingDir: projectRoot,
  charset: "utf8",
  minify: true,
  write: false,
  metafile: true,
  logLevel: "warning",
};

export async function buildPageParts(): Promise<Metafile> {
  const [panel, boot, styles] = await Promise.all([
    build({ ...page, entryPoints: ["client/webview/main.ts"], plugins: [stayAtHome] }),
    build({ ...page, entryPoints: ["client/webview/page/boot.ts"] }),
    transform(readFileSync(join(projectRoot, "client/webview/page/page.css"), "utf8"), { loader: "css", minify: true }),
  ]);
  const [panelText, bootText] = [panel, boot].map(({ outputFiles }) => outputFiles?.[0]?.text ?? "");
  if (panelText === undefined || bootText === undefined || panel.metafile === undefined)
    throw new Error("nothing was built");
  const sources = Object.keys(panel.metafile.inputs).filter((input) => input.startsWith("client/"));
  const css = styles.code.trim() + iconStyles(sources);
  const parts: PageParts = {
    panel: gzipSync(panelText, { level: 9 }).toString("base64"),
    panelHash: hashOf(panelText),
    boot: bootText.trim(),
    bootHash: hashOf(bootText.trim()),
    styles: css,
    stylesHash: hashOf(css),
  };
  mkdirSync(dirname(pagePartsFile), { recursive: true });
  writeFileSync(pagePartsFile, JSON.stringify(parts));
  return panel.metafile;
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** The icon font has 125 kB; the panel uses some twenty icons, by names that stand in its sources. */
function iconStyles(sources: readonly string[]): string {
  const texts = sources.map((source) => readFileSync(join(projectRoot, source), "utf8")).join("\n");
  const names = new Set(
    [...texts.matchAll(/"([a-z]+(?:-[a-z]+)*)"|codicon-([a-z]+(?:-[a-z]+)*)/g)].map(([, a, b]) => a ?? b),
  );
  return [...names]
    .sort()
    .map((name) => ({ name, file: join(projectRoot, `node_modules/@vscode/codicons/src/icons/${name}.svg`) }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => {
      const image = encodeURIComponent(readFileSync(file, "utf8").trim()).replaceAll("'", "%27");
      return `.codicon-${name}::before{mask:url("data:image/svg+xml,${image}") center/contain no-repeat}`;
    })
    .join("");
}
