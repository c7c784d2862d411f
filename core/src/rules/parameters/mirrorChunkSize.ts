// LKDR_CHUNK_SIZE: 0 or a power of 2.

import { wholeNumber } from "../../model/quorumConfiguration.ts";
import { parameters } from "../example.ts";
import { replacement } from "../fixes.ts";
import type { Rule } from "../rule.ts";

export const mirrorChunkSize: Rule = {
  code: "mirror-chunk-size",
  group: "parameters",
  title: { en: "A mirror chunk size that is not a power of 2", ja: "2 のべき乗でないミラーのチャンクサイズ" },
  documentation: {
    what: {
      en: "`LKDR_CHUNK_SIZE` must be 0 or a power of 2, and not larger than the mirror.",
      ja: "`LKDR_CHUNK_SIZE` は 0 か 2 のべき乗で、ミラーのサイズを超えられません。",
    },
    why: {
      en: "It is the unit of the bitmap that records what must be resynchronised.",
      ja: "再同期が必要な範囲を記録するビットマップの単位になる値だからです。",
    },
    how: { en: "Write a power of 2, such as 256.", ja: "256 のような 2 のべき乗を書いてください。" },
  },
  sources: ["DK980", "DK952"],
  evidence: "documented",
  severity: "error",
  about: "parameters",
  *check({ given }) {
    for (const { name, value, valuePlace } of given) {
      const number = name === "LKDR_CHUNK_SIZE" ? wholeNumber(value) : undefined;
      if (number === undefined || number === 0 || Number.isInteger(Math.log2(number))) continue;
      const below = 2 ** Math.floor(Math.log2(number));
      yield {
        place: valuePlace,
        message: {
          en: `\`LKDR_CHUNK_SIZE\` must be 0 or a power of 2; \`${value}\` is neither.`,
          ja: `\`LKDR_CHUNK_SIZE\` は 0 か 2 のべき乗です。\`${value}\` はどちらでもありません。`,
        },
        fixes: [
          replacement(valuePlace, String(below), "a choice"),
          replacement(valuePlace, String(below * 2), "a choice"),
        ],
      };
    }
  },
  fires: parameters("LKDR_CHUNK_SIZE=300\n"),
  reports: `
    LifeKeeper
    | LKDR_CHUNK_SIZE=300
    |                 ^^^ error: \`LKDR_CHUNK_SIZE\` must be 0 or a power of 2; \`300\` is neither.
  `,
  silent: parameters("LKDR_CHUNK_SIZE=512\n"),
};
