// The quorum check and what a node does when it fails [P130 QW9J P132].

import { cell, clearBit, history, setBit } from "./layout.ts";
import type { Model } from "./model.ts";
import { forcedRestart, powerOff, restart } from "./power.ts";
import { hasStorageAccess, hostsReached, livingCount } from "./reach.ts";
import { sayLossAction, sayQuorum } from "./say/quorum.ts";
import { holdsAnything, rememberWhatRuns, removeAll } from "./service.ts";
import type { Work } from "./work.ts";

/** Without effect on the state: also for questions from outside. */
export function hasQuorum(work: Pick<Work, "model" | "cells">, node: number): boolean {
  const { model, cells } = work;
  if (!model.quorumPackage) return true;
  switch (model.configurations[node]?.quorumMode) {
    case "majority":
      return livingCount(model, cells, node) * 2 > model.nodes.length;
    case "tcp_remote":
      return hostsReached(model, cells, node) * 2 > (model.hostsOfNode[node] ?? []).length;
    case "storage":
      return hasStorageAccess(model, cells, node);
    case "none":
    case undefined:
      return true;
  }
}

/** A check that a handler makes: remembered as the node's most recent one. */
export function checkQuorum(work: Work, node: number): boolean {
  if (!work.model.quorumPackage) {
    sayQuorum(work, node, true);
    return true;
  }
  const held = hasQuorum(work, node);
  rememberCheck(work, node, held);
  sayQuorum(work, node, held);
  return held;
}

export function rememberCheck(work: Work, node: number, held: boolean): void {
  const { cells, model } = work;
  const base = model.layout.keyLength;
  setBit(cells, base + history.quorumChecked, node);
  if (held) setBit(cells, base + history.quorumHeld, node);
  else {
    clearBit(cells, base + history.quorumHeld, node);
    setBit(cells, base + history.quorumLost, node);
  }
}

export function lossAction(work: Work, node: number): void {
  const { model } = work;
  const active = holdsAnything(work, node);
  if (!active && model.readings["standby-loss-action"] === "only-with-resources") {
    sayLossAction(work, node, "none", active);
    return;
  }
  const action = model.configurations[node]?.lossAction ?? "fastkill";
  switch (action) {
    case "fastkill":
      powerOff(work, node);
      setBit(work.cells, cell.halted, node);
      sayLossAction(work, node, action, active);
      return;
    case "fastboot":
      restart(work, node);
      sayLossAction(work, node, action, active);
      return;
    case "osu":
      // A second loss must not forget what the first one took out of service.
      if (active) rememberWhatRuns(work, node);
      sayLossAction(work, node, action, active);
      for (const component of model.components) {
        if (!removeAll(work, component.order, node)) {
          forcedRestart(work, node, "removal");
          return;
        }
      }
      return;
  }
}

/** How long a check takes, at least and at most: hosts that do not answer are waited for. */
export function quorumDelayMs(
  model: Model,
  cells: Work["cells"],
  node: number,
): { readonly min: number; readonly max: number } {
  const configuration = model.configurations[node];
  if (!model.quorumPackage || configuration?.quorumMode !== "tcp_remote") return { min: 0, max: 0 };
  const hosts = (model.hostsOfNode[node] ?? []).length;
  const missing = hosts - hostsReached(model, cells, node);
  if (missing === 0) return { min: 0, max: 0 };
  // Tried all at once, a majority that answers settles it; only a failing check waits to the end.
  const atOnce = missing * 2 < hosts ? 0 : configuration.quorumTimeoutMs;
  const inTurn = configuration.quorumTimeoutMs * missing;
  if (atOnce === inTurn) return { min: 0, max: atOnce };
  return { min: 0, max: model.readings["host-order"] === "one-by-one" ? inTurn : atOnce };
}
