// Clusters of one to four nodes, the parameter files that may stand here and there, and what a node should hold after a
// deployment: worked out line by line, by nothing of what the product uses for it.

import assert from "node:assert/strict";
import type { CheckedCluster } from "@lkcluster/core/model/cluster.ts";
import { type FileSet, filesOf } from "@lkcluster/core/model/fileSet.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";

/** Who belongs to a cluster of this size; a cluster grows from one to the next. */
export const nodesOfSize: readonly (readonly string[])[] = [
  [],
  ["alpha"],
  ["alpha", "beta"],
  ["alpha", "beta", "wit"],
  ["alpha", "beta", "gamma", "wit"],
];

export const sizeMax = nodesOfSize.length - 1;

/** QUORUM_LOSS_ACTION counts at once; LCMHBEATTIME must be equal everywhere and counts when LifeKeeper starts. */
export const filesHere: readonly string[] = [
  "QUORUM_LOSS_ACTION=osu\n",
  "QUORUM_LOSS_ACTION=fastkill\n",
  "QUORUM_LOSS_ACTION=fastboot\n",
  "QUORUM_LOSS_ACTION=osu\nLCMHBEATTIME=9\n",
  "QUORUM_LOSS_ACTION=fastboot\nLCMHBEATTIME=6\n",
];

/** What somebody may write on a node by hand; undefined removes the file. */
export const filesThere: readonly (string | undefined)[] = [
  "# theirs\nLKROOT=/opt/LifeKeeper\nQUORUM_LOSS_ACTION=osu\nLCMHBEATTIME=5\n",
  "# theirs\nLKROOT=/opt/LifeKeeper\n",
  "QUORUM_LOSS_ACTION=fastkill\nLCMHBEATTIME=5\n# last",
  undefined,
];

/** What every node holds in the beginning. */
export const firstFile = "# theirs\nLKROOT=/opt/LifeKeeper\nQUORUM_LOSS_ACTION=osu\nLCMHBEATTIME=5\n";

const nets: Readonly<Record<string, number>> = { alpha: 1, beta: 2, wit: 3, gamma: 4 };

/** `more`: lines for each node, such as how it is reached. */
export function clusterText(size: number, more: (node: string) => string = () => ""): string {
  const names = nodesOfSize[size] ?? [];
  const nodes = names.map((name) => {
    const role = name === "wit" ? "witness wit { set WITNESS_MODE = none" : `node ${name} {`;
    return `  ${role} set OWN_NAME = ${name} ${more(name)} }`;
  });
  const paths = names.flatMap((a, at) =>
    names.slice(at + 1).map((b) => {
      const links = [0, 1].map((net) => `tcp 10.${net}.0.${nets[a]} <-> 10.${net}.0.${nets[b]}`);
      return `  path ${a} <-> ${b} { ${links.join(" ")} }`;
    }),
  );
  const servers = names.filter((name) => name !== "wit").map((name, at) => `${name} ${at * 10 + 1}`);
  return [
    "cluster c {",
    "  lifekeeper 9.9.0",
    '  defaults "LifeKeeper.lkdefaults"',
    ...nodes,
    ...paths,
    `  resource app gen/app { servers ${servers.join(", ")} }`,
    "}\n",
  ].join("\n");
}

const checkedClusters = new Map<string, { readonly cluster: CheckedCluster; readonly files: FileSet }>();

/** The same objects for the same question: checking is not what is looked at here. */
export function clusterOfSize(
  size: number,
  here: number,
): { readonly cluster: CheckedCluster; readonly files: FileSet } {
  const key = `${size} ${here}`;
  const known = checkedClusters.get(key);
  if (known !== undefined) return known;
  const files = filesOf({ "/c.lk": clusterText(size), "/LifeKeeper.lkdefaults": filesHere[here] ?? "" });
  const { checked, problems } = checkCluster(files, "/c.lk");
  assert.ok(checked, JSON.stringify(problems.map(({ message }) => message.en)));
  // Without the cluster file, which has no proofs: it would be parsed anew for every plan.
  const made = { cluster: checked, files: filesOf({ "/LifeKeeper.lkdefaults": filesHere[here] ?? "" }) };
  checkedClusters.set(key, made);
  return made;
}

/** What is to be true of a node's file after a deployment. */
export interface Wanted {
  readonly here: number;
  readonly mode: "merge" | "replace";
}

/** Whether a file is what deploying `wanted` makes of one of the `earlier` files. */
export function holdsWanted(
  node: string,
  file: string | undefined,
  { here, mode }: Wanted,
  earlier: readonly (string | undefined)[],
): boolean {
  if (file === undefined) return false;
  const lines = new Map(assignments(filesHere[here] ?? ""));
  lines.set("OWN_NAME", node);
  if (node === "wit") lines.set("WITNESS_MODE", "none");
  const found = assignments(file);
  for (const [name, value] of lines) {
    const own = found.filter(([other]) => other === name);
    if (own.length !== 1 || own[0]?.[1] !== value) return false;
  }
  const rest = (text: string): string =>
    text
      .split("\n")
      .filter((line) => line !== "" && !lines.has(line.split("=")[0] ?? ""))
      .join("\n");
  if (mode === "replace") return rest(file) === "";
  return earlier.some((text) => rest(text ?? "") === rest(file));
}

/** The value of a parameter in a file, as its last line says. */
export function valueIn(file: string | undefined, name: string): string | undefined {
  return assignments(file ?? "").findLast(([other]) => other === name)?.[1];
}

function assignments(text: string): (readonly [string, string])[] {
  return text.split("\n").flatMap((line): (readonly [string, string])[] => {
    const at = line.indexOf("=");
    return at <= 0 || line.startsWith("#") ? [] : [[line.slice(0, at), line.slice(at + 1)]];
  });
}
