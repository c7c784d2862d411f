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

export type NaiveFault = "crash" | "freeze" | "cut" | "network" | "storage" | "host" | "resource";

export interface NaiveResult {
  /** The fewest faults that lead there; undefined when none up to the bound do. */
  readonly splitBrain: number | undefined;
  readonly outage: number | undefined;
  readonly failover: number | undefined;
  readonly quorumLoss: number | undefined;
  readonly states: number;
}

interface State {
  readonly up: boolean[];
  /** On, but it does nothing and answers nobody. */
  readonly frozen: boolean[];
  /** In service here; kept by a node that died, because the others believe it until they notice. */
  readonly holds: boolean[];
  /** Died by fastboot and will come back. */
  readonly returning: boolean[];
  /** Stopped itself by fastkill: no fault took it, so that for an outage it counts as up. */
  readonly halted: boolean[];
  /** links[i][j], i < j. */
  readonly links: boolean[][];
  /** sees[i][j]: node i counts j as reachable. */
  readonly sees: boolean[][];
  /** pending[i]: nodes whose loss i has noticed and not handled. */
  readonly pending: number[][];
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
      const able = state.up.some(
        (up, node) => ((up && !state.frozen[node]) || state.halted[node]) && cluster.servers[node],
      );
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
    holds: all((node) => node === holder),
    returning: all(() => false),
    halted: all(() => false),
    links: all(() => all(() => true)),
    sees: all(() => all(() => true)),
    pending: all(() => []),
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
    holds: [...state.holds],
    returning: [...state.returning],
    halted: [...state.halted],
    links: state.links.map((row) => [...row]),
    sees: state.sees.map((row) => [...row]),
    pending: state.pending.map((row) => [...row]),
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

const awake = (state: State, node: number): boolean => at(state.up, node) && !at(state.frozen, node);

const connected = (state: State, a: number, b: number): boolean =>
  awake(state, a) && awake(state, b) && at(at(state.links, Math.min(a, b)), Math.max(a, b));

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
          at(copy.pending, i).push(j);
          at(copy.pending, i).sort();
        }
        for (const [i, j] of found) {
          put(at(copy.sees, i), j, true);
          put(
            copy.pending,
            i,
            at(copy.pending, i).filter((peer) => peer !== j),
          );
        }
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
    // A restart takes longer than it takes the others to notice it, and longer than any handler: a quorum check
    // waits for hosts for 20 s, a machine takes minutes to come up.
    const handled = nodes.every(
      (j) => !at(state.up, j) || (!at(at(state.sees, j), i) && at(state.pending, j).length === 0),
    );
    if (at(state.returning, i) && handled) steps.push(copied(state, (copy) => comeBack(cluster, copy, i)));
  }
  return steps;
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
          at(at(state.sees, other), suspect),
      );
  }
}

function onCommDown(cluster: NaiveCluster, state: State, node: number, lost: number): void {
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
    if (other === node || !at(at(state.sees, node), other)) return true;
    return !at(state.holds, other) && order.indexOf(other) > order.indexOf(node);
  });
}

function loseQuorum(cluster: NaiveCluster, state: State, node: number): void {
  if (cluster.lossAction === "osu") {
    put(state.holds, node, false);
    return;
  }
  stopNode(state, node);
  put(cluster.lossAction === "fastboot" ? state.returning : state.halted, node, true);
}

function stopNode(state: State, node: number): void {
  put(state.up, node, false);
  put(state.frozen, node, false);
  put(state.pending, node, []);
  for (const other of state.up.keys()) put(at(state.sees, node), other, false);
}

/** LifeKeeper starts again: it looks at its paths, checks quorum, and restores what it held unless a peer has it. */
function comeBack(cluster: NaiveCluster, state: State, node: number): void {
  put(state.up, node, true);
  put(state.returning, node, false);
  const held = at(state.holds, node);
  put(state.holds, node, false);
  let peerHas = false;
  for (const other of state.up.keys()) {
    if (other === node || !connected(state, node, other)) continue;
    put(at(state.sees, node), other, true);
    put(at(state.sees, other), node, true);
    if (at(state.holds, other)) peerHas = true;
  }
  if (held && !peerHas && quorum(cluster, state, node)) put(state.holds, node, true);
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
    if (at(state.up, i)) {
      fault("crash", (copy) => stopNode(copy, i));
      if (!at(state.frozen, i)) fault("freeze", (copy) => put(copy.frozen, i, true));
      if (awake(state, i) && at(state.holds, i)) fault("resource", (copy) => resourceFails(cluster, copy, i));
    }
    for (const j of state.up.keys()) {
      if (i < j && at(at(state.links, i), j)) fault("cut", (copy) => put(at(copy.links, i), j, false));
    }
    if (cluster.oneNetwork && i === 0 && state.links.some((row) => row.some((works) => works))) {
      fault("network", (copy) => {
        for (const row of copy.links) row.fill(false);
      });
    }
    if (cluster.quorum === "storage" && at(state.storage, i)) fault("storage", (copy) => put(copy.storage, i, false));
    for (const [host, reached] of at(state.hosts, i).entries()) {
      if (reached) fault("host", (copy) => put(at(copy.hosts, i), host, false));
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
    if (other === node || !at(at(state.sees, node), other)) continue;
    if (!connected(state, node, other)) return;
    put(state.holds, other, true);
    state.failover = true;
    return;
  }
}
