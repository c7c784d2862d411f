// When two checks are about the same cluster: everything but where things are written.

import { createHash } from "node:crypto";
import type { Proof } from "@lkcluster/core/prove/proof.ts";
import type { CheckResult } from "@lkcluster/core/rules/check.ts";

const known = new WeakMap<CheckResult, string>();

/** Short, because a large model is a megabyte of text and keys are kept and compared. */
export function modelKey(check: CheckResult): string {
  const key = known.get(check) ?? digest(JSON.stringify(check.sound, withoutPlaces) ?? "");
  known.set(check, key);
  return key;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}

export function proofKey({ properties, bounds }: Proof): string {
  return JSON.stringify([properties, bounds], withoutPlaces);
}

function withoutPlaces(key: string, value: unknown): unknown {
  if (key === "place" || key.endsWith("Place") || key === "span") return undefined;
  return value instanceof Map ? given(value) : value;
}

/** The settings that somebody wrote. The defaults follow from the version, which is part of the key. */
function given(configuration: ReadonlyMap<unknown, unknown>): readonly unknown[] {
  const values: unknown[] = [];
  for (const setting of configuration.values()) {
    const isDefault =
      typeof setting === "object" && setting !== null && "origin" in setting && setting.origin === "default";
    if (!isDefault) values.push(setting);
  }
  return values;
}
