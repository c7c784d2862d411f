// What the simulator did in a run, in the terms of the rows: read from the time line and the final state alone.

import type { ScenarioResult } from "@lkcluster/core/simulate/scenario/result.ts";
import type { RuleId, TimelineEntry } from "@lkcluster/core/simulate/trace.ts";
import type { Deed, NodeExpectation, ResourceState, RowExpectation } from "./rows.ts";

const deedOf: Partial<Readonly<Record<RuleId, Deed>>> = {
  restore: "restore",
  "restore-failed": "restore-refused",
  remove: "remove",
  "local-recovery": "local-recovery",
  "forced-restart": "forced-restart",
  "reservation-taken": "forced-restart",
  "power-off": "power-off",
  "confirm-block": "confirm-block",
  "loss-fastkill": "fastkill",
  "loss-fastboot": "fastboot",
  "loss-osu": "loss-action",
};

/** Before 9.6.1 a node could take a stop that was under way for a loss of quorum. */
const checks: ReadonlySet<RuleId> = new Set<RuleId>(["quorum-held", "quorum-lost", "false-loss"]);

/** Everything a row can state; the comparison takes what it does state. */
export function observe(result: ScenarioResult, tag: string): RowExpectation {
  const { view, timeline } = result;
  const resource = view.resources.find((one) => one.tag === tag);
  const nodes: Record<string, NodeExpectation> = {};
  for (const { name } of view.nodes) {
    const own = timeline.filter(({ node }) => node === name);
    const state = resource?.states.find(({ node }) => node === name)?.state;
    nodes[name] = { ...observeNode(own), ...(state === undefined ? {} : { states: [state satisfies ResourceState] }) };
  }
  const paths: Record<string, "ALIVE" | "DEAD"> = {};
  for (const { between, index, seen } of view.links) {
    const alone = view.links.filter((link) => link.between.join() === between.join()).length === 1;
    paths[`${between.join("-")}${alone ? "" : `#${index}`}`] = seen.includes("DEAD") ? "DEAD" : "ALIVE";
  }
  const mirror = view.resources.find((one) => one.mirror !== undefined)?.mirror;
  const takeover = takeoverSeconds(timeline, tag);
  return {
    active: resource?.activeOn ?? [],
    failover: view.failover,
    lost: view.lostQuorum,
    down: view.nodes.filter(({ condition }) => condition === "off" || condition === "halted").map(({ name }) => name),
    paths,
    ...(mirror?.source === undefined
      ? {}
      : {
          mirror: { source: mirror.source, target: view.nodes.find(({ name }) => name !== mirror.source)?.name ?? "" },
        }),
    flags: Object.fromEntries(view.nodes.map(({ name, flags }) => [name, flags])),
    ...(takeover === undefined ? {} : { takeoverSeconds: takeover }),
    nodes,
  };
}

function observeNode(own: readonly TimelineEntry[]): NodeExpectation {
  const events = own.flatMap(({ why }) => {
    const event = why.facts["event"];
    return typeof event === "string" ? [event] : [];
  });
  const check = own.findLast(({ why }) => checks.has(why.rule))?.why;
  const witness = own.find(({ why }) => why.rule.startsWith("witness-") && why.facts["verdict"] !== undefined)?.why
    .facts;
  const asks = witness?.["asks"];
  return {
    events,
    quorum: check === undefined ? null : check.rule === "quorum-held",
    ...(check?.facts["total"] === undefined ? {} : { reachable: `${check.facts["reached"]}/${check.facts["total"]}` }),
    ...(witness === undefined
      ? {}
      : {
          witness: {
            about: String(witness["about"]),
            asks: Array.isArray(asks) ? asks : [],
            verdict: witness["verdict"] === "alive" ? "alive" : "dead",
          },
        }),
    deeds: own.flatMap(({ why }) => {
      // Asking without waiting for an answer is no wait.
      if (why.rule === "confirm-wait") return Number(why.facts["waitSeconds"]) > 0 ? ["confirm-wait"] : [];
      return deedOf[why.rule] ?? [];
    }),
  };
}

function takeoverSeconds(timeline: readonly TimelineEntry[], tag: string): number | undefined {
  const noticed = timeline.find(({ why }) => why.rule === "comm-down");
  const active = timeline.find(
    ({ timeMs, changes }) =>
      timeMs >= (noticed?.timeMs ?? 0) &&
      changes.some((change) => change.kind === "resource" && change.tag === tag && change.to === "ISP"),
  );
  return noticed === undefined || active === undefined ? undefined : (active.timeMs - noticed.timeMs) / 1000;
}
