// Every combination of quorum mode, witness mode and loss action that the support matrix allows for this topology,
// side by side.

import type { Localized } from "../locale/localized.ts";
import type { Cluster, ClusterNode } from "../model/cluster.ts";
import { quorumConfiguration } from "../model/quorumConfiguration.ts";
import { supportedCombinations } from "../support/matrix.ts";
import type { LossAction, QuorumMode, WitnessMode } from "../support/modes.ts";
import type { Progress } from "./explore.ts";
import { type Answer, type Scorecard, type ScoreOptions, scorecardOf } from "./scorecard.ts";

export interface AdviceRow {
  readonly quorumMode: QuorumMode;
  readonly witnessMode: WitnessMode;
  readonly lossAction: LossAction;
  /** What the files say now. */
  readonly isCurrent: boolean;
  /** What the cluster does not have yet and this row takes for granted. */
  readonly assumes: Localized | undefined;
  readonly scorecard: Scorecard;
}

const lossActions: readonly LossAction[] = ["fastkill", "fastboot", "osu"];

/** Best first: split brains before outages, few faults before many, short double activity before long. */
export function* advise(cluster: Cluster, options: ScoreOptions = {}): Generator<Progress, readonly AdviceRow[]> {
  const current = cluster.nodes.find(({ role }) => role === "node") ?? cluster.nodes[0];
  const now = current === undefined ? undefined : quorumConfiguration(current);
  const combinations = supportedCombinations({
    nodeCount: cluster.nodes.length,
    witnessNodeCount: cluster.nodes.filter(({ role }) => role === "witness").length,
    version: cluster.version,
  });
  const rows: AdviceRow[] = [];
  for (const { quorumMode, witnessMode } of combinations) {
    for (const lossAction of lossActions) {
      // Without a quorum check that can fail there is nothing to lose.
      if (quorumMode === "none" && lossAction !== "fastkill") continue;
      const variant = withModes(cluster, quorumMode, witnessMode, lossAction);
      rows.push({
        quorumMode,
        witnessMode,
        lossAction,
        isCurrent:
          cluster.quorumPackage &&
          now?.quorumMode === quorumMode &&
          now.witnessMode === witnessMode &&
          (now.lossAction === lossAction || quorumMode === "none"),
        assumes: assumed(cluster, quorumMode),
        scorecard: yield* scorecardOf(variant, options),
      });
    }
  }
  return rows
    .map((row, index) => ({ row, index, weight: weightOf(row.scorecard) }))
    .sort((a, b) => compareWeights(a.weight, b.weight) || a.index - b.index)
    .map(({ row }) => row);
}

const assumedHosts = ["host-1:80", "host-2:80", "host-3:80"];

/** The cluster with other modes; a witness-only node keeps its own witness mode. */
function withModes(
  cluster: Cluster,
  quorumMode: QuorumMode,
  witnessMode: WitnessMode,
  lossAction: LossAction,
): Cluster {
  const change = (node: ClusterNode): ClusterNode => {
    const configuration = new Map(node.configuration);
    const put = (name: string, value: string): void => {
      const before = configuration.get(name);
      const fresh = { name, origin: "default", place: undefined, namePlace: undefined, valuePlace: undefined } as const;
      configuration.set(name, { ...(before ?? fresh), name, value });
    };
    put("QUORUM_MODE", quorumMode);
    put("QUORUM_LOSS_ACTION", lossAction);
    if (node.role !== "witness") put("WITNESS_MODE", witnessMode);
    if (quorumMode === "tcp_remote" && quorumConfiguration(node).quorumHosts.length === 0) {
      put("QUORUM_HOSTS", assumedHosts.join(","));
    }
    return { ...node, configuration };
  };
  return { ...cluster, quorumPackage: true, nodes: cluster.nodes.map(change) };
}

function assumed(cluster: Cluster, quorumMode: QuorumMode): Localized | undefined {
  const hasHosts = cluster.nodes.some((node) => quorumConfiguration(node).quorumHosts.length > 0);
  if (quorumMode === "tcp_remote" && !hasHosts) {
    return {
      en: "assumes three quorum hosts that every node reaches",
      ja: "全ノードから到達できる Quorum ホスト 3 台を前提とします",
    };
  }
  if (quorumMode === "storage" && cluster.storages.length === 0) {
    return {
      en: "assumes a quorum storage that every node reaches",
      ja: "全ノードから到達できる Quorum ストレージを前提とします",
    };
  }
  return undefined;
}

const answerWeight: Readonly<Record<Answer, number>> = { never: 0, unknown: 1, possible: 2 };

function weightOf({ scores }: Scorecard): readonly number[] {
  return [
    ...scores.map(({ splitBrain }) => answerWeight[splitBrain]),
    ...scores.map(({ dataLoss }) => answerWeight[dataLoss]),
    ...scores.map(({ outage }) => answerWeight[outage]),
    ...scores.map(({ twoActiveMs }) => twoActiveMs),
  ];
}

function compareWeights(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, place) => value !== b[place]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
