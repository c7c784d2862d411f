// Everything that the product does with files that a user opened, as questions about `a.lk` and `LifeKeeper`. Each
// answers what would be shown or written.

import { codeActions } from "@lkcluster/core/ide/codeActions.ts";
import { codeLenses } from "@lkcluster/core/ide/codeLenses.ts";
import { complete } from "@lkcluster/core/ide/completion.ts";
import { documentLinks } from "@lkcluster/core/ide/documentLinks.ts";
import { foldsOfCluster } from "@lkcluster/core/ide/folding.ts";
import { formatEdits } from "@lkcluster/core/ide/format.ts";
import { hover } from "@lkcluster/core/ide/hover.ts";
import { inlayHints } from "@lkcluster/core/ide/inlayHints.ts";
import { definitionOf, placesOfThing } from "@lkcluster/core/ide/navigation.ts";
import { rename } from "@lkcluster/core/ide/rename.ts";
import { selectionAt } from "@lkcluster/core/ide/selection.ts";
import { clusterTokens, defaultsTokens } from "@lkcluster/core/ide/semanticTokens.ts";
import { signatureAt } from "@lkcluster/core/ide/signature.ts";
import { createSnapshot, type Language, type Snapshot } from "@lkcluster/core/ide/snapshot.ts";
import { clusterSymbols, defaultsSymbols } from "@lkcluster/core/ide/symbols.ts";
import { type FileSet, filesOf } from "@lkcluster/core/model/fileSet.ts";
import { exportAnsible } from "@lkcluster/core/plan/ansible.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { fixAll } from "@lkcluster/core/rules/fixAll.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { runProblems } from "@lkcluster/core/simulate/scenario/runProblems.ts";
import { runScenario } from "@lkcluster/core/simulate/scenario/runScenario.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { parseDefaults } from "@lkcluster/core/syntax/defaults/parse.ts";

export interface Asked {
  readonly files: FileSet;
  readonly text: (file: string) => string;
  readonly snapshot: () => Snapshot;
}

export function asked(files: Readonly<Record<string, string>>): Asked {
  const set = filesOf(files);
  return {
    files: set,
    text: (file) => files[file] ?? "",
    snapshot: () => createSnapshot({ files: set, clusterFiles: ["a.lk"], settings: {} }),
  };
}

export const questions: Readonly<Record<string, (asked: Asked) => unknown>> = {
  parse: ({ text }) => [
    parseCluster("a.lk", text("a.lk")).problems,
    parseDefaults("LifeKeeper", text("LifeKeeper")).problems,
  ],
  check: ({ files }) => checkCluster(files, "a.lk").problems,
  "scenario problems": ({ files }) => {
    const { sound, parsed, problems } = checkCluster(files, "a.lk");
    return sound === undefined ? [] : runProblems(sound, parsed, problems);
  },
  "run scenarios": ({ files }) => {
    const { sound, parsed } = checkCluster(files, "a.lk");
    // The first few: each is a run of its own.
    return sound === undefined
      ? []
      : parsed.tree.scenarios.slice(0, 3).map((each) => runScenario(compile(sound), parsed, each).steps.length);
  },
  "fix all": ({ files }) => [...fixAll(files, "a.lk", "cluster").values()],
  format: ({ text }) => [formatEdits(text("a.lk"), "cluster"), formatEdits(text("LifeKeeper"), "defaults")],
  symbols: ({ snapshot }) => [
    clusterSymbols(snapshot().parsed("a.lk").tree, "en"),
    defaultsSymbols(snapshot().parameterFile("LifeKeeper").tree),
  ],
  colours: ({ snapshot }) => [
    clusterTokens(snapshot().parsed("a.lk").tree),
    defaultsTokens(snapshot().parameterFile("LifeKeeper").tree),
  ],
  lenses: ({ snapshot }) => codeLenses(snapshot().parsed("a.lk").tree),
  links: ({ snapshot }) => documentLinks(snapshot(), "a.lk", "cluster"),
  folds: ({ snapshot, text }) => foldsOfCluster(text("a.lk"), snapshot().lines("a.lk")),
  hints: ({ snapshot, text }) => [
    inlayHints(snapshot(), "a.lk", "cluster", { start: 0, end: text("a.lk").length }),
    inlayHints(snapshot(), "LifeKeeper", "defaults", { start: 0, end: text("LifeKeeper").length }),
  ],
  "at a place": (given) => places(given).map((place) => atPlace(given, place)),
  "export ansible": ({ files }) => {
    const { checked } = checkCluster(files, "a.lk");
    return checked === undefined ? [] : exportAnsible(checked, files, "merge");
  },
};

interface At {
  readonly file: string;
  readonly language: Language;
  readonly offset: number;
}

/** The beginning, the middle and the end of both files. */
function places({ text }: Asked): readonly At[] {
  return (
    [
      ["a.lk", "cluster"],
      ["LifeKeeper", "defaults"],
    ] as const
  ).flatMap(([file, language]) => {
    const { length } = text(file);
    return [2, length >> 1, length - 3].filter((offset) => offset >= 0).map((offset) => ({ file, language, offset }));
  });
}

function atPlace({ snapshot }: Asked, place: At): unknown {
  const now = snapshot();
  return [
    hover(now, place, "en"),
    complete(now, place, "en"),
    signatureAt(now, place, "en"),
    definitionOf(now, place),
    placesOfThing(now, place),
    selectionAt(now, place),
    rename(now, place, "renamed"),
    codeActions(now, place.file, place.language, { start: place.offset, end: place.offset }).map(({ title }) => title),
  ];
}
