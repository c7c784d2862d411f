// One page a rule, with the case in which it fires and the near miss in which it does not, and a table of all rules.

import { evidenceNames, severityNames } from "@lkcluster/core/catalogue/words.ts";
import { capSeverity } from "@lkcluster/core/evidence.ts";
import { type Locale, type Localized, locales } from "@lkcluster/core/locale/localized.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { scenarioDocumentation } from "@lkcluster/core/model/scenarioProblem.ts";
import { structuralDocumentation } from "@lkcluster/core/model/structure.ts";
import type { Problem } from "@lkcluster/core/problem.ts";
import { checkCluster, checkDefaults } from "@lkcluster/core/rules/check.ts";
import { explainRule } from "@lkcluster/core/rules/explainRule.ts";
import type { Example, Rule, RuleGroup } from "@lkcluster/core/rules/rule.ts";
import { rules } from "@lkcluster/core/rules/rules.ts";
import { formatDiff } from "@lkcluster/core/text/diff.ts";
import { parameterLinks } from "./crossLinks.ts";
import type { Generator } from "./generator.ts";
import { page, pagePath, referenceRoot, table } from "./markdown.ts";
import { annotated } from "./reported.ts";

export const rulePages: Generator = {
  name: "rules",
  owns: locales.map((locale) => `${referenceRoot}/${locale}/rules`),
  files: () =>
    new Map(
      locales.flatMap((locale) => [
        [pagePath(locale, "rules/README.md"), overview(locale)] as const,
        ...rules.map((rule) => [pagePath(locale, `rules/${rule.code}.md`), rulePage(rule, locale)] as const),
      ]),
    ),
};

const groupNames: Readonly<Record<RuleGroup, Localized>> = {
  support: { en: "What the support matrix allows", ja: "サポートされる組み合わせ" },
  storage: { en: "Storage quorum", ja: "storage モード" },
  parameters: { en: "The parameter file", ja: "パラメーターファイル" },
  agreement: { en: "Agreement between nodes", ja: "ノード間の一致" },
  network: { en: "Communication paths and networks", ja: "コミュニケーションパスとネットワーク" },
  nodes: { en: "Nodes", ja: "ノード" },
  resources: { en: "Resources", ja: "リソース" },
  versions: { en: "Versions", ja: "バージョン" },
};

function overview(locale: Locale): string {
  const ja = locale === "ja";
  const groups = [...new Set(rules.map((rule) => rule.group))];
  const head = ja ? ["ルール", "内容", "重大度", "確かさ"] : ["Rule", "What it reports", "Severity", "Evidence"];
  return page(ja ? "ルール" : "Rules", [
    ja
      ? `${rules.length} 個のルールです。重大度は確かさを超えません。設定で変更でき、1 行だけ抑制することもできます。`
      : `${rules.length} rules. No rule is louder than its evidence. Severities can be set, and one line can be suppressed.`,
    ...groups.flatMap((group) => [
      `## ${groupNames[group][locale]}`,
      table(
        head,
        rules
          .filter((rule) => rule.group === group)
          .map((rule) => [
            `[\`${rule.code}\`](${rule.code}.md)`,
            rule.title[locale],
            severityNames[capSeverity(rule.severity, rule.evidence)][locale],
            evidenceNames[rule.evidence][locale],
          ]),
      ),
    ]),
    `## ${ja ? "ルールではない問題" : "Problems that are no rules"}`,
    ja
      ? "名前や設定の問題です。構文の問題（`syntax-` で始まるコード）と同じく、重大度の変更や抑制はできません。"
      : "They are about names and settings. Like problems of syntax (codes that begin with `syntax-`) they cannot be set or suppressed.",
    table(
      ja ? ["コード", "内容", "重大度", "理由", "対処"] : ["Code", "What it reports", "Severity", "Why", "What to do"],
      Object.entries({ ...structuralDocumentation, ...scenarioDocumentation }).map(
        ([code, { title, severity, why, how }]) => [
          `\`${code}\``,
          title[locale],
          severityNames[severity][locale],
          why[locale],
          how[locale],
        ],
      ),
    ),
  ]);
}

function rulePage(rule: Rule, locale: Locale): string {
  const ja = locale === "ja";
  // explainRule begins with the title as a heading; the page has its own.
  const body = (explainRule(rule.code, locale) ?? "").replace(/^# .*\n+/, "").replace(/^(- .*)\n\n(?=- )/gm, "$1\n");
  return page(rule.title[locale], [
    body,
    parameterLinks(rule, locale),
    `## ${ja ? "報告される例" : "Reported"}`,
    ...reported(rule, locale),
    `## ${ja ? "報告されない例" : "Not reported"}`,
    ...differing(rule),
  ]);
}

/** The example with what the rule says of it, as comments under the lines: it stays a file that can be tried. */
function reported(rule: Rule, locale: Locale): readonly string[] {
  const own = problemsOf(rule);
  return example(
    Object.fromEntries(Object.keys(rule.fires).map((file) => [file, annotated(rule.fires, file, own, locale)])),
  );
}

/** The near miss as what is different in it, where that is less to read than the whole: it is what one would change. */
function differing({ fires, silent }: Rule): readonly string[] {
  return Object.entries(silent).flatMap(([name, text]) => {
    const before = fires[name];
    if (before === text) return [];
    const difference = before === undefined ? text : formatDiff(before, text);
    if (before === undefined || difference.length >= text.length) return example({ [name]: text });
    const fence = fenceFor(difference);
    return [`\`${name}\``, `${fence}diff\n${difference}${fence}`];
  });
}

const known = new Map<Rule, readonly Problem[]>();

/** What the rule finds in its example, once for both languages. */
function problemsOf(rule: Rule): readonly Problem[] {
  const before = known.get(rule);
  if (before !== undefined) return before;
  const files = filesOf(rule.fires);
  const { problems } =
    "cluster.lk" in rule.fires ? checkCluster(files, "cluster.lk") : checkDefaults(files, "LifeKeeper");
  const own = problems.filter((problem) => problem.code === rule.code);
  known.set(rule, own);
  return own;
}

function example(files: Example): readonly string[] {
  return Object.entries(files).flatMap(([name, text]) => [
    `\`${name}\``,
    `${fenceFor(text)}${name.endsWith(".lk") ? "lifekeeper-cluster" : "lifekeeper-defaults"}\n${text.replace(/\n?$/, "\n")}${fenceFor(text)}`,
  ]);
}

/** A fence that the text does not hold itself. */
function fenceFor(text: string): string {
  return text.includes("```") ? "~~~~" : "```";
}
