// The time line as a story: what each entry is in it, which entries are routine, and which are asked for.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { changeWords, eventWords } from "@lkcluster/core/simulate/scenario/eventWords.ts";
import type { RuleId, TimelineEntry } from "@lkcluster/core/simulate/trace.ts";
import type { Moment } from "../run/played.ts";

/** Something was done from outside; a node notices it; decides what follows; does it. */
export type Phase = "done" | "detected" | "decided" | "acted";

/** `routine`: nothing came of it, unless it changed a machine or a resource. */
const parts: Readonly<Record<RuleId, Phase | readonly [Phase, "routine"]>> = {
  outside: "done",
  "path-dead": ["detected", "routine"],
  "path-alive": ["detected", "routine"],
  "comm-down": "detected",
  "comm-up": ["detected", "routine"],
  "quorum-held": "decided",
  "quorum-lost": "decided",
  "quorum-not-checked": ["decided", "routine"],
  "witness-alive": "decided",
  "witness-dead": "decided",
  "witness-off": ["decided", "routine"],
  "witness-watch": ["detected", "routine"],
  "loss-fastkill": "acted",
  "loss-fastboot": "acted",
  "loss-osu": "acted",
  "loss-none": ["decided", "routine"],
  "false-loss": ["detected", "routine"],
  "no-failover-flag": "decided",
  "confirm-wait": "decided",
  "confirm-go-on": "decided",
  "confirm-block": "decided",
  "power-off": "acted",
  "take-over": "acted",
  "take-over-none": ["decided", "routine"],
  restore: "acted",
  "restore-refused": "decided",
  "restore-failed": "acted",
  remove: "acted",
  "remove-failed": "acted",
  "forced-restart": "acted",
  booted: "acted",
  start: "acted",
  "start-restores": "decided",
  "start-holds-back": "decided",
  "start-witnessed": "decided",
  "start-without-quorum": "decided",
  stop: "acted",
  keep: ["decided", "routine"],
  "keep-without-quorum": "decided",
  switchback: "decided",
  "switch-over": "acted",
  "local-recovery": "acted",
  "temporal-recovery": "acted",
  "resource-failed": "detected",
  "resource-failover": "acted",
  "no-target": "decided",
  "policy-no-failover": "decided",
  "failover-blocked": "decided",
  "check-timeout": "detected",
  "file-system-full": "detected",
  "standby-failed": "detected",
  "reservation-won": "decided",
  "reservation-lost": "decided",
  "reservation-taken": "detected",
  "halt-on-error": "acted",
  "mirror-corrupt": "decided",
  "mirror-not-in-sync": "decided",
  "mirror-source": "acted",
  "mirror-behind": "acted",
  "mirror-resync": "acted",
  "mirror-in-sync": "acted",
  "mirror-discarded": "acted",
  "mirror-forced": "acted",
};

export function phaseOf({ why: { rule } }: TimelineEntry): Phase {
  const part = parts[rule];
  return typeof part === "string" ? part : part[0];
}

export function isRoutine({ why: { rule }, changes }: TimelineEntry): boolean {
  const mayBe = typeof parts[rule] !== "string";
  return mayBe && !changes.some(({ kind }) => kind === "resource" || kind === "node");
}

export interface StoryFilter {
  /** Routine is shown too. */
  readonly routine: boolean;
  /** Only what was done from outside and what was decided. */
  readonly decisions: boolean;
  /** Only entries that this node acts in, or that change it. */
  readonly node: string | undefined;
  /** Only entries with this text in any of their words. */
  readonly text: string;
}

export const wholeStory: StoryFilter = { routine: false, decisions: false, node: undefined, text: "" };

/** Indices of the moments that are listed; the start and the one that is shown always are. */
export function toldMoments(
  moments: readonly Moment[],
  filter: StoryFilter,
  shown: number,
  locale: Locale,
): readonly number[] {
  const wanted = filter.text.trim().toLowerCase();
  return [...moments.keys()].filter((index) => {
    const entry = moments[index]?.entry;
    if (entry === undefined || index === shown) return true;
    if (!filter.routine && isRoutine(entry)) return false;
    if (filter.decisions && !["done", "decided"].includes(phaseOf(entry))) return false;
    if (filter.node !== undefined && !isAbout(entry, filter.node)) return false;
    return wanted === "" || wordsOf(entry, locale).toLowerCase().includes(wanted);
  });
}

export function routineCount(moments: readonly Moment[]): number {
  return moments.filter(({ entry }) => entry !== undefined && isRoutine(entry)).length;
}

/** At the end of a run the last change of a machine or a resource, else the last thing that is no routine. */
export function tellingMoment(moments: readonly Moment[], shown: number): number {
  if (shown < moments.length - 1) return shown;
  const { step } = moments[shown] ?? {};
  const own = (is: (entry: TimelineEntry) => boolean): number =>
    moments.findLastIndex((moment) => moment.step === step && moment.entry !== undefined && is(moment.entry));
  const changed = own(({ changes }) => changes.some(({ kind }) => kind === "resource" || kind === "node"));
  const telling = changed < 0 ? own((entry) => !isRoutine(entry)) : changed;
  return telling < 0 ? shown : telling;
}

/** Where playing goes next: to the end of what one node does at one time. */
export function nextStop(moments: readonly Moment[], index: number): number {
  const next = moments[index + 1];
  let stop = index + 1;
  while (next !== undefined) {
    const after = moments[stop + 1];
    if (after === undefined || after.timeMs !== next.timeMs || after.entry?.node !== next.entry?.node) break;
    stop++;
  }
  return stop;
}

function isAbout({ node, changes, event }: TimelineEntry, name: string): boolean {
  if (node === name || ("node" in event && event.node === name)) return true;
  return changes.some((change) => "node" in change && change.node === name);
}

function wordsOf({ node, event, changes, why }: TimelineEntry, locale: Locale): string {
  const parameter = why.parameter === undefined ? "" : `${why.parameter.name}=${why.parameter.value}`;
  const told = changes.map((change) => changeWords(change)[locale]);
  return [node ?? "", eventWords(event)[locale], why.text[locale], parameter, ...told].join("\n");
}
