// Judges the states between the first rename and the last by exploring them: the cluster with the new values on some
// nodes and the old ones on the others, under up to one fault. Only values that count the moment the file is saved are
// mixed; the others keep counting as they were until LifeKeeper starts or qwk_storage_init is run.

import { findParameter } from "../catalogue/parameters.ts";
import { usualFaultKinds } from "../language/actions.ts";
import type { Localized } from "../locale/localized.ts";
import type { ClusterNode, EffectiveConfiguration, EffectiveValue, SoundCluster } from "../model/cluster.ts";
import { defaultConfiguration, withParameterFile } from "../model/effective.ts";
import type { Progress } from "../prove/explore.ts";
import type { Proof } from "../prove/proof.ts";
import { describeProperty, type Property } from "../prove/property.ts";
import { type ProofResult, runProof } from "../prove/runProof.ts";
import { parseDefaults } from "../syntax/defaults/parse.ts";
import { asBytes, type ByteText, textOfBytes } from "../text/byteText.ts";
import { readLines } from "./defaultsLines.ts";
import type { NodePlan } from "./deploymentPlan.ts";
import type { JudgeMixed, StateVerdict } from "./rollout.ts";

/** A whole plan may explore so many states; what is beyond is reported as not explored. */
const statesMax = 400_000;

const properties: readonly Property[] = [
  { kind: "never", what: "split-brain" },
  { kind: "never", what: "outage" },
];

/** Where quorum is off at one end, a node that loses its network splits a hierarchy whatever the order of the nodes. */
const kinds = usualFaultKinds.filter((kind) => kind !== "isolate");

type Results = ReadonlyMap<Property, ProofResult>;

/**
 * A mixed state is unsafe when one fault can do in it what it can do neither in what runs now nor in what is wanted:
 * split a hierarchy, or leave it out of service. A rollout that mends a cluster must not be refused for what it mends,
 * but an order in which it is mended at once is better than one in which it is mended last.
 */
export function judgeMixed(cluster: SoundCluster, nodes: readonly NodePlan[]): JudgeMixed {
  let left = statesMax;
  const results = function* (renewed: ReadonlySet<string>): Generator<Progress, Results> {
    const mixed = mixedCluster(cluster, nodes, renewed);
    const found = new Map<Property, ProofResult>();
    for (const property of properties) {
      const result = yield* runProof(mixed, proofOf(property), { statesMax: Math.max(1, left) });
      left -= result.report.states;
      found.set(property, result);
    }
    return found;
  };
  // What runs now and what is wanted, explored once and before anything between them.
  let ends: readonly Results[] | undefined;
  const badEnds = (property: Property): number =>
    (ends ?? []).filter((end) => end.get(property)?.verdict === "violated").length;

  return function* (renewed): Generator<Progress, StateVerdict> {
    ends ??= [yield* results(new Set<string>()), yield* results(new Set(nodes.map(({ node }) => node)))];
    const neitherAllows = properties.filter((property) => badEnds(property) === 0);
    const oneAllows = properties.filter((property) => badEnds(property) === 1);
    if (left <= 0) return { kind: "incomplete", statesExplored: 0 };
    const found = yield* results(renewed);
    const statesExplored = [...found.values()].reduce((sum, { report }) => sum + report.states, 0);
    const isBroken = (property: Property): boolean => found.get(property)?.verdict === "violated";
    const isOpen = (property: Property): boolean => found.get(property)?.verdict === "incomplete";
    const broken = neitherAllows.find(isBroken);
    if (broken !== undefined) return { kind: "unsafe", statesExplored, why: unsafeText(renewed, broken) };
    if (neitherAllows.some(isOpen)) return { kind: "incomplete", statesExplored };
    return {
      kind: oneAllows.some((property) => isBroken(property) || isOpen(property)) ? "no-worse" : "safe",
      statesExplored,
    };
  };
}

function proofOf(property: Property): Proof {
  return {
    title: describeProperty(property),
    place: undefined,
    requirements: [],
    properties: [property],
    bounds: [{ faultsMax: 1, kinds }],
  };
}

/** Only values change, so what was sound stays so. */
function mixedCluster(cluster: SoundCluster, plans: readonly NodePlan[], renewed: ReadonlySet<string>): SoundCluster {
  const nodes = cluster.nodes.map((node): ClusterNode => {
    const plan = plans.find((planned) => planned.node === node.name);
    if (plan === undefined) return node;
    const old = configurationOf(cluster, plan.before);
    if (!renewed.has(node.name)) return { ...node, configuration: old };
    return { ...node, configuration: withLiveValues(old, configurationOf(cluster, plan.after)) };
  });
  return { ...cluster, nodes };
}

function configurationOf({ version }: SoundCluster, content: ByteText | undefined): EffectiveConfiguration {
  const base = defaultConfiguration(version);
  if (content === undefined) return base;
  const file = "the node's file";
  // Only the lines that set something: a node's file may be megabytes of anything else.
  const lines = [...readLines(content)].map(([name, raw]) => `${name}=${raw}\n`);
  return withParameterFile(base, file, parseDefaults(file, textOfBytes(asBytes(lines.join("")))).tree);
}

function withLiveValues(old: EffectiveConfiguration, next: EffectiveConfiguration): EffectiveConfiguration {
  const isLive = (name: string): boolean => findParameter(name)?.spec.takesEffect === "immediately";
  const kept = [...old].filter(([name]) => !isLive(name));
  const live = [...next].filter(([name]) => isLive(name));
  return new Map<string, EffectiveValue>([...kept, ...live]);
}

function unsafeText(renewed: ReadonlySet<string>, property: Property): Localized {
  const names = [...renewed].join(", ");
  const what: Localized =
    property.kind === "never" && property.what === "split-brain"
      ? { en: "one fault can split the cluster", ja: "障害 1 件でスプリットブレインになります" }
      : { en: "one fault can leave a hierarchy out of service", ja: "障害 1 件でリソース階層が休止したままになります" };
  return {
    en: `While only ${names} has the new values, ${what.en}, which neither the old nor the new configuration allows.`,
    ja: `${names} だけが新しい値の間は、${what.ja}。これは変更前の構成でも変更後の構成でも起きません。`,
  };
}
