// Whether typing gives what a fresh start would give: every sample, edited at random eight times in a row, read and
// checked by whoever takes over from before, and afresh. 200,000 edits; EDITS and SEED choose other ones.

import fc from "fast-check";
import { editedTexts } from "../support/edits.ts";
import { assertCheckedAsFresh, assertReadAsFresh } from "../support/freshness.ts";

const edits = Number(process.env["EDITS"] ?? 200_000);
const seed = Number(process.env["SEED"] ?? 1);
const perText = 8;
/** Of this many texts one is checked as a whole, too, which takes much longer. */
const checkedEvery = 100;

const beside = { LifeKeeper: "QUORUM_MODE=majority\nWITNESS_MODE=storage\nLCMHBEATTIME=2\n" };
const clusterBeside = { "a.lk": 'cluster c {\n  defaults "LifeKeeper"\n  node a {}\n}\n' };

const start = performance.now();
let run = 0;
fc.assert(
  fc.property(editedTexts, ({ file, texts }) => {
    assertReadAsFresh(file, texts);
    if (run++ % checkedEvery !== 0) return;
    const named = texts.map((text) => text.replace(/defaults "[^"\r\n]*"/, 'defaults "LifeKeeper"'));
    if (file.endsWith(".lk")) assertCheckedAsFresh("a.lk", named, beside);
    else assertCheckedAsFresh("LifeKeeper", texts, clusterBeside);
  }),
  { numRuns: edits / perText, seed },
);
const seconds = (performance.now() - start) / 1000;
console.log(`${edits} edits of every sample in ${seconds.toFixed(0)} s, seed ${seed}: read as afresh, every one`);
console.log(`${Math.ceil(edits / perText / checkedEvery) * perText} of them checked as afresh, too`);
