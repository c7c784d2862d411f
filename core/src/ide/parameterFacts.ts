// What a cluster makes of a parameter: the value in force, the version, and which values the support matrix allows
// together with everything else. Handed to the catalogue's one renderer.

import type { DescribeContext, ValueVerdict } from "../catalogue/describe.ts";
import type { ParameterSpec } from "../catalogue/spec.ts";
import { type Localized, same } from "../locale/localized.ts";
import type { Cluster, ClusterNode } from "../model/cluster.ts";
import { quorumConfiguration } from "../model/quorumConfiguration.ts";
import { evaluateSupport, supportedCombinations, type Unsupported } from "../support/matrix.ts";
import { type QuorumMode, quorumModeOf, type WitnessMode, witnessModeOf } from "../support/modes.ts";

/** `node` is whose value counts: where a parameter file serves all nodes, the first one that holds data. */
export function parameterFacts(
  spec: ParameterSpec,
  name: string,
  cluster: Cluster | undefined,
  node: ClusterNode | undefined,
): DescribeContext {
  if (cluster === undefined) return { sourcesMax };
  const counted = node ?? cluster.nodes.find((each) => each.role === "node") ?? cluster.nodes[0];
  const effective = counted?.configuration.get(name);
  return {
    sourcesMax,
    ...(cluster.versionGiven ? { version: cluster.version } : {}),
    nodes: cluster.nodes.length,
    ...(effective === undefined ? {} : { value: { text: effective.value, origin: effective.origin } }),
    verdicts: counted === undefined ? [] : verdicts(spec, cluster, counted),
    ...(counted === undefined || !isMode(spec) ? {} : { note: combinations(cluster, counted) }),
  };
}

/** A hover is read in passing. */
const sourcesMax = 4;

function isMode({ name }: ParameterSpec): boolean {
  return name === "QUORUM_MODE" || name === "WITNESS_MODE";
}

/** Which pairs of modes the support matrix allows on so many nodes, and which one is chosen. */
function combinations(cluster: Cluster, node: ClusterNode): Localized {
  const chosen = quorumConfiguration(node);
  const rows = supportedCombinations(factsOf(cluster)).map(({ quorumMode, witnessMode }) => {
    const isChosen = quorumMode === chosen.quorumMode && witnessMode === chosen.witnessMode;
    const pair = `\`${quorumMode}\` + \`${witnessMode}\``;
    return isChosen ? `**${pair}** ✓` : pair;
  });
  const isSupported = rows.some((row) => row.endsWith("✓"));
  const wrong = `\`${chosen.quorumMode}\` + \`${chosen.witnessMode}\``;
  const count = cluster.nodes.length;
  const version = cluster.version.text;
  return {
    en: `**Quorum + witness supported on ${count} nodes (${version})**: ${rows.join(", ")}.${isSupported ? "" : ` Chosen: ${wrong} ✗`}`,
    ja: `**${count} ノード（${version}）でサポートされる Quorum + Witness**: ${rows.join("、")}${isSupported ? "" : `。選択中: ${wrong} ✗`}`,
  };
}

function factsOf(cluster: Cluster) {
  return {
    nodeCount: cluster.nodes.length,
    witnessNodeCount: cluster.nodes.filter((node) => node.role === "witness").length,
    version: cluster.version,
  };
}

function verdicts(spec: ParameterSpec, cluster: Cluster, node: ClusterNode): readonly ValueVerdict[] {
  if (spec.type.kind !== "choice" || !isMode(spec)) return [];
  const { quorumMode, witnessMode } = quorumConfiguration(node);
  const rows = supportedCombinations(factsOf(cluster));
  return spec.type.values.map(({ value }) => {
    const isQuorum = spec.name === "QUORUM_MODE";
    const found = isQuorum
      ? verdict(value, cluster, quorumModeOf(value), witnessMode)
      : verdict(value, cluster, quorumMode, witnessModeOf(value));
    if (found.verdict !== "unsupported") return found;
    const row = rows.find((each) => (isQuorum ? each.quorumMode : each.witnessMode) === value);
    if (row === undefined) return found;
    const goesWith = isQuorum ? `WITNESS_MODE=${row.witnessMode}` : `QUORUM_MODE=${row.quorumMode}`;
    return { ...found, goesWith };
  });
}

function verdict(
  value: string,
  cluster: Cluster,
  quorumMode: QuorumMode | undefined,
  witnessMode: WitnessMode | undefined,
): ValueVerdict {
  const support = evaluateSupport({ quorumMode, witnessMode, ...factsOf(cluster) });
  switch (support.kind) {
    case "supported":
      return { value, verdict: "supported" };
    case "unknown":
      return { value, verdict: "unknown", reason: support.why };
    case "unsupported": {
      const [first] = support.reasons;
      return { value, verdict: "unsupported", reason: first === undefined ? same("") : reasonText(first) };
    }
  }
}

function reasonText(reason: Unsupported): Localized {
  switch (reason.kind) {
    case "combination": {
      const { quorumMode, witnessMode } = reason.row;
      return {
        en: `\`QUORUM_MODE=${quorumMode}\` cannot be combined with \`WITNESS_MODE=${witnessMode}\`.`,
        ja: `\`QUORUM_MODE=${quorumMode}\` と \`WITNESS_MODE=${witnessMode}\` は組み合わせられません。`,
      };
    }
    case "too-few-nodes":
      return {
        en: `It needs ${reason.row.nodesMin} nodes or more; this cluster has ${reason.nodeCount}.`,
        ja: `${reason.row.nodesMin} ノード以上が必要ですが、このクラスターは ${reason.nodeCount} ノードです。`,
      };
    case "too-many-nodes":
      return {
        en: `It allows ${reason.row.nodesMax} nodes at most; this cluster has ${reason.nodeCount}.`,
        ja: `最大 ${reason.row.nodesMax} ノードですが、このクラスターは ${reason.nodeCount} ノードです。`,
      };
    case "too-old":
      return {
        en: `It exists only since version ${reason.version}.`,
        ja: `バージョン ${reason.version} 以降で使えます。`,
      };
    case "removed":
      return {
        en: `Version ${reason.version} no longer lists it.`,
        ja: `バージョン ${reason.version} の一覧にはありません。`,
      };
  }
}
