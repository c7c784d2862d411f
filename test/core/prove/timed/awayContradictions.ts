// What availability says against runs under the same faults: nothing takes longer or less long, nothing stays away that it
// did not say, and what cannot go on does not.

import { largest } from "@lkcluster/core/many.ts";
import { availability } from "@lkcluster/core/prove/availability.ts";
import { pumped } from "@lkcluster/core/prove/runProof.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import type { OutsideEvent } from "@lkcluster/core/simulate/event.ts";
import { enabledFaults } from "@lkcluster/core/simulate/faults.ts";
import { initialState } from "@lkcluster/core/simulate/given.ts";
import { eventText } from "@lkcluster/core/simulate/scenario/eventText.ts";
import { runWith } from "./awayRun.ts";
import { randomCase } from "./contradictions.ts";
import { pick, randomFrom } from "./randomCluster.ts";

export interface AgainstRuns {
  /** Runs that were compared; none where the answer is not complete. */
  readonly compared: number;
  readonly contradictions: readonly string[];
}

export function awayContradictions(seed: number, faultsMax: number, runs: number): AgainstRuns {
  const { cluster, kinds, text } = randomCase(seed);
  const random = randomFrom(seed ^ 0x2545f491);
  const all = pumped(availability(cluster, kinds, { faultsMax, transitionsMax: faultsMax * 100_000 }));
  if (!all.sets.isAll) return { compared: 0, contradictions: [] };
  const model = compile(cluster);
  const singles = enabledFaults(model, initialState(model), kinds);
  const standIn = new Map([...all.alike].flatMap(([name, others]) => others.map((other) => [eventText(other), name])));
  const contradictions: string[] = [];
  let compared = 0;
  for (let time = 0; singles.length > 0 && time < runs; time++) {
    const faults = [...new Set(Array.from({ length: faultsMax }, () => pick(random, singles)))];
    const run = runWith(model, random, faults, kinds);
    if (!run.isWhole) continue;
    compared++;
    // What was followed stands for what nothing tells from it.
    const names = faults.map(eventText).map((name) => standIn.get(name) ?? name);
    const check = (isTrue: boolean, what: string): void => {
      if (!isTrue)
        contradictions.push(`seed ${seed}, ${names.join(" + ")}: ${what}\n  ${run.story.join("\n  ")}\n${text}`);
    };
    const among = <One extends { readonly faults: readonly OutsideEvent[] }>(list: readonly One[]): readonly One[] =>
      list.filter((one) => one.faults.every((fault) => names.includes(eventText(fault))));
    const rows = (hierarchy: string) => among(all.rows).filter((row) => row.hierarchy === hierarchy);
    for (const [hierarchy, times] of run.ended) {
      const most = largest(rows(hierarchy).map((row) => row.most?.ms ?? 0));
      const own = rows(hierarchy).find((row) => row.faults.length === names.length);
      for (const ms of times) {
        // Times within one moment are no time away.
        check(ms <= Math.max(0, most), `${hierarchy} ${ms} ms, at most ${most}`);
        if (own?.least !== undefined) check(ms >= own.least, `${hierarchy} ${ms} ms, at least ${own.least}`);
      }
    }
    for (const hierarchy of run.forGood) {
      const stops = among(all.disasters).some((one) => one.what === "stop" && one.hierarchy === hierarchy);
      check(stops, `${hierarchy} stays away`);
    }
    for (const row of among(all.rows)) {
      if (row.faults.length === names.length && run.forGood.has(row.hierarchy)) {
        check(row.forGood !== undefined, `${row.hierarchy} stays away, and its row does not say so`);
      }
      if (row.faults.length < names.length || row.mayGoOn) continue;
      check(run.missed.has(row.hierarchy), `${row.hierarchy} went on`);
    }
  }
  return { compared, contradictions };
}
