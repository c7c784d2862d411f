// What is said is what is so: histories and sequences made at random, and after every run the outcome, the sentences in
// both languages, the JSON and the exit code are compared with what every node really holds.

import assert from "node:assert/strict";
import { foundSequences } from "../support/statements/found.ts";
import { live } from "../support/statements/memoryWorld.ts";
import { awaited, explain, judgeSample } from "../support/statements/sample.ts";

describe("statements about nodes", function () {
  this.timeout(120_000);

  for (const { title, sequence } of foundSequences) {
    it(`are true after ${title}`, async () => {
      const { untrue } = await live(sequence);
      const first = untrue.find(({ law }) => !awaited.has(law));
      assert.equal(first === undefined ? "" : await explain(sequence, first), "");
    });
  }

  const fresh = Math.trunc(Math.random() * 0x7fff_ffff);
  for (const seed of [1, 2, 3, fresh]) {
    it(`are true after sequences made at random (seed ${seed}${seed === fresh ? ", new each time" : ""})`, async () => {
      const { broken, outcomes } = await judgeSample(seed, 150);
      assert.equal(broken, "");
      for (const outcome of ["deployed", "refused", "unchanged"]) {
        assert.ok((outcomes.get(outcome) ?? 0) > 10, `only ${outcomes.get(outcome)} ended ${outcome}`);
      }
    });
  }
});
