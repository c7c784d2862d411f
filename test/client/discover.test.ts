// What the Test Explorer finds in a cluster file, while it is being typed too.

import assert from "node:assert/strict";
import { findRunnables } from "../../client/src/testExplorer/discover.ts";

const found = (text: string): readonly string[] =>
  findRunnables("a.lk", text).map(
    ({ kind, title, index, start }) => `${kind} ${index} ${title} at ${start.line}:${start.character}`,
  );

describe("runnable blocks", () => {
  it("are scenarios and proofs with their places, in the order written", () => {
    assert.deepEqual(
      found('cluster c { }\nscenario "one" { crash a }\nprove "never" { never split-brain }\n\n  scenario "two" { }\n'),
      ["scenario 0 one at 1:0", "scenario 1 two at 4:2", "proof 0 never at 2:0"],
    );
  });

  it("are found while one of them is half written", () => {
    assert.deepEqual(found('scenario "one" {\n  crash\nscenario "two" {\n  expect app active on\n'), [
      "scenario 0 one at 0:0",
      "scenario 1 two at 2:0",
    ]);
  });

  it("need a title to be shown, and keep the number they have in the file without it", () => {
    assert.deepEqual(found('scenario { }\nscenario "named" { }'), ["scenario 1 named at 1:0"]);
  });

  it("have the requirements that they name", () => {
    const text =
      'scenario "one" { requirement A-1, A-2 crash a }\nscenario "two" { }\nprove "p" { requirement B never outage }';
    assert.deepEqual(
      findRunnables("a.lk", text).map(({ requirements }) => requirements),
      [["A-1", "A-2"], [], ["B"]],
    );
  });

  it("are none in a file that holds none", () => {
    assert.deepEqual(found(""), []);
    assert.deepEqual(found("\0\u0001{{{"), []);
  });
});
