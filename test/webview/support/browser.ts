// A real Chromium for the tests of the panel, and pages in it that look like a web view of VS Code.

import { existsSync } from "node:fs";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { bodyClasses, type ThemeName, variablesOf } from "./themes.ts";

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env["LKCLUSTER_CHROMIUM"] ?? places.find((place) => existsSync(place));
  if (executablePath === undefined) {
    throw new Error(
      "The tests of the panel need a Chromium. Install Debian's package `chromium`, or set LKCLUSTER_CHROMIUM to one.",
    );
  }
  return chromium.launch({ executablePath, args: flags });
}

/** Bundles a browser script as the build does. */
export async function bundleScript(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "chrome132",
    minify: false,
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
  });
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error(`esbuild made nothing of ${entry}`);
  return output.text;
}

/** The class and the variables that VS Code sets on a web view. */
export async function applyTheme(page: Page, theme: ThemeName): Promise<void> {
  await page.evaluate(
    ({ variables, className }) => {
      for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
      document.body.className = className;
    },
    { variables: variablesOf(theme), className: bodyClasses[theme] },
  );
}
