// Where each rule stands, by its code.

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");

export const rulesFound: readonly { readonly file: string; readonly code: string }[] = globSync(
  "core/src/rules/*/*.ts",
  { cwd: root },
).flatMap((file) =>
  [...readFileSync(join(root, file), "utf8").matchAll(/: Rule = \{\s+code: "([^"]+)"/g)].map((match) => ({
    file: join(root, file),
    code: match[1] ?? "",
  })),
);

export const ruleFiles: ReadonlyMap<string, string> = new Map(rulesFound.map(({ code, file }) => [code, file]));
