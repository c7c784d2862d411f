// Which lines of the cluster file speak of what a sentence names: the nodes, resources, networks and domains in it.

import type { Named } from "../model/cluster.ts";
import type { LineReference } from "./document.ts";
import type { Material } from "./material.ts";

export function placesNamed({ cluster, at }: Material, sentence: string): readonly LineReference[] {
  const { nodes, resources, networks, domains, storages, hosts } = cluster;
  const all: readonly Named[] = [...nodes, ...resources, ...networks, ...domains, ...storages, ...hosts];
  return all.filter(({ name }) => names(sentence, name)).flatMap(({ place }) => at(place));
}

/** As a whole word: `sec` is not in `seconds`. */
function names(sentence: string, name: string): boolean {
  for (let at = sentence.indexOf(name); at >= 0 && name !== ""; at = sentence.indexOf(name, at + 1)) {
    if (!isWord(sentence[at - 1]) && !isWord(sentence[at + name.length])) return true;
  }
  return false;
}

function isWord(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}_-]/u.test(sign);
}
