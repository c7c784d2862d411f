// A second, deliberately simple exploration of what faults do to a cluster of two or three nodes with one or two
// hierarchies. Written from the documents and never from core/src/simulate: no zones, no symmetry, no compact
// keys. Time is counted in whole units: where every bound is closed and a multiple of the unit, that loses nothing
// (Henzinger, Manna and Pnueli 1992). Whatever waits has a number of units that must pass at least and at most.
// Where documents are silent it does what the default readings say.

import {
  forget,
  isLiving,
  isUndecided,
  meet,
  onCommDown,
  onWatchEnd,
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

interface Found extends Mutable<Omit<NaiveResult, "rests">> {
  readonly rests: Map<string, number>;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

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
  const result: Found = {
    splitBrain: undefined,
    outage: undefined,
    failover: undefined,
    quorumLoss: undefined,
    rests: new Map(),
    states: 0,
  };
  const least = (was: number | undefined, now: number): number => (was === undefined ? now : Math.min(was, now));
  const known = new Set<string>();
  const queue: (readonly [State, Clocks])[] = [];
  const reach = (state: State, clocks: Clocks): void => {
    const key = JSON.stringify([state, clocks]);
    if (known.has(key)) return;
    known.add(key);
    queue.push([state, clocks]);
  };
  const first = initial(cluster);
  reach(first, clocked(cluster, first, {}));
  for (const [state, clocks] of queue) {
    result.states++;
    if (state.failover) result.failover = least(result.failover, state.faults);
    if (state.quorumLoss) result.quorumLoss = least(result.quorumLoss, state.faults);
    const waiting = waitingIn(cluster, state);
    if (waiting.length === 0) judge(cluster, state, result);
    for (const { name, happen } of waiting) {
      if ((clocks[name]?.[0] ?? 0) > 0) continue;
      const next = copied(state, happen);
      reach(next, clocked(cluster, next, clocks, name));
    }
    if (waiting.length > 0 && waiting.every(({ name }) => (clocks[name]?.[1] ?? 0) >= 1)) {
      const passed = Object.entries(clocks).map(
        ([name, [min, max]]) => [name, [Math.max(0, min - 1), max - 1]] as const,
      );
      reach(state, Object.fromEntries(passed));
    }
    const faults = state.faults < faultsMax ? faultSteps(cluster, state, kinds) : [];
    for (const next of [...faults, ...thawSteps(state)]) reach(next, clocked(cluster, next, clocks));
  }
  return result;
}

function judge(cluster: NaiveCluster, state: State, result: Found): void {
  const least = (was: number | undefined): number => (was === undefined ? state.faults : Math.min(was, state.faults));
  const isTwice = state.holds.some((holds) => state.up.filter((up, node) => up && holds[node]).length > 1);
  // Clients are served by a node that works and that they reach.
  const serves = (node: number): boolean => at(state.up, node) && !at(state.frozen, node) && !at(state.cutOff, node);
  const isNowhere = state.holds.some((holds) => !holds.some((has, node) => has && serves(node)));
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
  result.rests.set(rest, least(result.rests.get(rest)));
  if (isTwice) result.splitBrain = least(result.splitBrain);
  if (isNowhere && able) result.outage = least(result.outage);
}

/** Something that happens by itself: how many seconds after it became possible, and what it does. */
interface Waiting {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly happen: (copy: State) => void;
}

/** A number of units that must pass, at least and at most, before each of these things. */
type Clocks = Readonly<Record<string, readonly [least: number, most: number]>>;

/** Every wait in these clusters is a multiple of this. */
const unitSeconds = 5;

/** What waits keeps its clock, what is new gets one. */
function clocked(cluster: NaiveCluster, state: State, before: Clocks, done?: string): Clocks {
  return Object.fromEntries(
    waitingIn(cluster, state).map(({ name, least, most }) => [
      name,
      (name === done ? undefined : before[name]) ?? [least / unitSeconds, most / unitSeconds],
    ]),
  );
}

function waitingIn(cluster: NaiveCluster, state: State): readonly Waiting[] {
  const nodes = [...state.up.keys()];
  const found: Waiting[] = [];
  const wait = (name: string, least: number, most: number, happen: Waiting["happen"]): void => {
    found.push({ name, least, most, happen });
  };
  for (const i of nodes) {
    if (at(state.returning, i)) wait(`boot ${i}`, 120, 120, (copy) => powerOn(copy, i));
    if (at(state.up, i) && at(state.starting, i) && !at(state.frozen, i)) {
      wait(`start ${i}`, 0, 120, (copy) => start(cluster, copy, i));
    }
    if (!awake(state, i)) continue;
    for (const j of nodes) {
      if (j === i) continue;
      const sees = at(at(state.sees, i), j);
      // Three beats of 5 s; the last one came up to 5 s before the silence [HB970].
      if (sees && !connected(state, i, j)) {
        wait(`lose ${i} ${j}`, 10, 15, (copy) => {
          put(at(copy.sees, i), j, false);
          forget(copy.met, i, j);
          remember(copy.pending, i, j);
        });
      } else if (!sees && connected(state, i, j)) wait(`meet ${i} ${j}`, 0, 0, (copy) => meet(copy, i, j));
    }
    for (const j of at(state.pending, i)) {
      if (isUndecided(cluster, state, i, j)) continue;
      wait(`handle ${i} ${j}`, 0, checkSeconds(cluster, state, i), (copy) => onCommDown(cluster, copy, i, j));
    }
    for (const j of at(state.watch, i)) {
      // Five updates of 5 s missed, 10 to 15 s of which are over when COMM_DOWN comes [QP100].
      const updates = awake(state, j) && at(state.storage, j);
      wait(`watch ${i} ${j}`, updates ? 0 : 5, updates ? 0 : 15, (copy) => onWatchEnd(cluster, copy, i, j));
    }
    for (const j of at(state.met, i)) {
      // Nothing is started and no loss action is taken because a path came back; but the check is made [P130].
      wait(`met ${i} ${j}`, 0, 0, (copy) => {
        forget(copy.met, i, j);
        if (!quorum(cluster, copy, i)) copy.quorumLoss = true;
      });
    }
    for (const hierarchy of hierarchies(cluster)) {
      if (!at(at(state.broken, hierarchy), i)) continue;
      wait(`check ${hierarchy} ${i}`, 0, 120, (copy) => {
        put(at(copy.broken, hierarchy), i, false);
        resourceFails(cluster, copy, hierarchy, i);
      });
    }
  }
  return found;
}

/** A check that needs a host which does not answer waits for it, up to 20 s [QP931]. */
function checkSeconds(cluster: NaiveCluster, state: State, node: number): number {
  if (cluster.quorum !== "tcp_remote") return 0;
  const missing = at(state.hosts, node).filter((reached) => !reached).length;
  // All are tried at once, and a majority that answers settles it; whether they are is a reading only for several.
  return missing * 2 >= cluster.hosts ? 20 : 0;
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
        if (at(at(state.broken, hierarchy), i)) continue;
        fault("resource", (copy) => put(at(copy.broken, hierarchy), i, true));
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
      fault(works ? "cut" : "reboot", (copy) => {
        put(at(copy.links, i), j, !works);
        // A path that works again shows that the interfaces at its ends do.
        if (!works) for (const end of [i, j]) put(copy.cutOff, end, false);
      });
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
  put(state.cutOff, node, true);
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
