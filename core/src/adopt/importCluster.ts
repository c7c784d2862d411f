// A cluster file from what the nodes of a running cluster say: the outputs of LifeKeeper's commands and their parameter
// files. What the outputs do not say is left out and told; what is guessed is called a guess; nothing is invented.

import type { Locale, Localized } from "../locale/localized.ts";
import { textMax } from "../syntax/syntaxProblem.ts";
import { type ActualNode, joinNodes, type Source } from "./joinNodes.ts";
import { mergePaths } from "./mergePaths.ts";
import { mergeResources } from "./mergeResources.ts";
import { notes as note, refusals } from "./notes.ts";
import { shareParameters } from "./shareParameters.ts";
import { type MergedNode, writeCluster } from "./writeCluster.ts";

export type Imported =
  | {
      readonly kind: "imported";
      readonly cluster: string;
      /** What all nodes agree upon; undefined when no parameter file was read. */
      readonly parameters: string | undefined;
      /** What a person has to look at. They stand in the cluster file too. */
      readonly notes: readonly Localized[];
    }
  | { readonly kind: "refused"; readonly reasons: readonly Localized[] };

/** LifeKeeper has 32 nodes at most. */
const namesMax = 500;
const defaultsPath = "etc/default/LifeKeeper";

export function importCluster(name: string, sources: readonly Source[], locale: Locale): Imported {
  const { nodes, notes: joining, refused } = joinNodes(sources);
  if (refused.length > 0) return { kind: "refused", reasons: refused };
  const notes = [...joining];
  const { shared, own } = shareParameters(nodes, notes);
  const resources = mergeResources(nodes, notes);
  const paths = mergePaths(nodes, notes);
  const serving = new Set(
    nodes.flatMap(namedAsServers).concat(resources.flatMap(({ servers }) => servers.map(({ node }) => node))),
  );
  const names = [
    ...new Set([
      ...nodes.map(({ name: each }) => each),
      ...paths.flatMap((path) => path.nodes),
      ...machinesOf(nodes),
      ...serving,
    ]),
  ];
  if (names.length > namesMax) return { kind: "refused", reasons: [refusals.tooLarge] };
  const missing = names.filter((each) => !nodes.some((node) => node.name === each && node.resources !== undefined));
  const unread = missing.filter((each) => !nodes.some((node) => node.name === each));
  if (unread.length > 0) notes.unshift(note.missing(unread));
  const merged = names.map((each) =>
    mergeNode(
      each,
      nodes.find((node) => node.name === each),
      serving,
      notes,
    ),
  );
  notes.push(note.notShown);
  const cluster = writeCluster(
    {
      name: clusterName(name),
      defaultsPath: shared === undefined ? undefined : defaultsPath,
      nodes: merged.map((node) => ({ ...node, set: own.get(node.name) ?? [] })),
      paths,
      resources,
      notes,
    },
    locale,
  );
  if (cluster.length > textMax) return { kind: "refused", reasons: [refusals.tooLarge] };
  return { kind: "imported", cluster, parameters: shared, notes };
}

/** A node without resources beside others that have some only votes. */
function mergeNode(
  name: string,
  node: ActualNode | undefined,
  serving: ReadonlySet<string>,
  notes: Localized[],
): Omit<MergedNode, "set"> {
  const flags = node?.flags ?? [];
  const action = flags.find((flag) => flag.startsWith("!action!"));
  const confirms = flags.flatMap((flag) => /^confirmso!(.+)$/.exec(flag)?.[1] ?? []);
  const others = flags.filter((flag) => flag !== "shutdown_switchover" && !/^(?:confirmso!|!action!)/.test(flag));
  if (action !== undefined) notes.push(note.actionRunning(name, action));
  if (others.length > 0) notes.push(note.flagsLeftOut(name, others));
  const votesOnly = node?.resources !== undefined && serving.size > 0 && !serving.has(name);
  return {
    name,
    role: votesOnly ? "witness" : "node",
    ssh: node?.ssh,
    shutdown: flags.includes("shutdown_switchover") ? "switchover" : node?.shutdown,
    confirmsFailoverOf: confirms,
  };
}

function machinesOf(nodes: readonly ActualNode[]): readonly string[] {
  return nodes.flatMap(({ machines }) => machines ?? []);
}

function namedAsServers({ name, resources }: ActualNode): readonly string[] {
  return (resources ?? []).flatMap(({ primary, next, partners }) => [
    name,
    ...(primary === undefined ? [] : [primary]),
    ...(typeof next === "string" ? [next] : []),
    ...(partners ?? []).map(({ node }) => node),
  ]);
}

/** Whatever a person called it; a cluster file holds no control characters. */
function clusterName(given: string): string {
  const name = given.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "").trim();
  return name === "" ? "imported" : name;
}
