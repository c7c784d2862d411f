// The sample clusters as texts, named as the panel's documents are.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Files by name; the first is the cluster file. */
export type Texts = Readonly<Record<string, string>>;

export function sampleTexts(folder: string, file: string): Texts {
  const base = `${root}samples/${folder}/`;
  return {
    [file]: readFileSync(`${base}${file}`, "utf8"),
    "etc/default/LifeKeeper": readFileSync(`${base}etc/default/LifeKeeper`, "utf8"),
  };
}
