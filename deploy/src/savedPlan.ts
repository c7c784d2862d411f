// A plan as a file: made now, looked at by others, carried out later, and refused when any node has changed meanwhile.

import { createHash } from "node:crypto";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { asBytes, type ByteText } from "@lkcluster/core/plan/byteText.ts";
import type { DeploymentPlan, NodePlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import type { NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import { hashOf } from "./hash.ts";
import type { Destination } from "./host.ts";
import type { DeployReport } from "./report.ts";
import type { Carrying, ClusterRequest } from "./request.ts";
import { refusedReport } from "./unchanged.ts";
import { withNodes } from "./withNodes.ts";

const format = "lkcluster-plan/1";

interface SavedNode extends Destination {
  /** SHA-256 of the file the plan was made for, or `absent`. */
  readonly before: string;
  /** Base64; null takes the file away. */
  readonly after: string | null;
  readonly plan: Omit<NodePlan, "node" | "before" | "after">;
}

interface SavedBody {
  readonly format: typeof format;
  readonly plan: Omit<DeploymentPlan, "nodes">;
  readonly nodes: readonly SavedNode[];
}

/** The text of a plan file. Holds the parameter files, so it should be readable to its owner only. */
export function savePlan({ nodes, ...plan }: DeploymentPlan, destinations: readonly Destination[]): string {
  const saved = nodes.map(({ node, before, after, ...rest }): SavedNode => {
    const to = destinations.find((destination) => destination.node === node) ?? { node, ssh: node, file: "" };
    return {
      ...to,
      before: hashOf(before),
      after: after === undefined ? null : Buffer.from(after, "latin1").toString("base64"),
      plan: rest,
    };
  });
  const body: SavedBody = { format, plan, nodes: saved };
  return `${JSON.stringify({ ...body, seal: sealOf(body) }, undefined, 2)}\n`;
}

export interface SavedPlan extends SavedBody {
  readonly destinations: readonly Destination[];
}

/** Undefined when the text is not a plan file of this version, or somebody edited it. */
export function readPlan(text: string): SavedPlan | undefined {
  const given = parseJson(text);
  if (typeof given !== "object" || given === null || !("seal" in given) || !("format" in given)) return undefined;
  if (given.format !== format) return undefined;
  const { seal, ...rest } = given;
  // The seal is ours: what carries it was written by savePlan, with exactly these fields.
  const body = rest as SavedBody;
  if (seal !== sealOf(body)) return undefined;
  return { ...body, destinations: body.nodes.map(({ node, ssh, file }) => ({ node, ssh, file })) };
}

/** True for what looks like a plan file, readable or not, so that a broken one is not taken for a cluster file. */
export function looksLikePlan(text: string): boolean {
  return /^\s*\{/.test(text);
}

function sealOf(body: SavedBody): string {
  const { format: name, plan, nodes } = body;
  return createHash("sha256")
    .update(JSON.stringify([name, plan, nodes]))
    .digest("hex");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Decided: not JSON is not a plan.
    return undefined;
  }
}

export type DeployPlanRequest = Omit<ClusterRequest, "cluster" | "nodes"> & Carrying & { readonly saved: SavedPlan };

export function deploySavedPlan(request: DeployPlanRequest): Promise<DeployReport> {
  const { saved } = request;
  return withNodes<DeployReport>(request, saved.destinations, "heal", {
    refused: (report) => report,
    prepared: async (prepared) => {
      const stale = prepared.facts.filter((facts) => isStale(saved, facts)).map(({ node }) => node);
      if (stale.length > 0) return refusedReport(undefined, [staleText(stale)], []);
      return prepared.carryOut(restore(saved, prepared.facts), request);
    },
  });
}

function heldBy({ target }: NodeFacts): ByteText | undefined {
  return target.kind === "file" ? target.content : undefined;
}

function isStale({ nodes }: SavedPlan, facts: NodeFacts): boolean {
  const saved = nodes.find(({ node }) => node === facts.node);
  return facts.target.kind === "other" || saved?.before !== hashOf(heldBy(facts));
}

function restore({ plan, nodes }: SavedPlan, facts: readonly NodeFacts[]): DeploymentPlan {
  return {
    ...plan,
    nodes: nodes.map(({ node, after, plan: rest }): NodePlan => {
      const held = facts.find((known) => known.node === node);
      // JSON leaves out what is undefined, which is what it was.
      return {
        ...rest,
        node,
        before: held === undefined ? undefined : heldBy(held),
        after: after === null ? undefined : asBytes(Buffer.from(after, "base64").toString("latin1")),
      };
    }),
  };
}

function staleText(nodes: readonly string[]): Localized {
  const list = nodes.join(", ");
  return {
    en: `The plan is stale: since it was made, the parameter file has changed on ${list}. Make a new plan.`,
    ja: `計画が古くなっています。作成後に ${list} のパラメーターファイルが変更されました。計画を作り直してください。`,
  };
}
