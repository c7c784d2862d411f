// The entry that VS Code calls in its web worker: runs the tests there, one after the other. Mocha's build for browsers
// wants a page, and a worker has none.

import { print, screenshot } from "./driver.ts";
import { webTests } from "./suite.ts";

export async function run(): Promise<void> {
  let failed = 0;
  for (const [title, test] of Object.entries(webTests)) {
    const start = performance.now();
    try {
      await test();
      await print(`  ✔ ${title} (${Math.round(performance.now() - start)} ms)\n`);
    } catch (error) {
      failed++;
      await print(`  ✘ ${title}\n${error instanceof Error ? error.stack : String(error)}\n`);
      await screenshot("web-failure");
    }
  }
  await print(`${Object.keys(webTests).length - failed} passed, ${failed} failed\n`);
  if (failed > 0) throw new Error(`${failed} tests in the browser failed`);
}
