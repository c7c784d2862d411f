// A real Chromium for the tests of the panel, and pages in it that look like a web view of VS Code.

import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { prepareBrowser } from "../../../scripts/testHost/browser.ts";
import { bodyClasses, type ThemeName, variablesOf } from "./themes.ts";

/** The browser of the test host: the one that is installed, else one that it can get; else a message that says so. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await prepareBrowser();
  return await chromium.launch({ executablePath, args: [...args], env: definedOnly(env) });
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
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
