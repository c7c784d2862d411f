// The entry that VS Code calls: runs the end-to-end tests inside the extension host and writes the numbers down.

import { writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { inspect } from "node:util";
import type MochaClass from "mocha";
import * as vscode from "vscode";
import { defineDeploySuite } from "./deploy.ts";
import { hasDriver, print } from "./driver.ts";
import { defineEditorSuite } from "./editor.ts";
import { defineFileSuite } from "./files.ts";
import { defineFirstContactSuite } from "./firstContact.ts";
import { definePanelSuite } from "./panel.ts";
import { definePictureSuite } from "./pictures.ts";
import { defineRestrictedSuite } from "./restricted.ts";
import { defineTestExplorerSuite } from "./testExplorer.ts";

/** The real editor answers within this, on a busy machine too; a test that needs longer has hung. */
const testTimeoutMs = 240_000;

/** Folders that have not come until then do not come any more. */
const openMs = 60_000;

export async function run(): Promise<void> {
  try {
    await runAll();
  } catch (error) {
    await print(`${inspect(error)}\n`);
    throw error;
  }
}

async function runAll(): Promise<void> {
  const { default: Mocha } = await import("mocha");
  const mocha = new Mocha({
    ui: "bdd",
    timeout: testTimeoutMs,
    forbidOnly: true,
    forbidPending: true,
    reporter: reporter(Mocha),
  });
  const filter = process.env["LIFEKEEPER_TEST_FILTER"];
  if (filter !== undefined) mocha.grep(filter);
  // The suites are functions, so that they are bundled with this file and defined when mocha's words exist.
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  if (process.env["LIFEKEEPER_TEST_ROUND"] === "restricted") defineRestrictedSuite();
  else defineMainSuites();
  await opened();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} end-to-end tests failed`);
}

/**
 * The workbench in a browser opens before it has read which folders a workspace file names, and starts the extension
 * host with none; on a busy machine it can fail to read it at all. The first is waited for; with the second nothing has
 * been tested, and whoever started the editor starts it again.
 */
async function opened(): Promise<void> {
  const wanted = Number(process.env["LIFEKEEPER_TEST_FOLDERS"] ?? 1);
  const count = (): number => vscode.workspace.workspaceFolders?.length ?? 0;
  const began = performance.now();
  const atOnce = count();
  while (count() < wanted && performance.now() - began < openMs) await delay(50);
  if (count() < wanted) {
    const why = `the editor opened ${count()} of ${wanted} folders`;
    writeResult({ neverOpened: why });
    throw new Error(why);
  }
  if (atOnce < wanted)
    await print(`the folders came ${Math.round(performance.now() - began)} ms after the extensions\n`);
}

function defineMainSuites(): void {
  // First, while nothing else has left its mark on the window.
  if (hasDriver) definePictureSuite();
  defineEditorSuite();
  defineFileSuite();
  defineFirstContactSuite();
  if (hasDriver) {
    defineTestExplorerSuite();
    definePanelSuite();
    defineDeploySuite();
  }
}

function writeResult(result: object): void {
  const file = process.env["LIFEKEEPER_TEST_RESULT"];
  if (file !== undefined) writeFileSync(file, JSON.stringify(result));
}

/** Prints what happens while it happens, and the numbers for whoever counts. */
function reporter(Mocha: typeof MochaClass): MochaClass.ReporterConstructor {
  return class extends Mocha.reporters.Base {
    constructor(runner: MochaClass.Runner, options: MochaClass.MochaOptions) {
      super(runner, options);
      runner.on("suite", (suite) => void print(`${suite.title}\n`));
      runner.on("pass", (test) => void print(`  ✔ ${test.title} (${test.duration} ms)\n`));
      runner.on("fail", (test, error) => void print(`  ✘ ${test.fullTitle()}\n${inspect(error)}\n`));
      runner.on("end", () => {
        const { passes = 0, failures = 0 } = this.stats;
        writeResult({ passed: passes, failed: failures });
      });
    }
  };
}
