// How a node stands to the files here, in words for the tree: from asking the nodes, and from the report of a run that
// has read them. Pure.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { Disagreement } from "@lkcluster/core/plan/disagreements.ts";
import { type NodesInput, planNodes } from "@lkcluster/core/plan/makePlan.ts";
import type { ByteText } from "@lkcluster/core/text/byteText.ts";
import { hashOf } from "@lkcluster/deploy/hash.ts";
import type { DeployReport, NodeReport } from "@lkcluster/deploy/report.ts";
import type { NodeStatus as AskedStatus, StatusReport } from "@lkcluster/deploy/statusCluster.ts";
import type { NodeStanding } from "../clusterStates.ts";
import type { NodeStatus } from "../nodeStatus.ts";

export function standingsAsAsked({ nodes, disagreements }: StatusReport): readonly NodeStatus[] {
  return nodes.map((asked) => {
    const unequal = disagreements.filter((each) => each.nodes.includes(asked.node));
    return statusForTree(asked, unequal);
  });
}

function statusForTree(
  { node, state, detail, facts, failure, plan, hierarchies }: AskedStatus,
  unequal: readonly Disagreement[],
): NodeStatus {
  const running = facts === undefined ? undefined : lifekeeperWords[facts.lifekeeper];
  const inService = hierarchies?.resources.filter(({ state: held }) => held === "ISP").map(({ tag }) => tag) ?? [];
  const services: Localized | undefined =
    inService.length === 0
      ? undefined
      : { en: `In service here: ${inService.join(", ")}`, ja: `サービス中: ${inService.join("、")}` };
  const notRunning = running === undefined || facts?.lifekeeper === "running" ? [] : [running];
  const standing = failure !== undefined ? "unreachable" : standingOf(state, unequal);
  const lines = [detail, running, ...unequal.map(({ text }) => text), services];
  return {
    node,
    standing,
    summary: joined([summaryOf(standing, unequal), ...notRunning], ", ", "、"),
    details: joined(
      lines.filter((line) => line !== undefined),
      "\n\n",
      "\n\n",
    ),
    plan: plan?.before === plan?.after ? undefined : plan,
  };
}

function standingOf(state: AskedStatus["state"], unequal: readonly Disagreement[]): NodeStanding {
  if (state === "same") return unequal.length > 0 ? "unequal" : "same";
  return state === "differs" ? "drifted" : "unknown";
}

function summaryOf(standing: NodeStanding, unequal: readonly Disagreement[]): Localized {
  if (standing !== "unequal") return standingWords[standing];
  const names = unequal.map(({ name }) => name);
  return { en: `${names.join(", ")}: not equal on all nodes`, ja: `${names.join("、")} がノード間で不一致` };
}

/** What a run has seen of the nodes, against the files here: also where it was taken back, or led to an earlier state. */
export function standingsAfter(here: Omit<NodesInput, "facts">, report: DeployReport): readonly NodeStatus[] {
  return report.nodes.map((seen): NodeStatus => {
    const { node, detail } = seen;
    const held = heldBy(seen, report);
    if (held === undefined) {
      const standing = seen.after !== undefined ? "drifted" : seen.before === undefined ? "unreachable" : "unknown";
      return { node, standing, summary: standingWords[standing], details: detail, plan: undefined };
    }
    const [plan] = planNodes({ ...here, facts: [holding(node, held.content)] }).nodes;
    const standing = plan === undefined ? "unknown" : plan.before === plan.after ? "same" : "drifted";
    const differs = standing === "drifted" ? plan : undefined;
    return { node, standing, summary: standingWords[standing], details: detail, plan: differs };
  });
}

/** The file that the report says is there, found by its hash; undefined when nobody has its text. */
function heldBy(
  { node, after }: NodeReport,
  { plan }: DeployReport,
): { readonly content: ByteText | undefined } | undefined {
  const planned = plan?.nodes.find((each) => each.node === node);
  if (planned === undefined) return undefined;
  const content = [planned.before, planned.after].filter((each) => hashOf(each) === after);
  return content.length === 0 ? undefined : { content: content[0] };
}

function holding(node: string, content: ByteText | undefined): NodesInput["facts"][number] {
  const target =
    content === undefined
      ? ({ kind: "absent" } as const)
      : ({ kind: "file", content, attributes: "", behindLink: undefined } as const);
  return { node, target, generations: [] };
}

function joined(texts: readonly Localized[], en: string, ja: string): Localized {
  return { en: texts.map((text) => text.en).join(en), ja: texts.map((text) => text.ja).join(ja) };
}

const standingWords = {
  same: { en: "same as here", ja: "ここと一致" },
  drifted: { en: "differs from here", ja: "ここと相違" },
  unequal: { en: "not equal on all nodes", ja: "ノード間で不一致" },
  unknown: { en: "not known", ja: "不明" },
  unreachable: { en: "cannot be reached", ja: "接続できません" },
} as const satisfies Record<NodeStanding, Localized>;

const lifekeeperWords = {
  running: { en: "LifeKeeper is running", ja: "LifeKeeper は稼働中" },
  stopped: { en: "LifeKeeper is stopped", ja: "LifeKeeper は停止中" },
  absent: { en: "LifeKeeper is not installed", ja: "LifeKeeper がありません" },
} as const satisfies Record<string, Localized>;
