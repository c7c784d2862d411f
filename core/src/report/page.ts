// One HTML file about a cluster: its record, and the panel with what it needs to play the same runs again. It loads
// nothing, its policy lets nothing in, and every text of a stranger stands in it as text.

import { evidenceNames, severityNames } from "../catalogue/words.ts";
import type { Locale, Localized } from "../locale/localized.ts";
import { plainText } from "../locale/plainText.ts";
import type { SourceFile } from "../model/fileSet.ts";
import { indexLines } from "../text/lineIndex.ts";
import { visible, visibleJson } from "../text/shown.ts";
import type { RecordedProof, Replayed, ReportRecord } from "./record.ts";

/** What the build makes of the panel for a page. The hashes are those of the policy: `sha256-…`. */
export interface PageParts {
  /** The panel's script, as gzip in base 64. */
  readonly panel: string;
  readonly panelHash: string;
  /** Unpacks the panel, and switches the language. */
  readonly boot: string;
  readonly bootHash: string;
  readonly styles: string;
  readonly stylesHash: string;
}

/** What the panel in the page reads: the element `report-data` as JSON. */
export interface PageData {
  readonly clusterFile: string;
  readonly documents: readonly SourceFile[];
  readonly replayed: Replayed | undefined;
}

export interface PageWish {
  readonly parts: PageParts;
  readonly record: ReportRecord;
  /** The cluster file first. Their names are shown, and lead nowhere. */
  readonly documents: readonly SourceFile[];
  /** In which it opens. */
  readonly locale: Locale;
  /** When it was made, and by what; a sentence in each language. */
  readonly made: Localized;
}

export function reportPage({ parts, record, documents, locale, made }: PageWish): string {
  const [first] = documents;
  const data: PageData = { clusterFile: first?.file ?? "", documents, replayed: record.replayed };
  const policy = [
    "default-src 'none'",
    `script-src '${parts.bootHash}' '${parts.panelHash}'`,
    `style-src '${parts.stylesHash}'`,
    // A drawing on its way to a PNG is an image made here.
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${locale}" class="report">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(record.title)} – LifeKeeper</title>
<style>${parts.styles}</style>
</head>
<body>
<header class="report-head">
<div><h1>${escaped(record.title)}</h1><p>${both(record.about)}</p></div>
<div class="languages" role="group" aria-label="Language / 言語">
<button type="button" data-language="en" lang="en">English</button><button type="button" data-language="ja" lang="ja">日本語</button>
</div>
${summary(record)}
</header>
<div class="report-simulator">
<section aria-labelledby="simulator-title"><h2 id="simulator-title">${both(words.simulator)}</h2><p>${both(replayedText(record.replayed))}</p></section>
<div id="panel"><p class="report-wait">${both(words.needsScript)}</p></div>
</div>
<div class="report-record">
${proofsSection(record)}
${scenariosSection(record)}
${problemsSection(record, documents)}
${assumptionsSection(record)}
${filesSection(documents)}
</div>
<footer class="report-foot"><p>${both(made)}</p><p>${both(words.trademark)}</p></footer>
<script type="application/json" id="report-data">${embedded(data)}</script>
<script type="text/plain" id="report-panel">${parts.panel}</script>
<script>${parts.boot}</script>
</body>
</html>
`;
}

/** The last line of a page: when it was made (ISO, UTC), and by what. */
export function madeText(madeAt: string, version: string, replacesNames: boolean): Localized {
  const when = madeAt.slice(0, 16).replace("T", " ");
  const replaced = replacesNames
    ? {
        en: " Names, addresses and titles are replaced; comments are left out.",
        ja: "名前、アドレス、題名は置き換え、コメントは除いてあります。",
      }
    : { en: "", ja: "" };
  return {
    en: `Made on ${when} UTC by lkcluster ${version}.${replaced.en}`,
    ja: `${when} UTC に lkcluster ${version} で作成。${replaced.ja}`,
  };
}

/** JSON that ends no element and hides nothing. */
function embedded(data: PageData): string {
  return visibleJson(JSON.stringify(data)).replaceAll("<", "\\u003c").replaceAll(">", "\\u003e");
}

function escaped(text: string): string {
  return visible(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Both languages; the style sheet shows the one of the page. */
function both({ en, ja }: Localized): string {
  if (en === ja) return escaped(plainText(en));
  return `<span lang="en">${escaped(plainText(en))}</span><span lang="ja">${escaped(plainText(ja))}</span>`;
}

function summary({ proofs, scenarios, problems }: ReportRecord): string {
  const count = <Item>(items: readonly Item[], is: (item: Item) => boolean): number => items.filter(is).length;
  const errors = count(problems, ({ severity }) => severity === "error");
  const warnings = count(problems, ({ severity }) => severity === "warning");
  const cards: readonly (readonly [string, string, Localized])[] = [
    [
      `${count(proofs, ({ verdict }) => verdict === "holds")}/${proofs.length}`,
      proofs.some(({ verdict }) => verdict === "violated")
        ? "bad"
        : proofs.some(({ verdict }) => verdict === "incomplete")
          ? "open"
          : "good",
      words.proofsHold,
    ],
    [
      `${count(scenarios, ({ kind }) => kind === "passed")}/${scenarios.length}`,
      scenarios.some(({ kind }) => kind !== "passed") ? "bad" : "good",
      words.scenariosPass,
    ],
    [String(errors), errors > 0 ? "bad" : "good", words.errors],
    [String(warnings), warnings > 0 ? "open" : "good", words.warnings],
  ];
  const shown = cards.map(
    ([figure, mood, text]) => `<li class="${mood}"><strong>${figure}</strong> ${both(text)}</li>`,
  );
  return `<ul class="report-cards">${shown.join("")}</ul>`;
}

function proofsSection({ proofs }: ReportRecord): string {
  const rows = proofs.map(
    (proof) =>
      `<tr><th scope="row">${both(proof.title)}<div class="asked">${proof.asked.map(both).join("<br>")}</div></th><td class="${verdictMoods[proof.verdict]}">${verdictMarks[proof.verdict]} ${both(verdictWords[proof.verdict])}</td><td>${proofDetails(proof)}</td></tr>`,
  );
  return table("proofs", words.proofs, [words.proof, words.verdict, words.details], rows, words.noProofs);
}

function proofDetails({ violations, limits, states }: RecordedProof): string {
  const ways = violations.map(({ property, text }) => `<p><code>${escaped(property)}</code>: ${both(text)}</p>`);
  const counted = both({ en: `${states} states.`, ja: `${states} 状態。` });
  return `${ways.join("")}<p class="limits">${counted} ${limits.map(both).join(" ")}</p>`;
}

function scenariosSection({ scenarios }: ReportRecord): string {
  const rows = scenarios.map(({ title, kind, failures }) => {
    const lines = failures.map(
      ({ expected, actual }) => `<li><code>expect ${escaped(expected)}</code>: ${both(actual)}</li>`,
    );
    return `<tr><th scope="row">${escaped(title)}</th><td class="${kind === "passed" ? "good" : "bad"}">${kind === "passed" ? "✓" : "✗"} ${both(scenarioWords[kind])}</td><td>${lines.length === 0 ? "" : `<ul>${lines.join("")}</ul>`}</td></tr>`;
  });
  return table("scenarios", words.scenarios, [words.scenario, words.result, words.details], rows, words.noScenarios);
}

function problemsSection({ problems }: ReportRecord, documents: readonly SourceFile[]): string {
  const lines = new Map(documents.map(({ file, text }) => [file, indexLines(text)]));
  const rows = problems.map(({ file, span, code, severity, evidence, message }) => {
    const line = (lines.get(file)?.positionAt(span.start).line ?? 0) + 1;
    return `<tr><th scope="row">${both(severityNames[severity])}</th><td>${escaped(file)}:${line}</td><td>${both(message)} <span class="asked"><code>${escaped(code)}</code> · ${both(evidenceNames[evidence])}</span></td></tr>`;
  });
  return table("problems", words.problems, [words.severity, words.place, words.details], rows, words.noProblems);
}

function table(
  id: string,
  title: Localized,
  heads: readonly Localized[],
  rows: readonly string[],
  nothing: Localized,
): string {
  const head = heads.map((text) => `<th scope="col">${both(text)}</th>`).join("");
  const body =
    rows.length === 0
      ? `<p>${both(nothing)}</p>`
      : `<div class="report-scroll" tabindex="0" role="group" aria-labelledby="${id}"><table><thead><tr>${head}</tr></thead><tbody>${rows.join("\n")}</tbody></table></div>`;
  return `<section aria-labelledby="${id}"><h2 id="${id}">${both(title)}</h2>${body}</section>`;
}

function assumptionsSection({ assumptions }: ReportRecord): string {
  const items = assumptions.map((text) => `<li>${both(text)}</li>`).join("");
  return `<section aria-labelledby="assumptions"><h2 id="assumptions">${both(words.assumptions)}</h2><p>${both(words.assumptionsWhy)}</p><details><summary>${both(words.showAll(assumptions.length))}</summary><ul>${items}</ul></details></section>`;
}

function filesSection(documents: readonly SourceFile[]): string {
  const files = documents.map(({ file, text }) => {
    const lines = text.split(/\r\n|\r|\n/);
    if (lines.at(-1) === "") lines.pop();
    const rows = lines.map((line, index) => `<li data-line="${index + 1}">${escaped(line)}</li>`);
    return `<details data-file="${escaped(file)}"><summary>${escaped(file)}</summary><ol class="report-source" tabindex="0">${rows.join("")}</ol></details>`;
  });
  return `<section aria-labelledby="files"><h2 id="files">${both(words.files)}</h2>${files.join("")}</section>`;
}

function replayedText(replayed: Replayed | undefined): Localized {
  switch (replayed?.kind) {
    case "counterexample":
      return {
        en: `It begins with the counterexample of “${replayed.title.en}”. Step through it with the arrows; let other things fail.`,
        ja: `「${replayed.title.ja}」の反例から始まります。矢印で 1 つずつ進められます。ほかの障害も試せます。`,
      };
    case "scenario":
      return {
        en: `It begins with the scenario “${replayed.title}”. Step through it with the arrows; let other things fail.`,
        ja: `シナリオ「${replayed.title}」から始まります。矢印で 1 つずつ進められます。ほかの障害も試せます。`,
      };
    case undefined:
      return {
        en: "Click a node or a path and let it fail.",
        ja: "ノードやパスをクリックして、障害を起こしてみてください。",
      };
  }
}

const verdictMoods = { holds: "good", violated: "bad", incomplete: "open" } as const;
const verdictMarks = { holds: "✓", violated: "✗", incomplete: "?" } as const;
const verdictWords = {
  holds: { en: "holds", ja: "成立" },
  violated: { en: "violated", ja: "不成立" },
  incomplete: { en: "not finished", ja: "未完了" },
} as const satisfies Record<string, Localized>;
const scenarioWords = {
  passed: { en: "as expected", ja: "期待どおり" },
  failed: { en: "not as expected", ja: "期待と異なる" },
  stopped: { en: "cannot be carried out", ja: "実行できない" },
} as const satisfies Record<string, Localized>;

const words = {
  simulator: { en: "Simulator", ja: "シミュレーター" },
  needsScript: {
    en: "The simulator needs a browser of 2023 or newer with scripts allowed. Everything below is there without it.",
    ja: "シミュレーターには、スクリプトを許可した 2023 年以降のブラウザーが必要です。以下の内容は、それがなくても読めます。",
  },
  proofsHold: { en: "proofs hold", ja: "件の証明が成立" },
  scenariosPass: { en: "scenarios as expected", ja: "件のシナリオが期待どおり" },
  errors: { en: "errors", ja: "件のエラー" },
  warnings: { en: "warnings", ja: "件の警告" },
  proofs: { en: "Proofs", ja: "証明" },
  proof: { en: "Proof", ja: "証明" },
  verdict: { en: "Verdict", ja: "判定" },
  details: { en: "Details", ja: "詳細" },
  noProofs: { en: "Nothing was proved.", ja: "証明はありません。" },
  scenarios: { en: "Scenarios", ja: "シナリオ" },
  scenario: { en: "Scenario", ja: "シナリオ" },
  result: { en: "Result", ja: "結果" },
  noScenarios: { en: "The file has no scenario.", ja: "シナリオはありません。" },
  problems: { en: "Problems", ja: "問題" },
  severity: { en: "Severity", ja: "重大度" },
  place: { en: "Place", ja: "場所" },
  noProblems: { en: "No rule found anything.", ja: "指摘はありません。" },
  assumptions: { en: "What this rests on", ja: "前提" },
  assumptionsWhy: {
    en: "A verdict is about a model of LifeKeeper, under the readings and within the limits named beside it. It says nothing about what the model leaves out.",
    ja: "判定は LifeKeeper のモデルについてのもので、各判定に示した解釈と上限の範囲で成り立ちます。モデルに含まれないものについては何も述べません。",
  },
  showAll: (count: number): Localized => ({ en: `All ${count}`, ja: `${count} 件すべて` }),
  files: { en: "Files", ja: "ファイル" },
  trademark: {
    en: "LifeKeeper is a trademark of SIOS Technology Corp. This page is made by an independent project.",
    ja: "LifeKeeper は SIOS Technology Corp. の商標です。このページは独立したプロジェクトで作成したものです。",
  },
} as const;
