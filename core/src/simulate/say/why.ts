// Reasons as data: for each rule how sure we are and where it is written; the words come from the caller.

import type { SourceKey } from "../../catalogue/sources.ts";
import type { Evidence } from "../../evidence.ts";
import type { Localized } from "../../locale/localized.ts";
import type { Place } from "../../problem.ts";
import type { ReadingId } from "../readings.ts";
import type { Facts, RuleId, Why } from "../trace.ts";
import type { Work } from "../work.ts";

type Ground = readonly [Evidence, ...SourceKey[]];

const grounds: Readonly<Record<RuleId, Ground>> = {
  outside: ["documented"],
  "path-dead": ["documented", "HB970", "P95"],
  "path-alive": ["documented", "HB970"],
  "comm-down": ["documented", "MAJ932", "MAJ981J", "SRV990"],
  "comm-up": ["documented", "MAJ932"],
  "quorum-held": ["documented", "P130", "QW9J"],
  "quorum-lost": ["documented", "P130", "QW9J"],
  "quorum-not-checked": ["documented", "QW9J"],
  "witness-alive": ["documented", "QW9J", "P134"],
  "witness-dead": ["documented", "QW9J", "P135"],
  "witness-off": ["documented", "QW9J", "P131"],
  "witness-watch": ["documented", "STO951", "STO981J", "QP100"],
  "loss-fastkill": ["documented", "QW9J", "P132"],
  "loss-fastboot": ["documented", "QW9J", "P132"],
  "loss-osu": ["documented", "QW9J", "P132"],
  "loss-none": ["unsure", "QW9J"],
  "false-loss": ["documented", "KB-MAJORDER"],
  "no-failover-flag": ["documented", "SRV990", "FLAG75"],
  "confirm-wait": ["documented", "CSO75", "P239"],
  "confirm-go-on": ["documented", "CSO75", "P239"],
  "confirm-block": ["documented", "CSO75", "P239"],
  "power-off": ["documented", "STONITH961"],
  "take-over": ["documented", "SRV990", "P82"],
  "take-over-none": ["documented", "SRV990", "P82"],
  restore: ["documented", "KB-FLOW", "P69"],
  "restore-refused": ["documented", "QW9J"],
  "restore-failed": ["documented", "KB-FLOW", "RS932"],
  remove: ["documented", "KB-FLOW", "P69"],
  "remove-failed": ["documented", "KB-FLOW", "KB-LOG"],
  "forced-restart": ["documented", "KB-FLOW", "KB-LOG"],
  booted: ["inferred", "KB-AUTO"],
  start: ["documented", "MAJ932", "MAJ940J"],
  "start-restores": ["documented", "KB-AUTO"],
  "start-holds-back": ["documented", "KB-AUTO", "P135"],
  "start-witnessed": ["inferred", "QW9J", "P135"],
  "start-without-quorum": ["documented", "P135"],
  stop: ["documented", "KB-STOP", "FLAG75"],
  keep: ["documented", "P135"],
  // The manual tells what COMM_UP does with quorum; without it only the general rule is there.
  "keep-without-quorum": ["inferred", "QW9J"],
  switchback: ["documented", "SB990", "LKWMC990J"],
  "switch-over": ["documented", "SWO940", "SHUT941J"],
  "local-recovery": ["documented", "KB-FLOW", "RER980"],
  "temporal-recovery": ["documented", "P144"],
  "resource-failed": ["documented", "KB-FLOW", "RER980"],
  "resource-failover": ["documented", "P81", "KB-FLOW"],
  "no-target": ["documented", "P81"],
  "policy-no-failover": ["documented", "P145", "POL960"],
  "failover-blocked": ["documented", "P301", "P239"],
  "check-timeout": ["documented", "KB-ALRM"],
  "file-system-full": ["documented", "RS932", "RS970J"],
  "standby-failed": ["documented", "SNHC932", "OSU981"],
  "reservation-won": ["documented", "KB-SCSI"],
  "reservation-lost": ["documented", "KB-SCSI"],
  "reservation-taken": ["documented", "KB-SCSI", "LKSCSID75"],
  "halt-on-error": ["documented", "P104", "VMDK961J"],
  "mirror-corrupt": ["documented", "P284", "KB-DKORDER"],
  "mirror-not-in-sync": ["documented", "P325", "P284"],
  "mirror-source": ["documented", "P283"],
  "mirror-behind": ["inferred", "P325"],
  "mirror-resync": ["documented", "KB-DKNET"],
  "mirror-in-sync": ["documented", "P283"],
  "mirror-discarded": ["inferred", "BLOG2012"],
  "mirror-forced": ["documented", "P284", "KB-DKORDER"],
};

export interface Telling {
  readonly text: Localized;
  readonly facts?: Facts;
  /** Name of the parameter that decided, as it counts on the acting node. */
  readonly parameter?: string;
  readonly reading?: ReadingId;
  readonly place?: Place | undefined;
}

/** `node` -1: nobody acted. Call only when `work.tracer` is there; then nothing is built for nobody. */
export function tell(work: Work, node: number, rule: RuleId, telling: Telling): void {
  const [evidence, ...sources] = grounds[rule];
  const configured = work.model.cluster.nodes[node];
  const value = telling.parameter === undefined ? undefined : configured?.configuration.get(telling.parameter);
  const parameter: Why["parameter"] =
    value === undefined
      ? undefined
      : { name: value.name, value: value.value, origin: value.origin, place: value.place };
  work.tracer?.tell(node, {
    rule,
    text: telling.text,
    facts: telling.facts ?? {},
    parameter,
    reading: telling.reading,
    evidence: telling.reading === undefined ? evidence : "unsure",
    sources,
    place: parameter?.place ?? telling.place ?? configured?.place,
  });
}

export function nameOf(work: Work, node: number): string {
  return work.model.nodes[node] ?? "";
}

export function tagOf(work: Work, resource: number): string {
  return work.model.resources[resource]?.tag ?? "";
}

export function namesIn(work: Work, mask: number): readonly string[] {
  return work.model.nodes.filter((_, node) => (mask & (1 << node)) !== 0);
}

export function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}
