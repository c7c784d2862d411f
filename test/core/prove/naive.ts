// A second, deliberately simple exploration of what faults do to a cluster of two or three nodes with one or two
// hierarchies. Written from the documents and never from core/src/simulate: no clock, no symmetry, no compact
// keys. Time is left out: a node may notice a loss and handle what it noticed at any moment between faults.
// Where documents are silent it does what the default readings say.

import {
  forget,
  isLiving,
  meet,
  onCommDown,
  powerOn,
  quorum,
  remember,
  start,
  stopInOrder,
  stopNode,
} from "./naiveNode.ts";
import {
  at,
  awake,
  byPriority,
  connected,
  copied,
  hierarchies,
  initial,
  type NaiveCluster,
  put,
  type State,
} from "./naiveState.ts";

/** `reboot` stands for everything that comes back too: machines, LifeKeeper, paths, networks, storage, hosts. */
export type NaiveFault =
  | "crash"
  | "freeze"
  | "isolate"
  | "cut"
  | "network"
  | "storage"
  | "host"
  | "resource"
  | "stop"
  | "reboot";

export interface NaiveResult {
  /** The fewest faults that lead there; undefined when none up to the bound do. */
  readonly splitBrain: number | undefined;
  readonly outage: number | undefined;
  readonly failover: number | undefined;
  readonly quorumLoss: number | undefined;
  /** Every way in which it can come to rest, with the fewest faults that lead there: see `restText`. */
  readonly rests: ReadonlyMap<string, number>;
  readonly states: number;
}

/** What is told of a node at rest. */
export interface Rest {
  readonly up: boolean;
  readonly frozen: boolean;
  /** LifeKeeper runs. */
  readonly running: boolean;
  /** By hierarchy. */
  readonly active: readonly boolean[];
}

export function restText(nodes: readonly Rest[]): string {
  return nodes
    .map(({ up, frozen, running, active }) =>
      up
        ? `${frozen ? "frozen" : running ? "up" : "stopped"}${active.map((isActive) => (isActive ? "*" : "-")).join("")}`
        : "off",
    )
    .join(" ");
}

export function exploreNaively(
  cluster: NaiveCluster,
  faultsMax: number,
  kinds: readonly NaiveFault[] = ["crash", "cut", "storage", "host", "resource"],
): NaiveResult {
  const result = {
    splitBrain: undefined as number | undefined,
    outage: undefined as number | undefined,
    failover: undefined as number | undefined,
    quorumLoss: undefined as number | undefined,
    rests: new Map<string, number>(),
    states: 0,
  };
  const first = initial(cluster);
  const known = new Set([JSON.stringify(first)]);
  const queue: State[] = [first];
  const least = (was: number | undefined, now: number): number => (was === undefined ? now : Math.min(was, now));
  for (const state of queue) {
    result.states++;
    if (state.failover) result.failover = least(result.failover, state.faults);
    if (state.quorumLoss) result.quorumLoss = least(result.quorumLoss, state.faults);
    const inside = innerSteps(cluster, state);
    if (inside.length === 0) {
      const isTwice = state.holds.some((holds) => state.up.filter((up, node) => up && holds[node]).length > 1);
      const isNowhere = state.holds.some(
        (holds) => !state.up.some((up, node) => up && !state.frozen[node] && holds[node]),
      );
      // An administrator who stops LifeKeeper takes the server away, as a fault does.
      const able = state.up.some((_, node) => (awake(state, node) || state.halted[node]) && cluster.servers[node]);
      const rest = restText(
        state.up.map((up, node) => ({
          up,
          frozen: at(state.frozen, node),
          running: at(state.running, node),
          active: state.holds.map((holds) => at(holds, node)),
        })),
      );
      result.rests.set(rest, least(result.rests.get(rest), state.faults));
      if (isTwice) result.splitBrain = least(result.splitBrain, state.faults);
      if (isNowhere && able) result.outage = least(result.outage, state.faults);
    }
    const faults = state.faults < faultsMax ? faultSteps(cluster, state, kinds) : [];
    const next = [...inside, ...faults, ...thawSteps(state)];
    for (const one of next) {
      const key = JSON.stringify(one);
      if (known.has(key)) continue;
      known.add(key);
      queue.push(one);
    }
  }
  return result;
}

/** What happens by itself. Empty: nothing more will. */
function innerSteps(cluster: NaiveCluster, state: State): State[] {
  const nodes = state.up.map((_, node) => node);
  const steps: State[] = [];
  const others = (i: number): readonly number[] => nodes.filter((j) => j !== i && awake(state, i));
  const lost = nodes.flatMap((i) =>
    others(i)
      .filter((j) => at(at(state.sees, i), j) && !connected(state, i, j))
      .map((j) => [i, j] as const),
  );
  const found = nodes.flatMap((i) =>
    others(i)
      .filter((j) => !at(at(state.sees, i), j) && connected(state, i, j))
      .map((j) => [i, j] as const),
  );
  if (lost.length + found.length > 0) {
    // All nodes notice within the same interval. Nothing is started because a path came back.
    steps.push(
      copied(state, (copy) => {
        for (const [i, j] of lost) {
          put(at(copy.sees, i), j, false);
          forget(copy.met, i, j);
          remember(copy.pending, i, j);
        }
        for (const [i, j] of found) meet(copy, i, j);
      }),
    );
  }
  for (const i of nodes) {
    if (awake(state, i) && at(state.pending, i).length > 0) {
      steps.push(
        copied(state, (copy) => {
          const lost = at(copy.pending, i).shift();
          if (lost !== undefined) onCommDown(cluster, copy, i, lost);
        }),
      );
    }
    if (awake(state, i) && at(state.met, i).length > 0) {
      steps.push(
        copied(state, (copy) => {
          at(copy.met, i).shift();
          // Nothing is started and no loss action is taken because a path came back; but the check is made [P130].
          if (!quorum(cluster, copy, i)) copy.quorumLoss = true;
        }),
      );
    }
    if (at(state.up, i) && at(state.starting, i) && !at(state.frozen, i)) {
      steps.push(copied(state, (copy) => start(cluster, copy, i)));
    }
    // A restart takes longer than it takes the others to notice it, and longer than they take to deal with it: a
    // quorum check waits for hosts for 20 s, a watch lasts 24 s, a machine takes minutes to come up.
    const handled = nodes.every(
      (j) => !awake(state, j) || (!at(at(state.sees, j), i) && !at(state.pending, j).includes(i)),
    );
    if (at(state.returning, i) && handled) steps.push(copied(state, (copy) => powerOn(copy, i)));
  }
  return steps;
}

function faultSteps(cluster: NaiveCluster, state: State, kinds: readonly NaiveFault[]): State[] {
  const steps: State[] = [];
  const fault = (kind: NaiveFault, change: (copy: State) => void): void => {
    if (!kinds.includes(kind)) return;
    steps.push(
      copied(state, (copy) => {
        copy.faults++;
        change(copy);
      }),
    );
  };
  for (const i of state.up.keys()) {
    if (at(state.up, i) || at(state.returning, i)) fault("crash", (copy) => stopNode(copy, i));
    if (at(state.up, i)) {
      if (!at(state.frozen, i)) fault("freeze", (copy) => put(copy.frozen, i, true));
      for (const hierarchy of hierarchies(cluster)) {
        if (!awake(state, i) || !at(at(state.holds, hierarchy), i)) continue;
        fault("resource", (copy) => resourceFails(cluster, copy, hierarchy, i));
      }
    }
    if (awake(state, i)) {
      fault("stop", (copy) => stopInOrder(copy, i));
      fault("reboot", (copy) => {
        stopInOrder(copy, i);
        stopNode(copy, i);
        put(copy.returning, i, true);
      });
    }
    if (!at(state.up, i) && !at(state.returning, i)) fault("reboot", (copy) => powerOn(copy, i));
    if (at(state.up, i) && !at(state.running, i) && !at(state.starting, i) && !at(state.frozen, i)) {
      fault("reboot", (copy) => put(copy.starting, i, true));
    }
    if (state.up.some((_, j) => j !== i && hasLink(state, i, j))) fault("isolate", (copy) => loseNetwork(copy, i));
    for (const j of state.up.keys()) {
      if (i >= j) continue;
      const works = at(at(state.links, i), j);
      fault(works ? "cut" : "reboot", (copy) => put(at(copy.links, i), j, !works));
    }
    if (cluster.oneNetwork && i === 0) {
      fault(state.network ? "network" : "reboot", (copy) => {
        copy.network = !state.network;
      });
    }
    if (cluster.quorum === "storage") {
      const reached = at(state.storage, i);
      fault(reached ? "storage" : "reboot", (copy) => put(copy.storage, i, !reached));
    }
    for (const [host, reached] of at(state.hosts, i).entries()) {
      fault(reached ? "host" : "reboot", (copy) => put(at(copy.hosts, i), host, !reached));
    }
  }
  // A storage or a host that is gone, or there again, for everybody is one fault.
  const everybody = [...state.up.keys()];
  for (const works of [true, false]) {
    const storage = everybody.filter((node) => cluster.quorum === "storage" && at(state.storage, node) === works);
    const hosts = [...at(state.hosts, 0).keys()].map((host) => ({
      host,
      asking: everybody.filter((node) => at(at(state.hosts, node), host) === works),
    }));
    if (storage.length > 1) {
      fault(works ? "storage" : "reboot", (copy) => {
        for (const node of storage) put(copy.storage, node, !works);
      });
    }
    for (const { host, asking } of hosts.filter(({ asking: nodes }) => nodes.length > 1)) {
      fault(works ? "host" : "reboot", (copy) => {
        for (const node of asking) put(at(copy.hosts, node), host, !works);
      });
    }
  }
  return steps;
}

function hasLink(state: State, a: number, b: number): boolean {
  return at(at(state.links, Math.min(a, b)), Math.max(a, b));
}

/** Every path of a node at once, and every host. */
function loseNetwork(state: State, node: number): void {
  for (const peer of state.up.keys()) {
    if (peer !== node) put(at(state.links, Math.min(node, peer)), Math.max(node, peer), false);
  }
  for (const host of at(state.hosts, node).keys()) put(at(state.hosts, node), host, false);
}

/** A frozen node may wake up at any moment; that is no fault. */
function thawSteps(state: State): State[] {
  return [...state.frozen.keys()]
    .filter((node) => at(state.frozen, node))
    .map((node) => copied(state, (copy) => put(copy.frozen, node, false)));
}

/** Beyond local recovery: out of service here, in service on the living server with the best priority. */
function resourceFails(cluster: NaiveCluster, state: State, hierarchy: number, node: number): void {
  put(at(state.holds, hierarchy), node, false);
  for (const other of byPriority(cluster, hierarchy)) {
    if (other === node || !isLiving(state, node, other)) continue;
    if (!connected(state, node, other)) return;
    put(at(state.holds, hierarchy), other, true);
    state.failover = true;
    return;
  }
}
