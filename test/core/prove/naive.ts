// A second, deliberately simple exploration of what faults do to a cluster of two or three nodes with one
// hierarchy. Written from the documents and never from core/src/simulate: no clock, no symmetry, no compact
// keys. Time is left out: a node may notice a loss and handle what it noticed at any moment between faults.
// Where documents are silent it does what the default readings say.

export type QuorumMode = "majority" | "tcp_remote" | "storage" | "none";
export type WitnessMode = "remote_verify" | "storage" | "none";
export type LossAction = "fastkill" | "fastboot" | "osu";

export interface NaiveCluster {
  /** True for a server of the hierarchy, false for a witness-only node. */
  readonly servers: readonly boolean[];
  /** Servers come best priority first, or last. */
  readonly best: "first" | "last";
  /** All paths lie on one network. */
  readonly oneNetwork: boolean;
  readonly quorum: QuorumMode;
  readonly witness: WitnessMode;
  readonly lossAction: LossAction;
  /** How many QUORUM_HOSTS there are. */
  readonly hosts: number;
}

/** `reboot` stands for everything that comes back too: machines, LifeKeeper, paths, networks, storage, hosts. */
export type NaiveFault = "crash" | "freeze" | "cut" | "network" | "storage" | "host" | "resource" | "stop" | "reboot";

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
  readonly active: boolean;
}

export function restText(nodes: readonly Rest[]): string {
  return nodes
    .map(({ up, frozen, running, active }) =>
      up ? `${frozen ? "frozen" : running ? "up" : "stopped"}${active ? "*" : ""}` : "off",
    )
    .join(" ");
}

interface State {
  readonly up: boolean[];
  /** On, but it does nothing and answers nobody. */
  readonly frozen: boolean[];
  /** LifeKeeper runs; where it does not, it may be starting. */
  readonly running: boolean[];
  readonly starting: boolean[];
  /** In service here; kept by a node that died, because the others believe it until they notice. */
  readonly holds: boolean[];
  /** In service here when LifeKeeper last stopped, in whatever way: that is what it starts again [KB-AUTO]. */
  readonly wanted: boolean[];
  /** Restarts and will come back. */
  readonly returning: boolean[];
  /** Stopped itself by fastkill: no fault took it, so that for an outage it counts as up. */
  readonly halted: boolean[];
  /** links[i][j], i < j. */
  readonly links: boolean[][];
  network: boolean;
  /** sees[i][j]: node i counts j as reachable. */
  readonly sees: boolean[][];
  /** pending[i]: nodes whose loss i has noticed and not handled. */
  readonly pending: number[][];
  /** met[i]: nodes that i has met again and not handled. */
  readonly met: number[][];
  /** saidStop[i][j]: j told i that it stops in an orderly way, the flag `!nofailover!j` [FLAG75]. */
  readonly saidStop: boolean[][];
  readonly storage: boolean[];
  readonly hosts: boolean[][];
  faults: number;
  failover: boolean;
  quorumLoss: boolean;
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
      const holding = state.up.filter((up, node) => up && state.holds[node]).length;
      const running = state.up.some((up, node) => up && !state.frozen[node] && state.holds[node]);
      // An administrator who stops LifeKeeper takes the server away, as a fault does.
      const able = state.up.some((_, node) => (awake(state, node) || state.halted[node]) && cluster.servers[node]);
      const rest = restText(
        state.up.map((up, node) => ({
          up,
          frozen: at(state.frozen, node),
          running: at(state.running, node),
          active: at(state.holds, node),
        })),
      );
      result.rests.set(rest, least(result.rests.get(rest), state.faults));
      if (holding > 1) result.splitBrain = least(result.splitBrain, state.faults);
      if (!running && able) result.outage = least(result.outage, state.faults);
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

function initial(cluster: NaiveCluster): State {
  const { servers, hosts } = cluster;
  const holder = byPriority(cluster)[0];
  const all = <T>(value: (node: number) => T): T[] => servers.map((_, node) => value(node));
  return {
    up: all(() => true),
    frozen: all(() => false),
    running: all(() => true),
    starting: all(() => false),
    holds: all((node) => node === holder),
    wanted: all(() => false),
    returning: all(() => false),
    halted: all(() => false),
    links: all(() => all(() => true)),
    network: true,
    sees: all(() => all(() => true)),
    pending: all(() => []),
    met: all(() => []),
    saidStop: all(() => all(() => false)),
    storage: all(() => true),
    hosts: all(() => Array.from({ length: hosts }, () => true)),
    faults: 0,
    failover: false,
    quorumLoss: false,
  };
}

function copied(state: State, change: (copy: State) => void): State {
  const copy: State = {
    ...state,
    up: [...state.up],
    frozen: [...state.frozen],
    running: [...state.running],
    starting: [...state.starting],
    holds: [...state.holds],
    wanted: [...state.wanted],
    returning: [...state.returning],
    halted: [...state.halted],
    links: state.links.map((row) => [...row]),
    sees: state.sees.map((row) => [...row]),
    pending: state.pending.map((row) => [...row]),
    met: state.met.map((row) => [...row]),
    saidStop: state.saidStop.map((row) => [...row]),
    storage: [...state.storage],
    hosts: state.hosts.map((row) => [...row]),
  };
  change(copy);
  return copy;
}

const at = <T>(list: readonly T[], index: number): T => {
  const value = list[index];
  if (value === undefined) throw new Error(`nothing at ${index}`);
  return value;
};

function put<T>(list: T[], index: number, value: T): void {
  list[index] = value;
}

/** Servers, best first. */
function byPriority({ servers, best }: NaiveCluster): readonly number[] {
  const found = [...servers.keys()].filter((node) => servers[node]);
  return best === "first" ? found : found.reverse();
}

const awake = (state: State, node: number): boolean =>
  at(state.up, node) && at(state.running, node) && !at(state.frozen, node);

const connected = (state: State, a: number, b: number): boolean =>
  awake(state, a) && awake(state, b) && state.network && at(at(state.links, Math.min(a, b)), Math.max(a, b));

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

function remember(lists: number[][], node: number, peer: number): void {
  const list = at(lists, node);
  if (!list.includes(peer)) list.push(peer);
  list.sort();
}

function forget(lists: number[][], node: number, peer: number): void {
  put(
    lists,
    node,
    at(lists, node).filter((other) => other !== peer),
  );
}

/** COMM_UP: whatever was to be done about the loss is over, and so is the flag of an orderly stop. */
function meet(state: State, node: number, peer: number): void {
  put(at(state.sees, node), peer, true);
  put(at(state.saidStop, node), peer, false);
  forget(state.pending, node, peer);
  remember(state.met, node, peer);
}

function quorum(cluster: NaiveCluster, state: State, node: number): boolean {
  switch (cluster.quorum) {
    case "majority": {
      const reached = 1 + at(state.sees, node).filter((seen, other) => other !== node && seen).length;
      return reached * 2 > state.up.length;
    }
    case "tcp_remote":
      return at(state.hosts, node).filter((reached) => reached).length * 2 > cluster.hosts;
    case "storage":
      return at(state.storage, node);
    case "none":
      return true;
  }
}

function witnessSaysDead(cluster: NaiveCluster, state: State, node: number, suspect: number): boolean {
  switch (cluster.witness) {
    case "none":
      return true;
    case "storage":
      return !(awake(state, suspect) && at(state.storage, suspect));
    case "remote_verify":
      return !state.up.some(
        (up, other) =>
          up &&
          other !== node &&
          other !== suspect &&
          at(at(state.sees, node), other) &&
          connected(state, node, other) &&
          // Whoever is asked has noticed by then.
          at(at(state.sees, other), suspect) &&
          connected(state, other, suspect),
      );
  }
}

function onCommDown(cluster: NaiveCluster, state: State, node: number, lost: number): void {
  if (at(at(state.saidStop, node), lost)) {
    // No failover; a node with something in service checks quorum all the same.
    if (!at(state.holds, node) || quorum(cluster, state, node)) return;
    state.quorumLoss = true;
    loseQuorum(cluster, state, node);
    return;
  }
  if (!quorum(cluster, state, node)) {
    state.quorumLoss = true;
    loseQuorum(cluster, state, node);
    return;
  }
  if (!witnessSaysDead(cluster, state, node, lost)) return;
  const configured = at(cluster.servers, node) && at(cluster.servers, lost);
  if (configured && mayTakeOver(cluster, state, node)) {
    put(state.holds, node, true);
    state.failover = true;
  }
}

/** Not in service on a living node, and this is the living server with the best priority. */
function mayTakeOver(cluster: NaiveCluster, state: State, node: number): boolean {
  if (at(state.holds, node)) return false;
  const order = byPriority(cluster);
  return order.every((other) => {
    if (other === node || !isLiving(state, node, other)) return true;
    return !at(state.holds, other) && order.indexOf(other) > order.indexOf(node);
  });
}

/** As far as the node knows. Whoever said that it stops is no living server. */
function isLiving(state: State, node: number, other: number): boolean {
  return at(at(state.sees, node), other) && !at(at(state.saidStop, node), other);
}

function loseQuorum(cluster: NaiveCluster, state: State, node: number): void {
  if (cluster.lossAction === "osu") {
    put(state.holds, node, false);
    return;
  }
  stopNode(state, node);
  put(cluster.lossAction === "fastboot" ? state.returning : state.halted, node, true);
}

/** Power off, in whatever way. */
function stopNode(state: State, node: number): void {
  // What runs is remembered by a LifeKeeper that runs; a machine that only starts still knows what it knew.
  if (at(state.running, node)) put(state.wanted, node, at(state.holds, node));
  leave(state, node);
  for (const list of [state.up, state.frozen, state.starting, state.halted, state.returning]) put(list, node, false);
}

function leave(state: State, node: number): void {
  put(state.running, node, false);
  put(state.pending, node, []);
  put(state.met, node, []);
  at(state.sees, node).fill(false);
  at(state.saidStop, node).fill(false);
}

/** lkstop: resources go out of service, nothing starts elsewhere [SHUT941J FLAG75]. */
function stopInOrder(state: State, node: number): void {
  for (const other of state.up.keys()) {
    if (connected(state, node, other) && at(at(state.sees, node), other)) put(at(state.saidStop, other), node, true);
  }
  put(state.wanted, node, at(state.holds, node));
  put(state.holds, node, false);
  leave(state, node);
}

function powerOn(state: State, node: number): void {
  put(state.up, node, true);
  put(state.starting, node, true);
  put(state.holds, node, false);
  for (const list of [state.returning, state.halted]) put(list, node, false);
}

/** LCM_AVAIL: it looks at its paths, checks quorum, and restores what it had unless somebody has it. */
function start(cluster: NaiveCluster, state: State, node: number): void {
  put(state.starting, node, false);
  put(state.running, node, true);
  let peerHas = false;
  for (const other of state.up.keys()) {
    if (other === node || !connected(state, node, other)) continue;
    meet(state, node, other);
    meet(state, other, node);
    if (at(state.holds, other)) peerHas = true;
  }
  if (!at(cluster.servers, node)) return;
  if (!quorum(cluster, state, node)) {
    state.quorumLoss = true;
    return;
  }
  if (!at(state.wanted, node) || peerHas) return;
  // Witnesses are asked then too: a server that it cannot see may have it [SEED1].
  const others = byPriority(cluster).filter((other) => other !== node && !at(at(state.sees, node), other));
  if (others.every((other) => witnessSaysDead(cluster, state, node, other))) put(state.holds, node, true);
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
      if (awake(state, i) && at(state.holds, i)) fault("resource", (copy) => resourceFails(cluster, copy, i));
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
  return steps;
}

/** A frozen node may wake up at any moment; that is no fault. */
function thawSteps(state: State): State[] {
  return [...state.frozen.keys()]
    .filter((node) => at(state.frozen, node))
    .map((node) => copied(state, (copy) => put(copy.frozen, node, false)));
}

/** Beyond local recovery: out of service here, in service on the living server with the best priority. */
function resourceFails(cluster: NaiveCluster, state: State, node: number): void {
  put(state.holds, node, false);
  for (const other of byPriority(cluster)) {
    if (other === node || !isLiving(state, node, other)) continue;
    if (!connected(state, node, other)) return;
    put(state.holds, other, true);
    state.failover = true;
    return;
  }
}
