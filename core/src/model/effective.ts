// What counts on a node: the documented defaults, over them the parameter file, over that the node's `set` lines.

import { defaultOf, parameters } from "../catalogue/parameters.ts";
import type { Place } from "../problem.ts";
import type { SetItem } from "../syntax/cluster/tree.ts";
import type { DefaultsFile } from "../syntax/defaults/tree.ts";
import { cover } from "../text/span.ts";
import type { EffectiveConfiguration, EffectiveValue, Version } from "./cluster.ts";

/** The newest defaults when nobody said which version. */
export function defaultConfiguration(version: Version | undefined): EffectiveConfiguration {
  const values = new Map(newestDefaults);
  if (version === undefined) return values;
  for (const spec of changed) {
    const value = defaultOf(spec, version);
    if (value === null) values.delete(spec.name);
    else values.set(spec.name, defaultValue(spec.name, value));
  }
  return values;
}

function defaultValue(name: string, value: string): EffectiveValue {
  return { name, value, origin: "default", place: undefined, namePlace: undefined, valuePlace: undefined };
}

// Parameters of LifeKeeper for Windows and of add-on scripts have no default here.
const plain = parameters.filter((spec) => spec.variableEnd === undefined && spec.belongsTo === undefined);
const changed = plain.filter((spec) => spec.defaultHistory !== undefined);
const newestDefaults: EffectiveConfiguration = new Map(
  plain.flatMap((spec) => (spec.default === null ? [] : [[spec.name, defaultValue(spec.name, spec.default)] as const])),
);

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
