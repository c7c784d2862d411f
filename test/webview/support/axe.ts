// What axe-core finds wrong in a page for people who do not see it or do not use a mouse.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A panel is a part of the editor's page, which has the landmarks and the heading. */
const whole: RunOptions = {
  resultTypes: ["violations"],
  rules: {
    "label-content-name-mismatch": { enabled: false },
    region: { enabled: false },
    "landmark-one-main": { enabled: false },
    "page-has-heading-one": { enabled: false },
  },
};

/** Whoever speaks to the machine says what stands on a button. */
const spoken: RunOptions = {
  resultTypes: ["violations"],
  runOnly: { type: "rule", values: ["label-content-name-mismatch"] },
};

/** Drawings and the letters of a state are shorter than any name: that says in words what is drawn. */
const drawn = ["svg", ".state"];

/** One line for each. */
export async function wrongIn(page: Page): Promise<readonly string[]> {
  // The content security policy of the page lets no script in but its own; the debugger may.
  await page.evaluate(axeSource);
  const found = (await page.evaluate(
    async ([everything, names, besides]) => {
      const { axe } = globalThis as unknown as { axe: { run(where: object, how: object): Promise<unknown> } };
      const without = { exclude: besides.map((selector) => [selector]) };
      return [await axe.run(document, everything), await axe.run(without, names)];
    },
    [whole as object, spoken as object, drawn] as const,
  )) as readonly AxeResults[];
  return found.flatMap(({ violations }) =>
    violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, target, any }) =>
          `${id}: ${target.join(" ")} ${html.slice(0, 160)} ${any.map(({ message }) => message).join()}`,
      ),
    ),
  );
}
