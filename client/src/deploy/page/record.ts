// A deployment that has ended as a Markdown record: for a ticket, a change board, or to keep.

import type { Locale, Localized } from "@lkcluster/core/locale/localized.ts";
import { largest } from "@lkcluster/core/many.ts";
import { code, markdownText, visible } from "@lkcluster/core/text/shown.ts";
import { nodeStateWords, outcomeWords } from "@lkcluster/deploy/outcomeWords.ts";
import type { Deployment } from "./protocol.ts";

export function recordOf({ cluster, way, startedAtMs, plan, end, steps }: Deployment, locale: Locale): string {
  const say = (text: Localized): string => markdownText(text[locale]);
  const head = words[way === "deploy" ? "deployment" : "rollback"][locale];
  const nodes = end?.nodes ?? [];
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
  return [
    `# ${head} ${code(cluster)}${end === undefined ? "" : `: ${say(outcomeWords[end.outcome])}`}`,
    "",
    `- ${words.when[locale]}: ${new Date(startedAtMs).toISOString()}`,
    ...(end === undefined ? [] : [`- ${words.took[locale]}: ${seconds(end.endedAtMs - startedAtMs)}`]),
    ...(end?.transaction === undefined ? [] : [`- ${words.audit[locale]}: ${code(end.transaction)}`]),
    "",
    ...(end === undefined ? [] : [say(end.message), "", ...end.advice.map((text) => `- ${say(text)}`), ""]),
    ...(nodes.length === 0
      ? []
      : [
          `| ${words.node[locale]} | ${words.state[locale]} | ${words.before[locale]} | ${words.after[locale]} | ${words.detail[locale]} |`,
          "| --- | --- | --- | --- | --- |",
          ...nodes.map(
            ({ node, state, before, after, detail }) =>
              `| ${markdownText(node)} | ${say(nodeStateWords[state])} | ${hash(before)} | ${hash(after)} | ${say(detail)} |`,
          ),
          "",
        ]),
    ...(plan?.differences ?? []).flatMap(({ node, ssh, file, lines }) =>
      lines.length === 0
        ? []
        : [`## ${markdownText(node)}`, "", `${code(ssh)}: ${code(file)}`, "", ...fenced(lines), ""],
    ),
    `## ${words.steps[locale]}`,
    "",
    ...steps.map(
      ({ node, text, state, beganAtMs, endedAtMs }) =>
        `- ${state === "failed" ? "✗ " : ""}${node === undefined ? "" : `${markdownText(node)}: `}${say(text)} (${seconds((endedAtMs ?? beganAtMs) - beganAtMs)})`,
    ),
    "",
  ].join("\n");
}

/** A fence longer than any in it. */
function fenced(lines: readonly string[]): readonly string[] {
  const longest = largest([2, ...lines.map((line) => /`{3,}/.exec(line)?.[0].length ?? 0)]);
  const fence = "`".repeat(longest + 1);
  return [`${fence}diff`, ...lines.map(visible), fence];
}

function hash(text: string | undefined): string {
  return text === undefined ? "" : code(text === "absent" ? text : text.slice(0, 12));
}

const words = {
  deployment: { en: "Deployment of", ja: "デプロイの記録:" },
  rollback: { en: "Rollback of", ja: "ロールバックの記録:" },
  when: { en: "When", ja: "日時" },
  took: { en: "Took", ja: "所要時間" },
  audit: { en: "Audit id", ja: "監査 ID" },
  node: { en: "node", ja: "ノード" },
  state: { en: "state", ja: "状態" },
  before: { en: "file before", ja: "変更前のファイル" },
  after: { en: "file after", ja: "変更後のファイル" },
  detail: { en: "what is known", ja: "分かっていること" },
  steps: { en: "Steps", ja: "手順" },
} as const satisfies Record<string, Localized>;
