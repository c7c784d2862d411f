// A test specification as plain data in one language, for tools that keep tests and requirements.

import type { Locale } from "../locale/localized.ts";
import type { LineIndex } from "../text/lineIndex.ts";
import type { TestItem, TestPlan } from "./plan.ts";
import { expectedSentences } from "./render.ts";
import type { Shown, Traceability } from "./traceability.ts";

export function renderPlanJson(plan: TestPlan, locale: Locale, trace: Traceability, lines: LineIndex): object {
  const shown = (all: readonly Shown[]): readonly object[] =>
    all.map(({ kind, title, place, result }) => ({
      kind,
      title: title[locale],
      line: lines.positionAt(place.span.start).line,
      result,
    }));
  return {
    cluster: plan.cluster,
    version: plan.version,
    tests: plan.items.map((item) => itemJson(item, locale)),
    requirements: trace.requirements.map((one) => ({ name: one.name, shown: shown(one.shown), tests: one.tests })),
    withoutRequirement: { shown: shown(trace.without.shown), tests: trace.without.tests },
  };
}

function itemJson(item: TestItem, locale: Locale): object {
  const operations = (all: TestItem["operations"]): readonly object[] =>
    all.map(({ node, text, command, caution }) => ({
      node: node ?? null,
      text: text[locale],
      command: command ?? null,
      caution: caution?.[locale] ?? null,
    }));
  return {
    number: item.number,
    requirements: item.requirements,
    category: item.category,
    title: item.title[locale],
    preconditions: item.preconditions.map((text) => text[locale]),
    operations: operations(item.operations),
    expected: expectedSentences(item).map((text) => text[locale]),
    withinSeconds: item.withinSeconds,
    checks: item.checks,
    cleanUp: operations(item.cleanUp),
    evidence: item.evidence,
  };
}
