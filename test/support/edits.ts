// Random edits of texts in our two languages, as people and their editors make them: a word typed, a line cut, a block
// pasted elsewhere, something undone, line ends of Windows, characters of two code units cut in the middle.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openers } from "@lkcluster/core/language/keywords.ts";
import fc from "fast-check";

const root = join(import.meta.dirname, "../..");

export interface Sample {
  /** With the ending that its language has. */
  readonly file: string;
  readonly text: string;
}

/** Every cluster file and parameter file that comes with the project. */
export const samples: readonly Sample[] = ["samples", "test/published"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && (entry.name.endsWith(".lk") || entry.name.startsWith("LifeKeeper")))
    .map((entry) => ({ file: entry.name, text: readFileSync(join(entry.parentPath, entry.name), "utf8") })),
);

type Edit =
  | { readonly kind: "replace"; readonly at: number; readonly length: number; readonly by: string }
  /** What stands at `from` is put at `at`, too. */
  | { readonly kind: "paste"; readonly at: number; readonly from: number; readonly length: number }
  | { readonly kind: "undo" }
  | { readonly kind: "line-ends"; readonly by: string };

const signs = [
  "{",
  "}",
  '"',
  "\\",
  ",",
  "=",
  "|",
  "<->",
  "#",
  "\n",
  "\n  ",
  "\r\n",
  "\r",
  " ",
  "\t",
  "\u3000",
  "\ufeff",
];
const strange = ["名", "本番", "\u{20bb7}", "\ud842", "\udfb7", "\u2028", "\u00a0", "\u0007", "\u0085", "\ufffd"];
const wholes = [
  "  network 業務\n",
  "  node x { address 10.0.0.9 }\n",
  "  resource r gen/app {\n    servers a 1\n    resource s comm/ip\n  }\n",
  "  path a <-> b\n",
  "domain d { a, b }\n",
  'scenario "s" {\n  crash a\n  expect no failover\n}\n',
  'prove "p" {\n  never split-brain\n}\n',
  "# lkcluster-disable-next-line\n",
  "QUORUM_MODE=majority # 多数決\n",
  "export LCMHBEATTIME = 5\n",
  '"quoted # text" ',
];
const words = [
  ...new Set<string>([...openers.file, ...openers.cluster, ...openers.resource, "given", "expect", "on", "up"]),
];

const place = fc.nat({ max: 100_000 });
const edits: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...signs, ...strange, ...wholes, ...words, "x").chain((by) => at(by)) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("paste"), at: place, from: place, length: fc.nat({ max: 200 }) } as const),
  },
  { weight: 1, arbitrary: fc.constant<Edit>({ kind: "undo" }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("line-ends"), by: fc.constantFrom("\n", "\r\n", "\r") } as const),
  },
);

function at(by: string): fc.Arbitrary<Edit> {
  const length = fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 80 }));
  return fc.record({ kind: fc.constant("replace" as const), at: place, length, by: fc.constantFrom(by, by, "") });
}

/** A sample, and the texts that one edit after the other makes of it. */
export const editedTexts: fc.Arbitrary<{ readonly file: string; readonly texts: readonly string[] }> = fc
  .tuple(fc.constantFrom(...samples), fc.array(edits, { minLength: 8, maxLength: 8 }))
  .map(([{ file, text }, list]) => ({ file, texts: applied(text, list) }));

function applied(first: string, list: readonly Edit[]): readonly string[] {
  const texts = [first];
  for (const edit of list) {
    const text = texts.at(-1) ?? "";
    const inside = (offset: number): number => offset % (text.length + 1);
    switch (edit.kind) {
      case "replace":
        texts.push(text.slice(0, inside(edit.at)) + edit.by + text.slice(inside(edit.at) + edit.length));
        break;
      case "paste": {
        const from = inside(edit.from);
        texts.push(text.slice(0, inside(edit.at)) + text.slice(from, from + edit.length) + text.slice(inside(edit.at)));
        break;
      }
      case "undo":
        texts.push(texts.at(-2) ?? text);
        break;
      case "line-ends":
        texts.push(text.replaceAll(/\r\n|\r|\n/g, edit.by));
    }
  }
  return texts;
}
