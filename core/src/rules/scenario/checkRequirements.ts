// Problems of the requirements that scenarios and proofs name.

import type { Localized } from "../../locale/localized.ts";
import { writtenName } from "../../model/names.ts";
import { requirementWords, usesRequirements } from "../../model/requirements.ts";
import type { Fix } from "../../problem.ts";
import type { ClusterFile, ProofBlock, ScenarioBlock, Word } from "../../syntax/cluster/tree.ts";
import { replacement } from "../fixes.ts";
import type { Scope } from "./scope.ts";

export function checkRequirements(scope: Scope, tree: ClusterFile): void {
  const isUsed = usesRequirements(tree);
  for (const [blocks, what] of [
    [tree.scenarios, scenario],
    [tree.proofs, proof],
  ] as const) {
    for (const block of blocks) {
      checkNames(scope, block);
      if (!isUsed || block.requirements.length > 0) continue;
      scope.report("test-without-requirement", block.title?.span ?? block.keyword, missing(what));
    }
  }
}

function checkNames(scope: Scope, block: ScenarioBlock | ProofBlock): void {
  const first = new Map<string, Word>();
  for (const { word, name } of requirementWords(block)) {
    const several = name.split(separators).flatMap((part) => part.trim() || []);
    if (several.length !== 1 || several[0] !== name) {
      scope.report("requirement-name", word.span, noName(several), [], parted(scope, word, several));
      continue;
    }
    const earlier = first.get(name);
    if (earlier === undefined) {
      first.set(name, word);
      continue;
    }
    scope.report(
      "requirement-repeated",
      word.span,
      {
        en: `\`${name}\` is named here already. Remove it here, or name the requirement that is meant.`,
        ja: `\`${name}\` はすでに書かれています。こちらを削除するか、正しい要件番号を書いてください。`,
      },
      [{ ...scope.place(earlier.span), message: { en: "the first one is here", ja: "最初のものはここです" } }],
    );
  }
}

/** What parts the names of a list in a sentence, in Japanese too. */
const separators = /[,;，、；]/;

function noName(several: readonly string[]): Localized {
  return several.length === 0
    ? {
        en: "This names no requirement. Write its number, such as `A-11`.",
        ja: "要件番号がありません。`A-11` のような番号を書いてください。",
      }
    : {
        en: "This is one name with a separator in it. Write each requirement for itself, with `,` between them.",
        ja: "区切り文字を含む 1 つの名前になっています。要件番号は 1 つずつ、半角の `,` で区切って書いてください。",
      };
}

function parted(scope: Scope, word: Word, several: readonly string[]): readonly Fix[] {
  if (several.length === 0) return [];
  return [replacement(scope.place(word.span), several.map(writtenName).join(", "), "certain")];
}

const scenario: Localized = { en: "scenario", ja: "シナリオ" };
const proof: Localized = { en: "proof", ja: "証明" };

function missing(what: Localized): Localized {
  return {
    en: `This ${what.en} names no requirement, though others of this file do. Add a line such as \`requirement A-11\`.`,
    ja: `このファイルのほかの箇所には要件番号がありますが、この${what.ja}にはありません。\`requirement A-11\` のような行を追加してください。`,
  };
}
