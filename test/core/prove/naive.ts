// A second, deliberately simple exploration of what faults do to a cluster of two or three nodes with one
// hierarchy. Written from the documents and never from core/src/simulate: no clock, no symmetry, no compact
// keys. Time is left out: a node may notice a loss and handle what it noticed at any moment between faults.
// Where documents are silent it does what the default readings say.

export type QuorumMode = "majority" | "tcp_remote" | "storage" | "none";
export type WitnessMode = "remote_verify" | "storage" | "none";
export type LossAction = "fastkill" | "fastboot" | "osu";

export interface NaiveCluster {
  /** True for a server of the hierarchy, false for a witness-only node; servers come best priority first. */
  readonly servers: readonly boolean[];
  readonly quorum: QuorumMode;
  readonly witness: WitnessMode;
  readonly lossAction: LossAction;
  /** How many QUORUM_HOSTS there are. */
  readonly hosts: number;
}

export type NaiveFault = "crash" | "cut" | "storage" | "host" | "resource";

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
      const running = state.up.filter((up, node) => up && state.holds[node]).length;
      const serverUp = state.up.some((up, node) => (up || state.halted[node]) && cluster.servers[node]);
      if (running > 1) result.splitBrain = least(result.splitBrain, state.faults);
      if (running === 0 && serverUp) result.outage = least(result.outage, state.faults);
    }
    const next = state.faults < faultsMax ? [...inside, ...faultSteps(cluster, state, kinds)] : inside;
    for (const one of next) {
      const key = JSON.stringify(one);
      if (known.has(key)) continue;
      known.add(key);
      queue.push(one);
    }
  }
  return result;
}

function initial({ servers, hosts }: NaiveCluster): State {
  const all = <T>(value: (node: number) => T): T[] => servers.map((_, node) => value(node));
  return {
    up: all(() => true),
    holds: all((node) => node === 0),
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

const connected = (state: State, a: number, b: number): boolean =>
  at(state.up, a) && at(state.up, b) && at(at(state.links, Math.min(a, b)), Math.max(a, b));

/** What happens by itself. Empty: nothing more will. */
function innerSteps(cluster: NaiveCluster, state: State): State[] {
  const nodes = state.up.map((_, node) => node);
  const steps: State[] = [];
  const stale = nodes.flatMap((i) =>
    nodes
      .filter((j) => j !== i && at(state.up, i) && at(at(state.sees, i), j) && !connected(state, i, j))
      .map((j) => [i, j] as const),
  );
  if (stale.length > 0) {
    // All nodes notice within the same interval.
    steps.push(
      copied(state, (copy) => {
        for (const [i, j] of stale) {
          put(at(copy.sees, i), j, false);
          at(copy.pending, i).push(j);
          at(copy.pending, i).sort();
        }
      }),
    );
  }
  for (const i of nodes) {
    if (at(state.up, i) && at(state.pending, i).length > 0) {
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
      return !(at(state.up, suspect) && at(state.storage, suspect));
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
  return state.up.every((_, other) => {
    if (other === node || !at(cluster.servers, other) || !at(at(state.sees, node), other)) return true;
    return !at(state.holds, other) && other > node;
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
      if (at(state.holds, i)) fault("resource", (copy) => resourceFails(cluster, copy, i));
    }
    for (const j of state.up.keys()) {
      if (i < j && at(at(state.links, i), j)) fault("cut", (copy) => put(at(copy.links, i), j, false));
    }
    if (cluster.quorum === "storage" && at(state.storage, i)) fault("storage", (copy) => put(copy.storage, i, false));
    for (const [host, reached] of at(state.hosts, i).entries()) {
      if (reached) fault("host", (copy) => put(at(copy.hosts, i), host, false));
    }
  }
  return steps;
}

/** Beyond local recovery: out of service here, in service on the living server with the best priority. */
function resourceFails(cluster: NaiveCluster, state: State, node: number): void {
  put(state.holds, node, false);
  for (const other of state.up.keys()) {
    if (other === node || !at(cluster.servers, other) || !at(at(state.sees, node), other)) continue;
    if (!connected(state, node, other)) return;
    put(state.holds, other, true);
    state.failover = true;
    return;
  }
}
