// From a cluster to a test specification: one test for every distinct behaviour, its expected result simulated.

import { assert } from "../assert.ts";
import type { Evidence } from "../evidence.ts";
import { type Localized, same } from "../locale/localized.ts";
import { append, largest } from "../many.ts";
import type { Cluster } from "../model/cluster.ts";
import { inOrder, usesRequirements } from "../model/requirements.ts";
import { compile } from "../simulate/compile.ts";
import type { OutsideEvent } from "../simulate/event.ts";
import { initialState } from "../simulate/given.ts";
import { readState, type StateView } from "../simulate/read.ts";
import type { TimelineEntry } from "../simulate/trace.ts";
import { type Candidate, candidatesFor } from "./candidates.ts";
import { claimedOf, claimsOf, type Runnables } from "./claims.ts";
import { cleanUpFor } from "./cleanUp.ts";
import { operationsFor, waitUntilSettled } from "./operations.ts";
import { type Outcome, outcomesOf } from "./outcome.ts";
import type { Check, Operation, TestItem, TestPlan } from "./plan.ts";
import { scenarioTests } from "./scenarioTests.ts";

export function makeTestPlan(cluster: Cluster, tree: Runnables): TestPlan {
  const slices = testPlanInSlices(cluster, tree);
  for (;;) {
    const slice = slices.next();
    if (slice.done === true) return slice.value;
  }
}

export interface PlanningProgress {
  /** Of the tests that may be worth a tester's time. */
  readonly tried: number;
  readonly of: number;
}

/** Its caller pumps: hundreds of resources are as many tests, and each is simulated from its fault to its clean-up. */
export function* testPlanInSlices(cluster: Cluster, tree: Runnables): Generator<PlanningProgress, TestPlan> {
  const model = compile(cluster);
  const before = readState(model, initialState(model));
  const claims = claimsOf(tree);
  const seen = new Map<string, Set<string>>();
  const items: Omit<TestItem, "requirements">[] = [];
  const candidates = [...candidatesFor(cluster), ...scenarioTests(cluster, tree.scenarios)];
  for (const [tried, candidate] of candidates.entries()) {
    yield { tried, of: candidates.length };
    const outcomes = outcomesOf(model, candidate.groups);
    const behaviour = behaviourOf(before, candidate, outcomes);
    const requirements = [...(candidate.requirements ?? []), ...claimedOf(model, claims, candidate.groups)];
    const known = seen.get(behaviour);
    if (known !== undefined) {
      // The test that stands for it shows the same.
      for (const name of requirements) known.add(name);
      continue;
    }
    seen.set(behaviour, new Set(requirements));
    const seconds = secondsOf(outcomes);
    items.push({
      number: items.length + 1,
      category: candidate.category,
      title: candidate.title,
      preconditions: preconditions(before),
      operations: operationsOf(cluster, candidate.groups, seconds),
      expected: outcomes.flatMap((outcome) => expectedTexts(before, candidate, outcome)),
      withinSeconds: seconds.at(-1) ?? 0,
      checks: checksOf(outcomes),
      cleanUp: cleanUpFor(model, before, candidate.groups.flat(), outcomes),
      evidence: weakest(outcomes.flatMap(({ timeline }) => timeline.map(({ why }) => why.evidence))),
    });
  }
  const named = [...seen.values()];
  return {
    cluster: cluster.name,
    version: cluster.version.text,
    usesRequirements: usesRequirements(tree),
    items: items.map((item, at) => ({ ...item, requirements: inOrder(named[at] ?? []) })),
  };
}

/** For each operation, how long to wait until nothing more changes, whatever the outcome. */
function secondsOf(outcomes: readonly Outcome[]): readonly number[] {
  const [first] = outcomes;
  return (first?.settledAfterMs ?? []).map((_, index) =>
    Math.ceil(largest(outcomes.map(({ settledAfterMs }) => settledAfterMs[index] ?? 0)) / 1000),
  );
}

/** A tester waits between two operations as the simulator does. */
function operationsOf(
  cluster: Cluster,
  groups: readonly (readonly OutsideEvent[])[],
  seconds: readonly number[],
): readonly Operation[] {
  return groups.flatMap((events, index) => {
    const operations = events.flatMap((event) => {
      const found = operationsFor(cluster, event);
      assert(found !== undefined, `no tester can make this happen: ${event.kind}`);
      return found;
    });
    return index + 1 < groups.length ? [...operations, waitUntilSettled(seconds[index] ?? 0)] : operations;
  });
}

/** The same for tests that differ only in which of several equal nodes they name. */
function behaviourOf(before: StateView, candidate: Candidate, outcomes: readonly Outcome[]): string {
  const role = roles(before);
  const renamed = (value: unknown): string =>
    JSON.stringify(value, (_, inner: unknown) => (typeof inner === "string" ? (role.get(inner) ?? inner) : inner));
  const results = outcomes.map(({ view, timeline }) => ({
    nodes: view.nodes.map(({ name, condition, rebooted }) => [role.get(name), condition, rebooted].join()).sort(),
    // Those that change: most do not, and all of them for each test would be as many lines as there are squares.
    resources: view.resources.flatMap(({ tag, states }, index) =>
      states.every(({ state }, place) => state === before.resources[index]?.states[place]?.state)
        ? []
        : [[tag, states.map(({ node, state }) => renamed([node, state])).sort()]],
    ),
    failover: view.failover,
    lost: view.lostQuorum.map((name) => role.get(name)).sort(),
    events: timeline.filter(({ why }) => why.facts["event"] !== undefined).length,
  }));
  // Which link of a pair and which resource of a hierarchy fails only matters when the result differs.
  const events = candidate.groups.map((group) =>
    group.map((event) => renamed({ ...event, ...("index" in event ? { index: 0 } : {}), ...hierarchyOf(event) })),
  );
  return JSON.stringify([events, results]);

  function hierarchyOf(event: OutsideEvent): object {
    return event.kind === "fail" ? { tag: "" } : {};
  }
}

/** A node's part in the cluster: witness, or what it runs and what it could run at which rank. */
function roles({ nodes, resources }: StateView): ReadonlyMap<string, string> {
  return new Map(
    nodes.map(({ name }) => {
      const parts = resources.map(({ tag, states, activeOn }) => {
        if (activeOn.includes(name)) return `${tag}!`;
        return states.some(({ node }) => node === name) ? `${tag}?` : "";
      });
      return [name, `<${parts.join(" ").trim()}>`] as const;
    }),
  );
}

function preconditions(before: StateView): readonly Localized[] {
  const roots = before.resources.filter(({ activeOn }) => activeOn.length > 0);
  const mirrors = before.resources.filter(({ mirror }) => mirror !== undefined).map(({ tag }) => tag);
  return [
    {
      en: "LifeKeeper runs on every node and all communication paths are ALIVE.",
      ja: "全ノードで LifeKeeper が稼働し、すべてのコミュニケーションパスが ALIVE であること。",
    },
    ...activeTexts(roots).map(
      ([node, tags]): Localized => ({
        en: `In service on ${node}: ${tags.join(", ")}.`,
        ja: `${node} でサービス中であること: ${tags.join("、")}`,
      }),
    ),
    ...mirrors.map(
      (tag): Localized => ({ en: `The mirror ${tag} is in sync.`, ja: `ミラー ${tag} が同期済みであること。` }),
    ),
  ];
}

function activeTexts(resources: StateView["resources"]): readonly (readonly [string, readonly string[]])[] {
  const byNode = new Map<string, string[]>();
  for (const { tag, activeOn } of resources) {
    const where = activeOn.join(", ");
    byNode.set(where, [...(byNode.get(where) ?? []), tag]);
  }
  return [...byNode];
}

function expectedTexts(
  before: StateView,
  { groups }: Candidate,
  { reservation, view, timeline }: Outcome,
): readonly Localized[] {
  const texts: Localized[] = [];
  if (reservation !== undefined) texts.push(reservationText(reservation));
  texts.push(
    view.failover
      ? { en: "There is a failover.", ja: "フェイルオーバーが発生すること。" }
      : { en: "There is no failover.", ja: "フェイルオーバーが発生しないこと。" },
  );
  for (const [where, tags] of activeTexts(view.resources)) {
    const list = tags.join(", ");
    const listJa = tags.join("、");
    texts.push(
      where === ""
        ? { en: `In service nowhere: ${list}.`, ja: `どのノードでもサービス中でないこと: ${listJa}` }
        : where.includes(", ")
          ? {
              en: `In service on ${where.replaceAll(", ", " and ")} at the same time (split brain): ${list}.`,
              ja: `${where.replaceAll(", ", " と ")} で同時にサービス中になること（スプリットブレイン）: ${listJa}`,
            }
          : { en: `In service on ${where}: ${list}.`, ja: `${where} でサービス中であること: ${listJa}` },
    );
  }
  for (const node of view.nodes) {
    const was = before.nodes.find(({ name }) => name === node.name);
    const isAsked = groups.flat().some((event) => event.kind === "reboot" && event.node === node.name);
    if (node.condition !== was?.condition || (node.rebooted && !isAsked)) texts.push(conditionText(node));
  }
  for (const name of view.lostQuorum) {
    texts.push({ en: `${name} has no quorum.`, ja: `${name} が Quorum を失うこと。` });
  }
  for (const { tag, states } of view.resources) {
    for (const { node, state } of states.filter((one) => one.state === "OSF" || one.state === "ISU")) {
      texts.push(same(`${tag} ${state} (${node})`));
    }
  }
  append(texts, mirrorTexts(before, view, timeline));
  if (timeline.length === 0) texts.push({ en: "Nothing else changes.", ja: "ほかに変化がないこと。" });
  return texts;
}

function mirrorTexts(before: StateView, view: StateView, timeline: readonly TimelineEntry[]): readonly Localized[] {
  return view.resources.flatMap(({ tag, mirror }, index): readonly Localized[] => {
    const behind = (before.resources[index]?.mirror?.inSync ?? []).filter((node) => !mirror?.inSync.includes(node));
    const corrupt = mirror?.corruptOn ?? [];
    const isFilled = timeline.some(({ event }) => event.kind === "resync-done" && event.tag === tag);
    return [
      ...(behind.length > 0 ? [behindText(tag, behind)] : []),
      ...(behind.length === 0 && isFilled ? [filledText(tag)] : []),
      ...corrupt.map((node) => same(`${tag}_data_corrupt (${node})`)),
    ];
  });
}

function behindText(tag: string, nodes: readonly string[]): Localized {
  return {
    en: `The copy of the mirror ${tag} on ${nodes.join(" and ")} is not in sync.`,
    ja: `${nodes.join("、")} にあるミラー ${tag} のコピーが同期されていないこと。`,
  };
}

function filledText(tag: string): Localized {
  return {
    en: `The mirror ${tag} is brought in sync again; how long that takes depends on its data.`,
    ja: `ミラー ${tag} が再同期されること（所要時間はデータ量によります）。`,
  };
}

function reservationText({ tag, wonBy }: NonNullable<Outcome["reservation"]>): Localized {
  return wonBy === undefined
    ? {
        en: `If the reservation of ${tag} stays where it is:`,
        ja: `${tag} のリザベーションが元のノードに残る場合:`,
      }
    : { en: `If ${wonBy} wins the reservation of ${tag}:`, ja: `${wonBy} が ${tag} のリザベーションを取得した場合:` };
}

function conditionText({ name, condition, rebooted }: StateView["nodes"][number]): Localized {
  switch (condition) {
    case "up":
      return rebooted
        ? { en: `${name} restarts by itself.`, ja: `${name} が自動的に再起動すること。` }
        : { en: `${name} runs.`, ja: `${name} が稼働していること。` };
    case "halted":
      return { en: `${name} halts itself.`, ja: `${name} が自ら停止すること。` };
    case "off":
      return { en: `${name} is off.`, ja: `${name} が停止していること。` };
    case "stopped":
    case "stopped-keeping-applications":
      return { en: `LifeKeeper is stopped on ${name}.`, ja: `${name} で LifeKeeper が停止していること。` };
    default:
      return same(`${name}: ${condition}`);
  }
}

/** On the nodes that are on in the end: the others cannot be asked. */
function checksOf(outcomes: readonly Outcome[]): readonly Check[] {
  const { nodes = [], resources = [] } = outcomes[0]?.view ?? {};
  const on = nodes.filter(({ condition }) => condition !== "off" && condition !== "halted");
  return on.flatMap(({ name }): readonly Check[] => [
    { node: name, command: "lcdstatus -q" },
    ...resources
      .filter(({ mirror, states }) => mirror !== undefined && states.some(({ node }) => node === name))
      .map(({ tag }) => ({ node: name, command: `mirror_status ${tag}` })),
    { node: name, command: "cat /var/log/lifekeeper.log" },
  ]);
}

function weakest(grades: readonly Evidence[]): Evidence {
  if (grades.includes("unsure")) return "unsure";
  return grades.includes("inferred") ? "inferred" : "documented";
}
