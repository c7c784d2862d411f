// Where one entry of a list stands: the line of QUORUM_HOSTS may be long, and only one host of it is wrong.

import type { Place } from "../../problem.ts";
import type { ClusterContext, Context } from "../context.ts";

/** The first such entry of the value that is written at `place`; the whole value where the text does not hold it so. */
export function entryPlace(context: Context | ClusterContext, place: Place, entry: string): Place {
  const sources = [context.parameterFile, "parsed" in context ? context.parsed : undefined];
  const text = sources.find((source) => source?.file === place.file)?.text ?? "";
  const { start, end } = place.span;
  // Quotes around a value of the cluster file are within its place.
  let at = start;
  for (const part of text.slice(start, end).split(/([,\s"])/)) {
    if (part === entry) return { file: place.file, span: { start: at, end: at + part.length } };
    at += part.length;
  }
  return place;
}
