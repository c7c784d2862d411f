// Plans, outcomes and what nodes said, laid out for a terminal of any width. What a node or ssh said is set apart from
// what we say, and can move no cursor.

import type { Locale, Localized } from "@lkcluster/core/locale/localized.ts";
import type { DeploymentPlan, NodePlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { textOrEmpty } from "@lkcluster/core/text/byteText.ts";
import { formatDiff } from "@lkcluster/core/text/diff.ts";
import { nodeStateWords, outcomeWords } from "@lkcluster/deploy/outcomeWords.ts";
import { printable } from "@lkcluster/deploy/printable.ts";
import type { DeployReport, ProgressEvent } from "@lkcluster/deploy/report.ts";
import { hang, type Paint } from "./paint.ts";

export interface Look {
  readonly locale: Locale;
  readonly paint: Paint;
  readonly columns: number;
}

export function planText(plan: DeploymentPlan, look: Look): string {
  const { locale, paint, columns } = look;
  const warnings = plan.warnings.map((text) => hang(`${paint.yellow("!")} `, text[locale], columns));
  const rollout = plan.rollout.kind === "trivial" ? [] : [hang("", plan.rollout.text[locale], columns)];
  const steps = plan.steps.map(({ text }, at) => hang(`${String(at + 1).padStart(3)}. `, text[locale], columns));
  const refusals = plan.refusals.map((text) => hang(`${paint.red("✗")} `, text[locale], columns));
  return lines([
    ...plan.nodes.map((node) => nodeText(node, whereTo(plan, node), look)),
    ...warnings,
    ...rollout,
    ...steps,
    ...refusals,
  ]);
}

/** What ssh is given, and the path there. */
function whereTo({ goesTo }: DeploymentPlan, { node }: NodePlan): string {
  const to = goesTo.find((each) => each.node === node);
  return to === undefined ? "" : printable(`${to.ssh}: ${to.file}`);
}

function nodeText({ node, before, after }: NodePlan, where: string, { locale, paint }: Look): string {
  const title = `${paint.bold(node)}  ${paint.dim(where)}`;
  if (before === after) return `${title}  ${same[locale]}`;
  return [title, ...diffLines(textOrEmpty(before), textOrEmpty(after), paint)].join("\n");
}

/** Indented, each line as it is: a difference that is broken anew is another difference. */
export function diffLines(before: string, after: string, paint: Paint): readonly string[] {
  return formatDiff(before, after)
    .split("\n")
    .slice(0, -1)
    .map((line) => {
      const shown = printable(line);
      return `  ${line.startsWith("+") ? paint.green(shown) : line.startsWith("-") ? paint.red(shown) : shown}`;
    });
}

export function reportText(report: DeployReport, look: Look): string {
  const { locale, paint, columns } = look;
  const nodes = report.nodes.map(({ node, state, detail, said }) =>
    lines([
      hang(`${paint.bold(node)}  `, `${nodeStateWords[state][locale]}  ${detail[locale]}`, columns),
      ...saidLines(said, paint),
    ]).trimEnd(),
  );
  const good = report.outcome === "deployed" || report.outcome === "unchanged";
  const outcome = outcomeWords[report.outcome][locale];
  return lines([
    ...nodes,
    hang(`${good ? paint.green(outcome) : paint.red(outcome)}: `, report.message[locale], columns),
    ...report.advice.map((text) => hang("→ ", text[locale], columns)),
  ]);
}

/** What ssh or a node said, in its own words. */
export function saidLines(said: string | undefined, paint: Paint): readonly string[] {
  return said === undefined || said === "" ? [] : said.split("\n").map((line) => `    ${paint.dim(line)}`);
}

/** One line of progress, or undefined for what is not worth one. */
export function progressText(
  { phase, state, text }: ProgressEvent,
  { locale, paint, columns }: Look,
): string | undefined {
  // A node that cannot be read ends the run there, and the report that follows at once says why.
  if (state === "begins" || (phase === "read" && state === "failed")) return undefined;
  if (state === "goes-on") return `${hang("… ", text[locale], columns)}\n`;
  return `${hang(`${state === "done" ? paint.green("✓") : paint.red("✗")} `, text[locale], columns)}\n`;
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join("");
}

const same: Localized = { en: "no change", ja: "変更なし" };
