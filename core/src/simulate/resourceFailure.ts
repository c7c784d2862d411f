// A resource fails: local recovery, policies, failover [KB-FLOW RER980 P81 P144 P145 POL960].

import { at, cell, clearBit, hasBit, setBit } from "./layout.ts";
import { forcedRestart, powerOff } from "./power.ts";
import { hasQuorum } from "./quorum.ts";
import { living, signals } from "./reach.ts";
import { sayFailure, sayStandbyFailed } from "./say/failure.ts";
import { bestServer, removeComponent, restoreComponent } from "./service.ts";
import type { Work } from "./work.ts";

/** lkcheck finds the failed resource. */
export function handleQuickCheck(work: Work, index: number, node: number): void {
  const { cells, model } = work;
  const { layout } = model;
  const resource = model.resources[index];
  if (resource === undefined) return;
  const beyond = hasBit(cells, layout.failingBeyond + index, node);
  clearBit(cells, layout.failing + index, node);
  clearBit(cells, layout.failingBeyond + index, node);
  if (resource.source.localRecovery && !beyond) {
    if (!isOverTemporalLimit(work, index, node)) {
      sayFailure(work, node, index, "recovered");
      return;
    }
    sayFailure(work, node, index, "temporal-limit");
  } else {
    sayFailure(work, node, index, resource.source.localRecovery ? "not-recovered" : "recovery-off");
    if ((resource.haltsOn & (1 << node)) !== 0) {
      // SCSIERROR or VMDK_ERROR is halt: no transfer, the others take over what the node had [P104 VMDK961J].
      powerOff(work, node);
      setBit(cells, cell.halted, node);
      sayFailure(work, node, index, "halts");
      return;
    }
  }
  failOver(work, index, node);
}

/** The n-th local recovery within the period becomes a failover; where failover is off the policy is never acted on [P144]. */
function isOverTemporalLimit(work: Work, resource: number, node: number): boolean {
  const { temporalRecovery: policy, failover = true } = work.model.resources[resource]?.source ?? {};
  if (policy === undefined || !failover) return false;
  const recent = work.recoveries.filter(
    (recovery) => recovery.timeMs > work.timeMs - policy.periodMs || recovery.resource !== resource,
  );
  const count = recent.filter((recovery) => recovery.resource === resource && recovery.node === node).length;
  work.recoveries = [...recent, { resource, node, timeMs: work.timeMs }];
  return count + 1 >= policy.count;
}

function failOver(work: Work, index: number, node: number): void {
  const { cells, model } = work;
  const resource = model.resources[index];
  if (resource === undefined) return;
  // Whoever said that it stops is no target.
  const able = living(model, cells, node) & ~at(cells, model.layout.noFailover + node) & ~(1 << node);
  const target = bestServer(work, resource.component, able);
  const obstacle = obstacleOf(work, index, node, target);
  if (obstacle !== undefined) {
    stayFailed(work, index, node, obstacle);
    return;
  }
  sayFailure(work, node, index, "fails-over", target);
  if (!removeComponent(work, resource.component, node)) {
    forcedRestart(work, node, "removal");
    return;
  }
  setBit(cells, model.layout.failed + index, node);
  if ((signals(model, cells, node) & (1 << target)) === 0) return;
  if (!hasQuorum(work, target) && model.readings["resource-failover-quorum"] === "checked") {
    sayFailure(work, target, index, "target-without-quorum");
    return;
  }
  restoreComponent(work, resource.component, target, "failover");
}

type Obstacle = "policy" | "blocked" | "no-target";

function obstacleOf({ model }: Work, index: number, node: number, target: number): Obstacle | undefined {
  // The policy of the failing resource alone counts [P145].
  if (model.resources[index]?.source.failover === false) return "policy";
  if ((model.blocksResourceFailover & (1 << node)) !== 0) return "blocked";
  return target < 0 ? "no-target" : undefined;
}

function stayFailed(work: Work, index: number, node: number, how: Obstacle): void {
  const { cells, model } = work;
  clearBit(cells, model.layout.inService + index, node);
  clearBit(cells, model.layout.full + index, node);
  setBit(cells, model.layout.failed + index, node);
  sayFailure(work, node, index, how);
}

/** OSUquickCheck of a standby: OSF and a notice, and no further check until `retstate` [SNHC932 OSU981]. */
export function handleStandbyCheck(work: Work, index: number, node: number): void {
  const { cells, model } = work;
  clearBit(cells, model.layout.failing + index, node);
  clearBit(cells, model.layout.failingBeyond + index, node);
  setBit(cells, model.layout.failed + index, node);
  sayStandbyFailed(work, node, index);
}
