// How much of a cluster file is read: twice what LifeKeeper allows, or far more than any real cluster has. Rules compare
// everything with everything, so that without an end a file of some kilobytes would keep an editor busy for minutes.

import type { Localized } from "../locale/localized.ts";
import type { Place, Problem } from "../problem.ts";
import type { Span } from "../text/span.ts";
import { structuralProblem } from "./structure.ts";

export const bounds = {
  /** Witness-only ones included; 32 are allowed. */
  node: 64,
  network: 256,
  domain: 256,
  storage: 64,
  host: 256,
  resource: 2000,
  /** Between two nodes. */
  link: 64,
} as const;

export type Bounded = keyof typeof bounds;

export interface Bounding {
  readonly file: string;
  /** The names of what is not read. */
  readonly leftOut: Set<string>;
  readonly problems: Problem[];
}

/** Those that are read; the rest is told once, and its names are known. */
export function bounded<Item extends { readonly keyword: Span }>(
  kind: Bounded,
  items: readonly Item[],
  { file, leftOut, problems }: Bounding,
  nameOf: (item: Item) => string | undefined,
): readonly Item[] {
  const first = items[bounds[kind]];
  if (first === undefined) return items;
  problems.push(tooMany(kind, { file, span: first.keyword }));
  for (const item of items.slice(bounds[kind])) {
    const name = nameOf(item);
    if (name !== undefined) leftOut.add(name);
  }
  return items.slice(0, bounds[kind]);
}

/** `place` is the first that is not read. */
export function tooMany(kind: Bounded, place: Place): Problem {
  const { en, ja } = words[kind];
  return structuralProblem("too-many", place, {
    en: `Only the first ${bounds[kind]} ${en} are read; this one and those that follow are left out. Split the cluster, or remove what is not needed.`,
    ja: `読み取る${ja}は最初の ${bounds[kind]} 個までで、これ以降は読み取りません。クラスターを分割するか、不要なものを削除してください。`,
  });
}

const words: Readonly<Record<Bounded, Localized>> = {
  node: { en: "nodes", ja: "ノード" },
  network: { en: "networks", ja: "ネットワーク" },
  domain: { en: "failure domains", ja: "障害ドメイン" },
  storage: { en: "storages", ja: "ストレージ" },
  host: { en: "quorum hosts", ja: " Quorum ホスト" },
  resource: { en: "resources", ja: "リソース" },
  link: { en: "links between two nodes", ja: " 2 ノード間のリンク" },
};
