// What the thread makes of an agenda is what the same proofs give in process, wherever the text has moved since; a
// newer agenda keeps what it still wants.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SoundCluster } from "@lkcluster/core/model/cluster.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import type { Problem } from "@lkcluster/core/problem.ts";
import { proofsOf } from "@lkcluster/core/prove/proof.ts";
import { proofProblems } from "@lkcluster/core/prove/proofProblem.ts";
import { findRepairs, repairAsFix } from "@lkcluster/core/prove/repair.ts";
import { repairCandidates } from "@lkcluster/core/prove/repairCandidates.ts";
import { pumped, runProofNow } from "@lkcluster/core/prove/runProof.ts";
import { type CheckResult, checkCluster } from "@lkcluster/core/rules/check.ts";
import { ModelKeys } from "../../../server/src/modelKey.ts";
import { moved } from "../../../server/src/proving/anchors.ts";
import { ProofEngine } from "../../../server/src/proving/engine.ts";
import type { FromThread, Order, Outcome, ProvedRepair } from "../../../server/src/proving/protocol.ts";

const samples = join(import.meta.dirname, "../../../samples");
const statesMax = 20_000;

interface Sample {
  readonly name: string;
  readonly file: string;
  readonly texts: ReadonlyMap<string, string>;
}

function readSamples(): readonly Sample[] {
  return readdirSync(samples, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".lk"))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const parameters = join(dirname(path), "etc/default/LifeKeeper");
      return {
        name: entry.name,
        file: `/w/${entry.name}`,
        texts: new Map([
          [`/w/${entry.name}`, readFileSync(path, "utf8")],
          ["/w/etc/default/LifeKeeper", readFileSync(parameters, "utf8")],
        ]),
      };
    });
}

function checked(file: string, texts: ReadonlyMap<string, string>): CheckResult & { readonly sound: SoundCluster } {
  const check = checkCluster(filesOf(Object.fromEntries(texts)), file);
  const { sound } = check;
  assert(sound !== undefined, `${file} is not sound`);
  return { ...check, sound };
}

/** Everything that the engine says about these orders. What would go between threads is copied, as it would be there. */
function carriedOut(texts: ReadonlyMap<string, string>, orders: readonly Order[]): readonly FromThread[] {
  const said: FromThread[] = [];
  const engine = new ProofEngine((message) => said.push(structuredClone(message)));
  engine.take({ kind: "agenda", number: 1, texts, orders });
  while (engine.isBusy) engine.slice();
  return said;
}

function outcomeOf(said: readonly FromThread[], id: number): Outcome {
  const found = said.find((message) => message.kind === "outcome" && message.id === id);
  assert(found?.kind === "outcome");
  return found.outcome;
}

function repairsOf(said: readonly FromThread[], id: number): readonly ProvedRepair[] | undefined {
  const found = said.find((message) => message.kind === "repairs" && message.id === id);
  return found?.kind === "repairs" ? found.repairs : undefined;
}

/** Comments and blank lines: the same model in another place. */
function shifted(text: string): string {
  return `# one more line\n\n${text.replaceAll("\n", "\n\n").replaceAll(" {", "   {")}`;
}

const orders = (file: string, count: number): readonly Order[] =>
  Array.from({ length: count }, (_, proof) => ({
    id: proof + 1,
    clusterFile: file,
    proof,
    statesMax,
    begins: "proof",
  }));

describe("the proofs of an agenda", () => {
  for (const { name, file, texts } of readSamples()) {
    it(`are those made in process: ${name}`, () => {
      const check = checked(file, texts);
      const proofs = proofsOf(check.parsed.tree, file);
      const said = carriedOut(texts, orders(file, proofs.length));
      const later = new Map([...texts].map(([each, text]) => [each, shifted(text)]));
      const checkedLater = checked(file, later);
      assert.equal(new ModelKeys().of(checkedLater), new ModelKeys().of(check));
      for (const [index, proof] of proofs.entries()) {
        const here = runProofNow(check.sound, proof, { statesMax });
        const { verdict, states, limit, violations, anchors } = outcomeOf(said, index + 1);
        assert.deepEqual([verdict, states, limit], [here.verdict, here.report.states, here.report.limit]);
        if (verdict !== "violated") continue;
        assert.deepEqual(violations, proofProblems(check.sound, here));

        const proofLater = proofsOf(checkedLater.parsed.tree, file)[index];
        assert(proofLater !== undefined);
        const expected: readonly Problem[] = proofProblems(checkedLater.sound, { ...here, proof: proofLater });
        assert.deepEqual(moved(violations, anchors, checkedLater.sound, proofLater.place), expected);

        const fixes = pumped(findRepairs(filesOf(Object.fromEntries(texts)), check, proof, { statesMax })).map(
          repairAsFix,
        );
        const candidates = new Map(repairCandidates(check).map(({ steps, edits }) => [String(steps), edits]));
        assert.equal(candidates.size, repairCandidates(check).length, "no two candidates do the same");
        const repairs = (repairsOf(said, index + 1) ?? []).map(({ steps, title }) => ({
          title,
          edits: candidates.get(String(steps)),
          certain: false,
        }));
        assert.deepEqual(repairs, fixes);
      }
    }).timeout(60_000);
  }
});

describe("an agenda", () => {
  const file = "/w/pair.lk";
  // Large enough for more than one slice.
  const text = `cluster four {
  node a { set QUORUM_MODE = majority }
  node b { set QUORUM_MODE = majority }
  node c { set QUORUM_MODE = majority }
  path a <-> b { tcp a <-> b }
  path a <-> c { tcp a <-> c }
  path b <-> c { tcp b <-> c }
  resource app gen/app { servers a 1, b 10, c 20 }
}
prove "one" { never split-brain up to 4 faults }
prove "two" { never split-brain up to 5 faults }
`;
  const texts = new Map([[file, text]]);
  const kinds = (said: readonly FromThread[]): readonly string[] =>
    said.map((message) => ("id" in message ? `${message.kind} ${message.id}` : message.kind));

  it("is taken at once, carried out in order, and told to be done", () => {
    assert.deepEqual(kinds(carriedOut(texts, orders(file, 2))), [
      "taken",
      "begun 1",
      "outcome 1",
      "begun 2",
      "outcome 2",
      "idle",
    ]);
    assert.deepEqual(kinds(carriedOut(texts, [])), ["taken", "idle"]);
  });

  it("rests while somebody types, and what the next one still wants is not begun again", () => {
    const said: FromThread[] = [];
    const engine = new ProofEngine((message) => said.push(message));
    const [first, second] = orders(file, 2);
    assert(first !== undefined && second !== undefined);
    engine.take({ kind: "agenda", number: 1, texts, orders: [first, second] });
    engine.slice();
    engine.take({ kind: "hold" });
    assert.equal(engine.isBusy, false);
    engine.slice();
    assert.deepEqual(kinds(said), ["taken", "begun 1"]);
    // Other texts: the order that is under way keeps its own.
    engine.take({ kind: "agenda", number: 2, texts: new Map(), orders: [first] });
    while (engine.isBusy) engine.slice();
    assert.deepEqual(kinds(said), ["taken", "begun 1", "taken", "outcome 1", "idle"]);
  });

  it("gives up what the next one does not want", () => {
    const said: FromThread[] = [];
    const engine = new ProofEngine((message) => said.push(message));
    const [first, second] = orders(file, 2);
    assert(first !== undefined && second !== undefined);
    engine.take({ kind: "agenda", number: 1, texts, orders: [first] });
    engine.slice();
    engine.take({ kind: "agenda", number: 2, texts, orders: [second] });
    while (engine.isBusy) engine.slice();
    assert.deepEqual(kinds(said), ["taken", "begun 1", "taken", "begun 2", "outcome 2", "idle"]);
  });

  it("goes on after a bug in one of its orders", () => {
    class Broken extends Map<string, string> {
      override get(key: string): string | undefined {
        if (key === "/w/broken.lk") throw new Error("a bug");
        return super.get(key);
      }
    }
    const [first, second] = orders(file, 2);
    assert(first !== undefined && second !== undefined);
    const said = carriedOut(new Broken(texts), [{ ...first, clusterFile: "/w/broken.lk" }, second]);
    assert.deepEqual(kinds(said), ["taken", "begun 1", "bug 1", "begun 2", "outcome 2", "idle"]);
  });
});
