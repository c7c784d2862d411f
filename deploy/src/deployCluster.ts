// One click: reads the nodes, plans, shows, and carries the plan out on all of them or on none.

import type { CheckedCluster, ClusterNode, SoundCluster } from "@lkcluster/core/model/cluster.ts";
import type { FileSet } from "@lkcluster/core/model/fileSet.ts";
import type { DeploymentPlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { judgeMixed } from "@lkcluster/core/plan/judgeMixed.ts";
import { type JudgeNodes, makePlan } from "@lkcluster/core/plan/makePlan.ts";
import type { NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import { describeUnfinished } from "./heal.ts";
import type { Host } from "./host.ts";
import type { AuditSink, DeployReport, ProgressEvent } from "./report.ts";
import type { Clock } from "./wait.ts";
import { type Prepared, withNodes } from "./withNodes.ts";

export interface Destination {
  readonly node: string;
  /** What is handed to ssh: `user@host:port`, an address, or an alias of the SSH configuration. */
  readonly ssh: string;
  /** The parameter file on the node. */
  readonly file: string;
}

/** Makes the port to a node; `openSshHosts` in openssh/host.ts for real ones. */
export type Hosts = (destination: Destination) => Host;

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
  /** The node puts the old file back by itself unless it is confirmed within this time. 120 by default. */
  readonly confirmWithinSeconds?: number;
}

export interface DeployRequest extends PlanRequest, Carrying {}

export type PlanResult =
  | { readonly kind: "planned"; readonly plan: DeploymentPlan; readonly facts: readonly NodeFacts[] }
  | { readonly kind: "refused"; readonly report: DeployReport };

/** Reads and plans; changes nothing anywhere. A plan with refusals is returned too, to be shown. */
export function planCluster(request: PlanRequest): Promise<PlanResult> {
  return withNodes<PlanResult>(request, destinationsOf(request), "look", {
    refused: (report) => ({ kind: "refused", report }),
    prepared: async ({ facts }) => {
      const plan = planOf(request, facts);
      const unfinished = facts.flatMap(({ node, unfinished: left }) =>
        left === undefined ? [] : [describeUnfinished(node, left)],
      );
      return { kind: "planned", plan: { ...plan, warnings: [...plan.warnings, ...unfinished] }, facts };
    },
  });
}

export function deployCluster(request: DeployRequest): Promise<DeployReport> {
  return withNodes<DeployReport>(request, destinationsOf(request), "heal", {
    refused: (report) => report,
    prepared: (prepared) => prepared.carryOut(planOf(request, prepared.facts), request),
  });
}

function planOf(request: PlanRequest, facts: Prepared["facts"]): DeploymentPlan {
  const { cluster, files, mode = "merge", activate = false, ignoreProofs = false, judge = judgeMixed } = request;
  return makePlan({
    cluster,
    files,
    facts,
    mode,
    activate,
    ignoreProofs,
    judge,
  });
}

export function destinationsOf({ cluster, nodes }: Pick<ClusterRequest, "cluster" | "nodes">): readonly Destination[] {
  return cluster.nodes.filter(({ name }) => nodes === undefined || nodes.includes(name)).map(destinationOf);
}

function destinationOf({ name, ssh, address, remoteFile }: ClusterNode): Destination {
  return { node: name, ssh: ssh ?? address, file: remoteFile };
}
