// What the deployment page shows, as data: from the first connection to the record of how it ended. Pure; each function
// makes a new whole from what the run tells.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { type DeploymentPlan, isChanged } from "@lkcluster/core/plan/deploymentPlan.ts";
import { textOrEmpty } from "@lkcluster/core/text/byteText.ts";
import { formatDiff } from "@lkcluster/core/text/diff.ts";
import { nodeStateWords, outcomeWords } from "@lkcluster/deploy/outcomeWords.ts";
import type { DeployReport, ProgressEvent } from "@lkcluster/deploy/report.ts";
import type { Deployment, PageStep } from "./protocol.ts";

export function beginDeployment(cluster: string, way: Deployment["way"], nowMs: number): Deployment {
  const base = { cluster, way, phase: "working", cancelled: false, startedAtMs: nowMs } as const;
  return { ...base, steps: [], plan: undefined, end: undefined };
}

export function withProgress(before: Deployment, event: ProgressEvent, nowMs: number): Deployment {
  const { node, phase, state } = event;
  const text = withoutName(event.text, node);
  const at = before.steps.findLastIndex(
    (step) => step.node === node && step.phase === phase && step.state === "running",
  );
  const known = before.steps[at];
  if (state === "goes-on" && known !== undefined) {
    return { ...before, steps: before.steps.with(at, { ...known, text }) };
  }
  if (state === "begins" || state === "goes-on") {
    const step: PageStep = { node, phase, text, state: "running", beganAtMs: nowMs, endedAtMs: undefined };
    return { ...before, steps: [...before.steps, step] };
  }
  // What failed says why; what was never begun is told as it is.
  const ended = { text, state, beganAtMs: known?.beganAtMs ?? nowMs, endedAtMs: nowMs } as const;
  const step: PageStep = { node, phase, ...ended };
  return { ...before, steps: known === undefined ? [...before.steps, step] : before.steps.with(at, step) };
}

export function withPlan(before: Deployment, plan: DeploymentPlan): Deployment {
  const differences = plan.goesTo.map(({ node, ssh, file }) => {
    const planned = plan.nodes.find((each) => each.node === node);
    const text =
      planned === undefined || !isChanged(planned)
        ? ""
        : formatDiff(textOrEmpty(planned.before), textOrEmpty(planned.after));
    return { node, ssh, file, lines: text.split("\n").slice(0, -1) };
  });
  return {
    ...before,
    phase: "asking",
    plan: {
      differences,
      warnings: plan.warnings,
      steps: plan.steps.map(({ text }) => text),
      rollout: plan.rollout.kind === "trivial" ? undefined : plan.rollout.text,
      changed: plan.nodes.filter(isChanged).length,
      canActivate: plan.rollback === undefined && plan.steps.some(({ kind }) => kind === "later"),
    },
  };
}

export function withAnswer(before: Deployment): Deployment {
  return { ...before, phase: "working" };
}

export function withCancelled(before: Deployment): Deployment {
  return { ...before, cancelled: true };
}

export function withEnd(before: Deployment, report: DeployReport, nowMs: number): Deployment {
  const { outcome, declined, transaction, message, advice, nodes } = report;
  return {
    ...before,
    phase: "ended",
    // Whatever was still under way is over, and nobody said how.
    steps: before.steps.filter(({ state }) => state !== "running"),
    end: {
      ...{ outcome, outcomeText: outcomeWords[outcome], declined, transaction, message, advice },
      nodes: nodes.map((node) => ({ ...node, stateText: nodeStateWords[node.state] })),
      endedAtMs: nowMs,
    },
  };
}

/** Each node has a place of its own, where its name stands already. */
function withoutName({ en, ja }: Localized, node: string | undefined): Localized {
  const prefix = `${node}: `;
  const cut = (text: string): string =>
    node !== undefined && text.startsWith(prefix) ? text.slice(prefix.length) : text;
  return { en: cut(en), ja: cut(ja) };
}
