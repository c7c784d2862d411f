// A time line as JSON; the shape is part of docs/command-line.md.

import { sources } from "@lkcluster/core/catalogue/sources.ts";
import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { eventText } from "@lkcluster/core/simulate/scenario/eventText.ts";
import type { TimelineEntry } from "@lkcluster/core/simulate/trace.ts";

export function timelineJson(entries: readonly TimelineEntry[], locale: Locale): readonly object[] {
  return entries.map(({ timeMs, node, event, changes, why }) => ({
    timeMs,
    node: node ?? null,
    event: eventText(event),
    changes,
    why: {
      rule: why.rule,
      text: why.text[locale],
      facts: why.facts,
      parameter: why.parameter === undefined ? null : { name: why.parameter.name, value: why.parameter.value },
      reading: why.reading ?? null,
      evidence: why.evidence,
    },
    source: why.sources.map((key) => ({ key, ...sources[key] })),
  }));
}
