// The entry that VS Code calls: runs the end-to-end tests inside the extension host and writes the numbers down.

import { writeFileSync } from "node:fs";
import { inspect } from "node:util";
import type MochaClass from "mocha";
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
const testTimeoutMs = 120_000;

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
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} end-to-end tests failed`);
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

/** Prints what happens while it happens, and the numbers for whoever counts. */
function reporter(Mocha: typeof MochaClass): MochaClass.ReporterConstructor {
  return class extends Mocha.reporters.Base {
    constructor(runner: MochaClass.Runner, options: MochaClass.MochaOptions) {
      super(runner, options);
      runner.on("suite", (suite) => void print(`${suite.title}\n`));
      runner.on("pass", (test) => void print(`  ✔ ${test.title} (${test.duration} ms)\n`));
      runner.on("fail", (test, error) => void print(`  ✘ ${test.fullTitle()}\n${inspect(error)}\n`));
      runner.on("end", () => {
        const file = process.env["LIFEKEEPER_TEST_RESULT"];
        const { passes = 0, failures = 0 } = this.stats;
        if (file !== undefined) writeFileSync(file, JSON.stringify({ passed: passes, failed: failures }));
      });
    }
  };
}
