// Nodes and witness-only nodes: their settings, and the configuration that counts on each.

import type { Problem } from "../problem.ts";
import type { NodeItem, NodeSetting, SetItem } from "../syntax/cluster/tree.ts";
import { bounded } from "./bounds.ts";
import type { ClusterNode, EffectiveConfiguration } from "./cluster.ts";
import { withSetLines } from "./effective.ts";
import { type Names, oneOf, unknownName } from "./names.ts";
import { structuralProblem } from "./structure.ts";

/** Where LifeKeeper keeps its parameters on a node. */
export const standardParameterFile = "/etc/default/LifeKeeper";

interface Around {
  readonly file: string;
  readonly base: EffectiveConfiguration;
  readonly names: Names<ClusterNode>;
  readonly leftOut: Set<string>;
  readonly problems: Problem[];
}

export function lowerNodes(
  items: readonly NodeItem[],
  { file, base, names, leftOut, problems }: Around,
): readonly ClusterNode[] {
  const nodes: ClusterNode[] = [];
  const kept = bounded("node", items, { file, leftOut, problems }, ({ name }) => name?.value);
  const all = kept.flatMap(({ name }) => name?.value ?? []);
  for (const item of kept) {
    if (item.name === undefined) continue;
    reportRepeated(item.items, file, problems);
    const confirmsFailoverOf = confirmed(item, all, file, problems);
    const node = { ...lowerNode(item, item.name.value, file, base), confirmsFailoverOf };
    if (names.define(node.name, node, node.place, problems)) nodes.push(node);
  }
  return nodes;
}

/** The nodes it names; without a name all others. */
function confirmed(
  { name, items }: NodeItem,
  all: readonly string[],
  file: string,
  problems: Problem[],
): readonly string[] {
  const item = items.find((each) => each.kind === "confirm-failover");
  if (item === undefined) return [];
  const others = [...new Set(all)].filter((other) => other !== name?.value);
  if (item.nodes.length === 0) return others;
  for (const word of item.nodes) {
    if (!others.includes(word.value))
      problems.push(unknownName(word, file, { en: "other node", ja: "ほかのノード" }, others));
  }
  return others.filter((other) => item.nodes.some(({ value }) => value === other));
}

function lowerNode(
  item: NodeItem,
  name: string,
  file: string,
  base: EffectiveConfiguration,
): Omit<ClusterNode, "confirmsFailoverOf"> {
  const word = (kind: "address" | "ssh" | "file" | "shutdown") =>
    item.items.find((each) => each.kind === kind && "value" in each && each.value !== undefined) as
      // The kinds asked for are those whose setting has a value.
      Extract<NodeSetting, { kind: "address" | "ssh" | "file" | "shutdown" }> | undefined;
  const has = (kind: NodeSetting["kind"]): boolean => item.items.some((each) => each.kind === kind);
  return {
    name,
    place: { file, span: item.name?.span ?? item.keyword },
    role: item.kind,
    address: word("address")?.value?.value ?? name,
    ssh: word("ssh")?.value?.value,
    remoteFile: word("file")?.value?.value ?? standardParameterFile,
    shutdownStrategy: oneOf(["switchover", "stay"], word("shutdown")?.value) ?? "stay",
    blockResourceFailover: has("block-resource-failover"),
    stonith: has("stonith"),
    configuration: withSetLines(
      base,
      file,
      item.items.filter((each): each is SetItem => each.kind === "set"),
    ),
  };
}

function reportRepeated(items: readonly NodeSetting[], file: string, problems: Problem[]): void {
  const seen = new Map<string, NodeSetting>();
  for (const item of items) {
    const what = item.kind === "set" ? `set ${item.parameter?.value ?? ""}` : item.kind;
    const first = seen.get(what);
    if (first === undefined) {
      seen.set(what, item);
      continue;
    }
    problems.push(
      structuralProblem(
        "duplicate-item",
        { file, span: item.span },
        {
          en: `\`${what}\` appears twice in this node. Remove one of the two.`,
          ja: `このノードに \`${what}\` が 2 回書かれています。どちらかを削除してください。`,
        },
        { related: [{ file, span: first.span, message: { en: "first written here", ja: "最初はここです" } }] },
      ),
    );
  }
}
