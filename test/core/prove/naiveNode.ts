// What one node of the naive explorer does: stops, starts, notices, checks quorum, asks witnesses, takes over. Written
// from the documents and never from core/src/simulate.

import { at, awake, byPriority, connected, hierarchies, type NaiveCluster, put, type State } from "./naiveState.ts";

export function remember(lists: number[][], node: number, peer: number): void {
  const list = at(lists, node);
  if (!list.includes(peer)) list.push(peer);
  list.sort();
}

export function forget(lists: number[][], node: number, peer: number): void {
  put(
    lists,
    node,
    at(lists, node).filter((other) => other !== peer),
  );
}

/** COMM_UP: whatever was to be done about the loss is over, and so is the flag of an orderly stop. */
export function meet(state: State, node: number, peer: number): void {
  put(at(state.sees, node), peer, true);
  put(at(state.saidStop, node), peer, false);
  forget(state.pending, node, peer);
  forget(state.watch, node, peer);
  remember(state.met, node, peer);
}

export function quorum(cluster: NaiveCluster, state: State, node: number): boolean {
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

/** Whom a node asks about a suspect: everybody it still talks to [P134]. */
function asked(state: State, node: number, suspect: number): readonly number[] {
  return [...state.up.keys()].filter(
    (other) => other !== node && other !== suspect && at(at(state.sees, node), other) && connected(state, node, other),
  );
}

/** A witness that has not noticed yet says alive, and is asked again until it knows. */
export function isUndecided(cluster: NaiveCluster, state: State, node: number, suspect: number): boolean {
  if (cluster.witness !== "remote_verify") return false;
  const alive = asked(state, node, suspect).filter((other) => at(at(state.sees, other), suspect));
  return alive.length > 0 && alive.every((other) => !connected(state, other, suspect));
}

function isUpdating(state: State, suspect: number): boolean {
  return awake(state, suspect) && at(state.storage, suspect);
}

/** At a start the answer is what the witnesses will know. */
function isDeadAtStart(cluster: NaiveCluster, state: State, node: number, suspect: number): boolean {
  switch (cluster.witness) {
    case "none":
      return true;
    case "storage":
      return !isUpdating(state, suspect);
    case "remote_verify":
      return !asked(state, node, suspect).some(
        (other) => at(at(state.sees, other), suspect) && connected(state, other, suspect),
      );
  }
}

export function onCommDown(cluster: NaiveCluster, state: State, node: number, lost: number): void {
  forget(state.pending, node, lost);
  if (at(at(state.saidStop, node), lost)) {
    // No failover; a node with something in service checks quorum all the same.
    if (!state.holds.some((holds) => at(holds, node)) || quorum(cluster, state, node)) return;
    state.quorumLoss = true;
    loseQuorum(cluster, state, node);
    return;
  }
  if (!quorum(cluster, state, node)) {
    state.quorumLoss = true;
    loseQuorum(cluster, state, node);
    return;
  }
  switch (cluster.witness) {
    case "none":
      takeOver(cluster, state, node, lost);
      return;
    case "storage":
      if (!isUpdating(state, lost)) remember(state.watch, node, lost);
      return;
    case "remote_verify":
      if (!asked(state, node, lost).some((other) => at(at(state.sees, other), lost)))
        takeOver(cluster, state, node, lost);
  }
}

/** The object did not change for the whole watch, or changes again. A witness check presupposes quorum [SEED1]. */
export function onWatchEnd(cluster: NaiveCluster, state: State, node: number, lost: number): void {
  forget(state.watch, node, lost);
  if (!quorum(cluster, state, node)) {
    state.quorumLoss = true;
    loseQuorum(cluster, state, node);
  } else if (!isUpdating(state, lost)) takeOver(cluster, state, node, lost);
}

function takeOver(cluster: NaiveCluster, state: State, node: number, lost: number): void {
  const configured = at(cluster.servers, node) && at(cluster.servers, lost);
  for (const hierarchy of hierarchies(cluster)) {
    if (!configured || !mayTakeOver(cluster, state, hierarchy, node)) continue;
    put(at(state.holds, hierarchy), node, true);
    state.failover = true;
  }
}

/** Not in service on a living node, and this is the living server with the best priority. */
function mayTakeOver(cluster: NaiveCluster, state: State, hierarchy: number, node: number): boolean {
  const holds = at(state.holds, hierarchy);
  if (at(holds, node)) return false;
  const order = byPriority(cluster, hierarchy);
  return order.every((other) => {
    if (other === node || !isLiving(state, node, other)) return true;
    return !at(holds, other) && order.indexOf(other) > order.indexOf(node);
  });
}

/** As far as the node knows. Whoever said that it stops is no living server. */
export function isLiving(state: State, node: number, other: number): boolean {
  return at(at(state.sees, node), other) && !at(at(state.saidStop, node), other);
}

function loseQuorum(cluster: NaiveCluster, state: State, node: number): void {
  if (cluster.lossAction === "osu") {
    release(state, node);
    return;
  }
  stopNode(state, node);
  put(cluster.lossAction === "fastboot" ? state.returning : state.halted, node, true);
}

/** Power off, in whatever way. */
export function stopNode(state: State, node: number): void {
  // What runs is remembered by a LifeKeeper that runs; a machine that only starts still knows what it knew.
  if (at(state.running, node)) rememberWhatRuns(state, node);
  leave(state, node);
  for (const broken of state.broken) put(broken, node, false);
  for (const list of [state.up, state.frozen, state.starting, state.halted, state.returning]) put(list, node, false);
}

function leave(state: State, node: number): void {
  put(state.running, node, false);
  put(state.pending, node, []);
  put(state.met, node, []);
  put(state.watch, node, []);
  at(state.sees, node).fill(false);
  at(state.saidStop, node).fill(false);
}

/** lkstop: resources go out of service, nothing starts elsewhere [SHUT941J FLAG75]. */
export function stopInOrder(state: State, node: number): void {
  for (const other of state.up.keys()) {
    if (connected(state, node, other) && at(at(state.sees, node), other)) put(at(state.saidStop, other), node, true);
  }
  rememberWhatRuns(state, node);
  release(state, node);
  leave(state, node);
}

function rememberWhatRuns(state: State, node: number): void {
  for (const [hierarchy, wanted] of state.wanted.entries()) put(wanted, node, at(at(state.holds, hierarchy), node));
}

function release(state: State, node: number): void {
  for (const list of [...state.holds, ...state.broken]) put(list, node, false);
}

export function powerOn(state: State, node: number): void {
  put(state.up, node, true);
  put(state.starting, node, true);
  release(state, node);
  for (const list of [state.returning, state.halted]) put(list, node, false);
}

/** LCM_AVAIL: it looks at its paths, checks quorum, and restores what it had unless somebody has it. */
export function start(cluster: NaiveCluster, state: State, node: number): void {
  put(state.starting, node, false);
  put(state.running, node, true);
  for (const other of state.up.keys()) {
    if (other === node || !connected(state, node, other)) continue;
    meet(state, node, other);
    meet(state, other, node);
  }
  if (!at(cluster.servers, node)) return;
  if (!quorum(cluster, state, node)) {
    state.quorumLoss = true;
    return;
  }
  for (const hierarchy of hierarchies(cluster)) {
    if (at(at(state.wanted, hierarchy), node)) restore(cluster, state, hierarchy, node);
  }
}

function restore(cluster: NaiveCluster, state: State, hierarchy: number, node: number): void {
  const holds = at(state.holds, hierarchy);
  const seen = at(state.sees, node);
  if (holds.some((has, other) => has && at(seen, other))) return;
  // Witnesses are asked then too: a server that it cannot see may have it [SEED1].
  const others = byPriority(cluster, hierarchy).filter((other) => other !== node && !at(seen, other));
  if (others.every((other) => isDeadAtStart(cluster, state, node, other))) put(holds, node, true);
}
