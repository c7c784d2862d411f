// The run in plain text and in Markdown, for a mail, a ticket or a report.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import type { StateView } from "@lkcluster/core/simulate/read.ts";
import { changeWords, eventWords, nodeConditionWords } from "@lkcluster/core/simulate/scenario/eventWords.ts";
import type { Moment } from "../run/played.ts";
import { hierarchyWords, panelWords, timeText, timelineWords as words } from "../words/panelWords.ts";
import { topologyWords } from "../words/topologyWords.ts";

export interface RunReport {
  readonly cluster: Cluster;
  readonly moments: readonly Moment[];
  readonly end: StateView;
  readonly locale: Locale;
}

export function runAsText({ cluster, moments, end, locale }: RunReport): string {
  const lines = moments.map(({ timeMs, entry }) => {
    if (entry === undefined) return `${timeText(timeMs).padStart(8)}  ${panelWords.start[locale]}`;
    const changes = entry.changes.map((change) => changeWords(change)[locale]).join("; ");
    const head = `${timeText(timeMs).padStart(8)}  ${entry.node ?? "-"}  ${eventWords(entry.event)[locale]}`;
    const why = entry.why.text[locale];
    return [
      head,
      ...(changes === "" ? [] : [`          ${changes}`]),
      ...(why === "" ? [] : [`          ${why}`]),
    ].join("\n");
  });
  const states = end.resources.map(
    ({ tag, states: all }) => `  ${tag}: ${all.map(({ node, state }) => `${node} ${state}`).join(", ")}`,
  );
  const nodes = end.nodes.map(({ name, condition }) => `  ${name}: ${nodeConditionWords[condition][locale]}`);
  return `${cluster.name}\n\n${lines.join("\n")}\n\n${[...nodes, ...states].join("\n")}\n`;
}

export function runAsMarkdown({ cluster, moments, end, locale }: RunReport): string {
  const head = [words.time, words.node, words.event, words.changed, words.why].map((word) => word[locale]);
  const rows = moments.map(({ timeMs, entry }) =>
    entry === undefined
      ? [timeText(timeMs), "", panelWords.start[locale], "", ""]
      : [
          timeText(timeMs),
          entry.node ?? "",
          eventWords(entry.event)[locale],
          entry.changes.map((change) => changeWords(change)[locale]).join("; "),
          entry.why.text[locale],
        ],
  );
  const nodes = end.nodes.map(({ name }) => name);
  const states = end.resources.map(({ tag, states: all }) => [
    tag,
    ...nodes.map((node) => all.find((entry) => entry.node === node)?.state ?? ""),
  ]);
  const conditions = [
    topologyWords.state[locale],
    ...end.nodes.map(({ condition }) => nodeConditionWords[condition][locale]),
  ];
  return [
    `# ${plain(cluster.name)}`,
    `## ${panelWords.timeline[locale]}`,
    table(head, rows),
    `## ${panelWords.hierarchies[locale]}`,
    table([hierarchyWords.tag[locale], ...nodes], [conditions, ...states]),
    "",
  ].join("\n\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** What a cell of a table may hold. */
function plain(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("|", "\\|").replaceAll("\n", " ").replaceAll("<", "&lt;");
}
