// What can be asked for: every name that `explain` answers, by kind. For a reader who does not know the name yet.

import type { Locale } from "../locale/localized.ts";
import { glossary, termGroups } from "./glossary.ts";
import { displayName, parameters } from "./parameters.ts";
import { resourceKinds, typeOf } from "./resourceKinds.ts";
import { kitNames } from "./words.ts";

export interface IndexSection {
  readonly title: string;
  readonly names: readonly string[];
}

/** Parameters by kit, kinds of resources, then the glossary by group. What belongs elsewhere is not offered. */
export function explainIndex(locale: Locale): readonly IndexSection[] {
  const kits = [...new Set(parameters.map((spec) => spec.kit))];
  const groups = [...new Set(glossary.map((term) => term.group))];
  return [
    ...kits.map((kit) => ({
      title: `${locale === "ja" ? "パラメーター" : "Parameters"}: ${kitNames[kit][locale]}`,
      names: parameters.filter((spec) => spec.kit === kit && spec.belongsTo === undefined).map(displayName),
    })),
    {
      title: locale === "ja" ? "リソースの種類" : "Kinds of resources",
      names: resourceKinds.filter((kind) => !kind.windowsOnly).map(typeOf),
    },
    ...groups.map((group) => ({
      title: termGroups[group][locale],
      names: glossary.filter((term) => term.group === group).map((term) => term.id),
    })),
  ].filter(({ names }) => names.length > 0);
}
