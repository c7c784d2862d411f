// What can be done when the parameter file of a cluster is not there: name one that is, or create it.

import type { Localized } from "../locale/localized.ts";
import type { Problem } from "../problem.ts";
import { resolveFrom } from "../text/filePath.ts";
import type { CodeAction } from "./codeAction.ts";
import { defaultsWord } from "./navigation.ts";
import { folderOf, parameterFilesNear, writtenPath } from "./parameterFiles.ts";
import type { Snapshot } from "./snapshot.ts";

const firstLines: Localized = {
  en: "# What this cluster sets in /etc/default/LifeKeeper; everything else on the nodes stays.\n",
  ja: "# このクラスターが /etc/default/LifeKeeper に設定する内容です。ノード上のほかの行はそのまま残ります。\n",
};

export function parameterFileActions(snapshot: Snapshot, problem: Problem): readonly CodeAction[] {
  const word = problem.code === "defaults-unreadable" ? defaultsWord(snapshot.parsed(problem.file).tree) : undefined;
  if (word === undefined) return [];
  const near = parameterFilesNear(snapshot, problem.file).filter((path) => path !== word.value);
  const others = near.slice(0, 3).map(
    (path): CodeAction => ({
      title: { en: `Use ${path}`, ja: `${path} を使う` },
      kind: "quickfix",
      edits: [{ file: problem.file, span: word.span, newText: writtenPath(path) }],
      problem,
      preferred: near.length === 1,
    }),
  );
  return [...others, ...creation(snapshot, problem, word.value)];
}

function creation(snapshot: Snapshot, problem: Problem, path: string): readonly CodeAction[] {
  const slash = path.lastIndexOf("/") + 1;
  const name = path.slice(slash);
  // What is there and cannot be read is not ours to write over.
  const isThere = snapshot.list(folderOf(problem.file, path.slice(0, slash))).some((entry) => entry.name === name);
  if (name === "" || name === "." || name === ".." || isThere) return [];
  return [
    {
      title: { en: `Create ${path}`, ja: `${path} を作成する` },
      kind: "quickfix",
      edits: [],
      creates: { file: resolveFrom(problem.file, path), text: firstLines },
      problem,
      preferred: false,
    },
  ];
}
