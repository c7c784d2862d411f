// What counts on a node: the documented defaults, over them the parameter file, over that the node's `set` lines.

import { defaultOf, parameters } from "../catalogue/parameters.ts";
import type { Place } from "../problem.ts";
import type { SetItem } from "../syntax/cluster/tree.ts";
import type { DefaultsFile } from "../syntax/defaults/tree.ts";
import { cover } from "../text/span.ts";
import type { EffectiveConfiguration, EffectiveValue, Version } from "./cluster.ts";

/** The newest defaults when nobody said which version. */
export function defaultConfiguration(version: Version | undefined): EffectiveConfiguration {
  const values = new Map<string, EffectiveValue>();
  for (const spec of parameters) {
    if (spec.variableEnd !== undefined) continue;
    const value = defaultOf(spec, version);
    if (value === null) continue;
    values.set(spec.name, {
      name: spec.name,
      value,
      origin: "default",
      place: undefined,
      namePlace: undefined,
      valuePlace: undefined,
    });
  }
  return values;
}

/** When a name is given twice the later line counts, as in every reader of such a file that we know of. */
export function withParameterFile(
  base: EffectiveConfiguration,
  file: string,
  tree: DefaultsFile,
): EffectiveConfiguration {
  const values = new Map(base);
  for (const line of tree.lines) {
    if (line.kind !== "assignment") continue;
    const place = (span: Place["span"]): Place => ({ file, span });
    values.set(line.name.text, {
      name: line.name.text,
      value: line.value,
      origin: "file",
      place: place(cover(line.name.span, line.rawValue.span)),
      namePlace: place(line.name.span),
      valuePlace: place(line.rawValue.span),
    });
  }
  return values;
}

/** The same map when there is nothing to set, so that nodes without `set` lines share one configuration. */
export function withSetLines(
  base: EffectiveConfiguration,
  file: string,
  items: readonly SetItem[],
): EffectiveConfiguration {
  if (items.length === 0) return base;
  const values = new Map(base);
  for (const { parameter, value, span } of items) {
    if (parameter === undefined || value === undefined) continue;
    values.set(parameter.value, {
      name: parameter.value,
      value: value.value,
      origin: "set",
      place: { file, span },
      namePlace: { file, span: parameter.span },
      valuePlace: { file, span: value.span },
    });
  }
  return values;
}
