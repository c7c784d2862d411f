// What the naive explorer knows of a cluster at one moment, and the few ways to look at it. Written from the documents
// and never from core/src/simulate.

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
  /** A second hierarchy on the same servers, with their priorities turned round. */
  readonly second: boolean;
}

export interface State {
  readonly up: boolean[];
  /** On, but it does nothing and answers nobody. */
  readonly frozen: boolean[];
  /** LifeKeeper runs; where it does not, it may be starting. */
  readonly running: boolean[];
  readonly starting: boolean[];
  /** By hierarchy and node: in service here; kept by a node that died, because the others believe it until they notice. */
  readonly holds: boolean[][];
  /** In service here when LifeKeeper last stopped, in whatever way: that is what it starts again [KB-AUTO]. */
  readonly wanted: boolean[][];
  /** Restarts and will come back. */
  readonly returning: boolean[];
  /** Stopped itself by fastkill: no fault took it, so that for an outage it counts as up. */
  readonly halted: boolean[];
  /** links[i][j], i < j. */
  readonly links: boolean[][];
  network: boolean;
  /** It lost its network, and clients do not reach it. */
  readonly cutOff: boolean[];
  /** sees[i][j]: node i counts j as reachable. */
  readonly sees: boolean[][];
  /** pending[i]: nodes whose loss i has noticed and not handled. */
  readonly pending: number[][];
  /** met[i]: nodes that i has met again and not handled. */
  readonly met: number[][];
  /** watch[i]: nodes whose quorum object i watches, because it stopped changing. */
  readonly watch: number[][];
  /** By hierarchy and node: it is broken, and lkcheck has yet to find out. */
  readonly broken: boolean[][];
  /** saidStop[i][j]: j told i that it stops in an orderly way, the flag `!nofailover!j` [FLAG75]. */
  readonly saidStop: boolean[][];
  readonly storage: boolean[];
  readonly hosts: boolean[][];
  faults: number;
  failover: boolean;
  quorumLoss: boolean;
}

export function initial(cluster: NaiveCluster): State {
  const { servers, hosts } = cluster;
  const all = <T>(value: (node: number) => T): T[] => servers.map((_, node) => value(node));
  return {
    up: all(() => true),
    frozen: all(() => false),
    running: all(() => true),
    starting: all(() => false),
    holds: hierarchies(cluster).map((hierarchy) => all((node) => node === byPriority(cluster, hierarchy)[0])),
    wanted: hierarchies(cluster).map(() => all(() => false)),
    returning: all(() => false),
    halted: all(() => false),
    links: all(() => all(() => true)),
    network: true,
    cutOff: all(() => false),
    sees: all(() => all(() => true)),
    pending: all(() => []),
    met: all(() => []),
    watch: all(() => []),
    broken: hierarchies(cluster).map(() => all(() => false)),
    saidStop: all(() => all(() => false)),
    storage: all(() => true),
    hosts: all(() => Array.from({ length: hosts }, () => true)),
    faults: 0,
    failover: false,
    quorumLoss: false,
  };
}

export function copied(state: State, change: (copy: State) => void): State {
  const copy: State = {
    ...state,
    up: [...state.up],
    frozen: [...state.frozen],
    running: [...state.running],
    starting: [...state.starting],
    holds: state.holds.map((row) => [...row]),
    wanted: state.wanted.map((row) => [...row]),
    returning: [...state.returning],
    halted: [...state.halted],
    links: state.links.map((row) => [...row]),
    cutOff: [...state.cutOff],
    sees: state.sees.map((row) => [...row]),
    pending: state.pending.map((row) => [...row]),
    met: state.met.map((row) => [...row]),
    watch: state.watch.map((row) => [...row]),
    broken: state.broken.map((row) => [...row]),
    saidStop: state.saidStop.map((row) => [...row]),
    storage: [...state.storage],
    hosts: state.hosts.map((row) => [...row]),
  };
  change(copy);
  return copy;
}

export const at = <T>(list: readonly T[], index: number): T => {
  const value = list[index];
  if (value === undefined) throw new Error(`nothing at ${index}`);
  return value;
};

export function put<T>(list: T[], index: number, value: T): void {
  list[index] = value;
}

export function hierarchies({ second }: NaiveCluster): readonly number[] {
  return second ? [0, 1] : [0];
}

/** Servers, best first. */
export function byPriority({ servers, best }: NaiveCluster, hierarchy: number): readonly number[] {
  const found = [...servers.keys()].filter((node) => servers[node]);
  return (best === "first") === (hierarchy === 0) ? found : found.reverse();
}

export const awake = (state: State, node: number): boolean =>
  at(state.up, node) && at(state.running, node) && !at(state.frozen, node);

export const connected = (state: State, a: number, b: number): boolean =>
  awake(state, a) && awake(state, b) && state.network && at(at(state.links, Math.min(a, b)), Math.max(a, b));
