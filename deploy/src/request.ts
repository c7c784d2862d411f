// What is asked for when a cluster is planned, deployed to, rolled back or looked at.

import type { CheckedCluster, ClusterNode, SoundCluster } from "@lkcluster/core/model/cluster.ts";
import type { FileSet } from "@lkcluster/core/model/fileSet.ts";
import type { DeploymentPlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import type { Leftover } from "@lkcluster/core/plan/leftover.ts";
import type { JudgeNodes } from "@lkcluster/core/plan/makePlan.ts";
import { sshOf } from "@lkcluster/core/plan/whereItGoes.ts";
import type { Destination, Hosts } from "./host.ts";
import type { AuditSink, ProgressEvent } from "./report.ts";
import type { Clock } from "./wait.ts";

export interface ClusterRequest {
  readonly cluster: SoundCluster;
  readonly hosts: Hosts;
  /** Only these nodes; all when absent. */
  readonly nodes?: readonly string[];
  /** Aborting stops before anything is changed, or reverts what was. The report is still returned. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (event: ProgressEvent) => void;
  readonly audit?: AuditSink;
  /** For tests; the system's steady clock otherwise. */
  readonly clock?: Clock;
}

export interface PlanRequest extends ClusterRequest {
  readonly cluster: CheckedCluster;
  readonly files: FileSet;
  /** `merge` (default) sets our names and keeps the rest; `replace` writes exactly our file. */
  readonly mode?: "merge" | "replace";
  /** Also run what makes the new values count: restart in the documented order, qwk_storage_init. */
  readonly activate?: boolean;
  /** The user has said in so many words that an unproved or unsafe rollout is accepted. */
  readonly ignoreProofs?: boolean;
  /** Judges the mixed states of a rollout; explores them by default. */
  readonly judge?: JudgeNodes;
}

export interface Carrying {
  /** Who deploys, for the record on the nodes: `user@host`. */
  readonly who: string;
  /** Shows the plan; resolves to true to go on. */
  readonly confirm: (plan: DeploymentPlan) => Promise<boolean>;
  /** Shows what an earlier run left unfinished; resolves to true to mend it. */
  readonly mend: (leftovers: readonly Leftover[]) => Promise<boolean>;
  /** The node puts the old file back by itself unless it is confirmed within this time. 120 by default. */
  readonly confirmWithinSeconds?: number;
}

export interface DeployRequest extends PlanRequest, Carrying {}

/** The nodes of the cluster that are asked for, and those that are only looked at. */
export function targetsOf(request: Pick<ClusterRequest, "cluster" | "nodes">): Targets {
  const { cluster, nodes } = request;
  const others =
    nodes === undefined ? [] : cluster.nodes.filter(({ name }) => !nodes.includes(name)).map(destinationOf);
  return { cluster: cluster.name, asked: destinationsOf(request), others };
}

export interface Targets {
  readonly cluster: string;
  readonly asked: readonly Destination[];
  readonly others: readonly Destination[];
}

export function destinationsOf({ cluster, nodes }: Pick<ClusterRequest, "cluster" | "nodes">): readonly Destination[] {
  return cluster.nodes.filter(({ name }) => nodes === undefined || nodes.includes(name)).map(destinationOf);
}

function destinationOf(node: ClusterNode): Destination {
  return { node: node.name, ssh: sshOf(node), file: node.remoteFile };
}
