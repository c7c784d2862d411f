// Where this checkout lies.

import { join } from "node:path";

export const projectRoot: string = join(import.meta.dirname, "..");

/** What the scripts write for themselves and may reuse: editor, browser, extensions. */
export const cacheRoot: string = join(projectRoot, ".vscode-test");

/** What a test run leaves to look at: screenshots, logs, results. */
export const outputRoot: string = join(projectRoot, ".test-output");
