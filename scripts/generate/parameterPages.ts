// One page a kit with every parameter of it, and a table of all of them.

import { describeBody } from "@lkcluster/core/catalogue/describe.ts";
import { kitIntros } from "@lkcluster/core/catalogue/kitIntros.ts";
import { displayName, parameters } from "@lkcluster/core/catalogue/parameters.ts";
import type { Kit, ParameterSpec } from "@lkcluster/core/catalogue/spec.ts";
import { evidenceNames, kitNames, takesEffectTexts } from "@lkcluster/core/catalogue/words.ts";
import { type Locale, locales } from "@lkcluster/core/locale/localized.ts";
import { ruleLinks } from "./crossLinks.ts";
import type { Generator } from "./generator.ts";
import { anchor, page, pagePath, referenceRoot, table } from "./markdown.ts";

export const parameterPages: Generator = {
  name: "parameters",
  owns: locales.map((locale) => `${referenceRoot}/${locale}/parameters`),
  files: () =>
    new Map(
      locales.flatMap((locale) => [
        [pagePath(locale, "parameters/README.md"), overview(locale)] as const,
        ...kits().map((kit) => [pagePath(locale, `parameters/${kit}.md`), kitPage(kit, locale)] as const),
      ]),
    ),
};

/** In the order of the catalogue. */
function kits(): readonly Kit[] {
  return [...new Set(parameters.map((spec) => spec.kit))];
}

function kitPage(kit: Kit, locale: Locale): string {
  const mine = parameters.filter((spec) => spec.kit === kit);
  return page(kitNames[kit][locale], [
    kitIntros[kit][locale],
    mine.map((spec) => `- [${displayName(spec).replace("<", "\\<")}](#${anchor(displayName(spec))})`).join("\n"),
    ...mine.flatMap((spec) => [`## \`${displayName(spec)}\``, describeBody(spec, locale), ruleLinks(spec, locale)]),
  ]);
}

function overview(locale: Locale): string {
  const ja = locale === "ja";
  const intro = ja
    ? `\`/etc/default/LifeKeeper\` のパラメーター ${parameters.length} 個です。「確かさ」はパラメーターの存在についての確かさで、値やデフォルトについては各項目を参照してください。`
    : `The ${parameters.length} parameters of \`/etc/default/LifeKeeper\`. "Evidence" is about the parameter itself; for its values and default see its entry.`;
  const head = ja
    ? ["名前", "内容", "デフォルト", "反映の時期", "確かさ"]
    : ["Name", "What it is", "Default", "Takes effect", "Evidence"];
  return page(ja ? "パラメーター" : "Parameters", [
    intro,
    ...kits().flatMap((kit) => [
      `## ${kitNames[kit][locale]}`,
      table(
        head,
        parameters.filter((spec) => spec.kit === kit).map((spec) => row(spec, locale)),
      ),
    ]),
  ]);
}

function row(spec: ParameterSpec, locale: Locale): readonly string[] {
  const empty = locale === "ja" ? "（空）" : "(empty)";
  return [
    `[\`${displayName(spec)}\`](${spec.kit}.md#${anchor(displayName(spec))})`,
    spec.summary[locale],
    spec.default === null ? "" : spec.default === "" ? empty : `\`${spec.default}\``,
    takesEffectTexts[spec.takesEffect][locale],
    evidenceNames[spec.evidence.entry][locale],
  ];
}
