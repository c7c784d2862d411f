// When two checks are about the same cluster: everything but where things are written.

import type { SoundCluster } from "@lkcluster/core/model/cluster.ts";
import type { Proof } from "@lkcluster/core/prove/proof.ts";
import { sha256 } from "@lkcluster/core/prove/sha256.ts";
import type { CheckResult } from "@lkcluster/core/rules/check.ts";

interface Keyed {
  readonly model: SoundCluster;
  readonly key: string;
}

/** The keys of models. Most changes leave the model as it was, which is seen faster than a key is made. */
export class ModelKeys {
  readonly #known = new WeakMap<SoundCluster, string>();
  readonly #last = new Map<string, Keyed>();
  readonly #digest: (text: string) => string;

  /** Keys are short, because a large model is a megabyte of text and keys are kept and compared. */
  constructor(digest: (text: string) => string = sha256) {
    this.#digest = digest;
  }

  of(check: CheckResult): string {
    return this.known(check) ?? this.#remember(check, this.#digest(JSON.stringify(check.sound, withoutPlaces)));
  }

  /** The key, if nothing but places changed since one was made: quick, for the time in which somebody types. */
  known(check: CheckResult): string | undefined {
    const { sound, parsed } = check;
    if (sound === undefined) return "";
    const known = this.#known.get(sound);
    if (known !== undefined) return known;
    const last = this.#last.get(parsed.file);
    return last !== undefined && isSameButPlaces(last.model, sound) ? this.#remember(check, last.key) : undefined;
  }

  #remember({ sound, parsed }: CheckResult, key: string): string {
    if (sound === undefined) return key;
    this.#known.set(sound, key);
    this.#last.set(parsed.file, { model: sound, key });
    return key;
  }
}

export function proofKey({ properties, bounds }: Proof): string {
  return JSON.stringify([properties, bounds], withoutPlaces);
}

function isPlace(key: string): boolean {
  return key === "place" || key === "span" || key.endsWith("Place");
}

function withoutPlaces(key: string, value: unknown): unknown {
  if (isPlace(key)) return undefined;
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

/** True only for what has the same key; of some that have, it does not say so. */
function isSameButPlaces(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((value, index) => isSameButPlaces(value, b[index]));
  }
  if (a instanceof Map) return b instanceof Map && isSameMap(a, b);
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => isPlace(key) || isSameButPlaces(Reflect.get(a, key), Reflect.get(b, key)));
}

function isSameMap(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): boolean {
  if (a.size !== b.size) return false;
  const others = b.entries();
  for (const [key, value] of a) {
    // In the order in which things were written: the key keeps that too.
    const [otherKey, other] = others.next().value ?? [];
    if (key !== otherKey || !isSameButPlaces(value, other)) return false;
  }
  return true;
}
