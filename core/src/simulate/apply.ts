// One event applied to a state in place. The inner loop of everything: scenarios, the panel and proofs run through it.

import { choiceOf, indexOf, isInside, op, operationOf } from "./code.ts";
import { answerConfirmation, finishWitnessCheck, handleCommDown } from "./commDown.ts";
import { handleCommUp } from "./commUp.ts";
import { clearBit, putListBit } from "./layout.ts";
import { finishResync } from "./mirror.ts";
import { noticeDown, noticeUp } from "./notice.ts";
import { applyOutside } from "./outside.ts";
import { forcedRestart, powerOn } from "./power.ts";
import { loseReservation, winReservation } from "./reservation.ts";
import { handleQuickCheck, handleStandbyCheck } from "./resourceFailure.ts";
import { sayPath } from "./say/paths.ts";
import { sayBooted } from "./say/power.ts";
import { sayReservation } from "./say/reservation.ts";
import { restoreComponent } from "./service.ts";
import { finishStop, handleLcmAvail } from "./start.ts";
import type { Work } from "./work.ts";

export function apply(work: Work, code: number): void {
  if (!isInside(code)) {
    applyOutside(work, code);
    return;
  }
  const { cells, model } = work;
  const { layout } = model;
  const index = indexOf(code);
  const choice = choiceOf(code);
  switch (operationOf(code)) {
    case op.pathDead:
    case op.pathAlive: {
      const words = Math.ceil(model.links.length / layout.bits);
      const dead = operationOf(code) === op.pathDead;
      putListBit(cells, layout.pathDead + choice * words, index, layout.bits, dead);
      sayPath(work, index, choice, dead);
      return;
    }
    case op.commDown:
      noticeDown(work, index, choice);
      return;
    case op.commUp:
      noticeUp(work, index, choice);
      return;
    case op.stopped:
      finishStop(work, index);
      return;
    case op.booted:
      powerOn(work, index);
      sayBooted(work, index);
      return;
    case op.lcmAvail:
      handleLcmAvail(work, index);
      return;
    case op.handleCommDown:
      handleCommDown(work, index, choice);
      return;
    case op.witnessCheck:
      finishWitnessCheck(work, index, choice);
      return;
    case op.confirmTimeout:
      answerConfirmation(work, index, choice, "timeout");
      return;
    case op.handleCommUp:
      handleCommUp(work, index, choice);
      return;
    case op.quickCheck:
      handleQuickCheck(work, index, choice);
      return;
    case op.standbyCheck:
      handleStandbyCheck(work, index, choice);
      return;
    case op.diskCheck: {
      const number = model.resources[index]?.reservation ?? -1;
      clearBit(cells, layout.reservationTaken + number, choice);
      if (model.configurations[choice]?.restartsWithoutReservation === false)
        sayReservation(work, choice, index, "ignored");
      else forcedRestart(work, choice, "reservation");
      return;
    }
    case op.reservationWon:
      winReservation(work, index, choice);
      restoreComponent(work, model.resources[index]?.component ?? -1, choice, "failover");
      return;
    case op.reservationLost:
      loseReservation(work, index, choice);
      return;
    case op.resyncDone:
      finishResync(work, index, choice);
  }
}
