// Runs in Windows' Node: the tests, and their numbers for whoever counts.

import { writeFileSync } from "node:fs";
import { inspect } from "node:util";
import { defineCommandLineSuite } from "./commandLine.ts";
import { defineLanguageServerSuite } from "./languageServer.ts";
import { install, uninstall } from "./packaged.ts";
import { definePlanningSuite } from "./planning.ts";

async function main(): Promise<void> {
  const { default: Mocha } = await import("mocha");
  const mocha = new Mocha({ ui: "bdd", timeout: 120_000, forbidOnly: true, forbidPending: true, color: false });
  const filter = process.env["LIFEKEEPER_TEST_FILTER"];
  if (filter !== undefined && filter !== "") mocha.grep(filter);
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  install();
  process.on("exit", uninstall);
  defineCommandLineSuite();
  defineLanguageServerSuite();
  definePlanningSuite();
  mocha
    .run((failures) => process.exit(failures === 0 ? 0 : 1))
    .on("end", function (this: { readonly stats?: { readonly passes: number; readonly failures: number } }) {
      const { passes = 0, failures = 0 } = this.stats ?? {};
      writeFileSync(process.env["LIFEKEEPER_TEST_RESULT"] ?? "", JSON.stringify({ passed: passes, failed: failures }));
    });
}

main().catch((error: unknown) => {
  process.stderr.write(`${inspect(error)}\n`);
  process.exit(1);
});
