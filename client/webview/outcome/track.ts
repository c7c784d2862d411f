// The time axis of one or several runs: a column for every stretch between two things that matter. Long stretches are
// wider than short ones, but not in proportion: 15 seconds and 10 minutes have to be read side by side.

import { largest } from "@lkcluster/core/many.ts";
import type { Outcome } from "./outcome.ts";

export interface Track {
  /** Ascending; a column begins at each, and the last one is open. */
  readonly timesMs: readonly number[];
  /** How wide each column is, beside the others. */
  readonly weights: readonly number[];
}

/** Faults have a place of their own on the axis as long as there is room for them. */
const columnsMax = 24;

export function layoutTrack(outcomes: readonly Outcome[], faultsMs: readonly number[]): Track {
  const turns = outcomes.flatMap(({ fromMs, endMs, services }) => [
    fromMs,
    ...services.flatMap(({ spans }) => spans.map((span) => span.fromMs)),
    ...(services.length === 0 ? [endMs] : []),
  ]);
  const ends = largest([0, ...outcomes.map(({ endMs }) => endMs)]);
  const all = ascending([...turns, ...faultsMs, ends]);
  const timesMs = all.length <= columnsMax ? all : ascending([...turns, ends]);
  const weights = timesMs.map((fromMs, index) => {
    const toMs = timesMs[index + 1];
    return toMs === undefined ? 2 : Math.min(8, Math.max(1, Math.log2(1 + (toMs - fromMs) / 1000)));
  });
  return { timesMs, weights };
}

function ascending(times: readonly number[]): readonly number[] {
  return [...new Set(times)].sort((a, b) => a - b);
}

/** The columns, counted from 0, that a stretch of time covers; it is never without one. */
export function columnsOf({ timesMs }: Track, fromMs: number, toMs: number | undefined): readonly [number, number] {
  const from = Math.max(
    0,
    timesMs.findLastIndex((time) => time <= fromMs),
  );
  const to = toMs === undefined ? timesMs.length : timesMs.findLastIndex((time) => time <= toMs);
  return [from, Math.max(from + 1, to)];
}

/** The column a moment lies in, and how far into it, from 0 to 1. */
export function placeOnTrack({ timesMs }: Track, timeMs: number): { readonly column: number; readonly part: number } {
  const column = Math.max(
    0,
    timesMs.findLastIndex((time) => time <= timeMs),
  );
  const from = timesMs[column] ?? 0;
  const to = timesMs[column + 1];
  return { column, part: to === undefined || to === from ? 0 : (timeMs - from) / (to - from) };
}
