import { deepEqual, equal, match, ok } from "node:assert/strict";
import { usualFaultKinds } from "@lkcluster/core/language/actions.ts";
import { blameOf } from "@lkcluster/core/prove/blame.ts";
import { certificateOf } from "@lkcluster/core/prove/certificate.ts";
import { explain } from "@lkcluster/core/prove/explain.ts";
import { proofsOf } from "@lkcluster/core/prove/proof.ts";
import { proofProblems } from "@lkcluster/core/prove/proofProblem.ts";
import { replayResult } from "@lkcluster/core/prove/replay.ts";
import { runProofNow } from "@lkcluster/core/prove/runProof.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { majorityPair, pair, pairDefaults, proved, standard, trio } from "./provedCluster.ts";

const others = { LifeKeeper: pairDefaults };

function bounds(text: string, override: Parameters<typeof proofsOf>[2] = {}) {
  return proofsOf(parseCluster("a.lk", text).tree, "a.lk", override).map((proof) => proof.bounds);
}

describe("the proofs of a file", () => {
  it("are the standard ones where it has none: split brain under one and two faults, outage under one", () => {
    deepEqual(
      proved(trio).proofs.map(({ title, bounds: [bound] }) => [title.en, bound?.faultsMax]),
      [
        ["no split brain under 1 fault", 1],
        ["no split brain under 2 faults", 2],
        ["no outage under 1 fault", 1],
      ],
    );
  });

  it("read their clauses, kinds and places", () => {
    const { proofs } = proved(
      `${trio}prove "calm" { never two-active longer than 30s never data-loss always app recovers sometimes quorum-loss up to 3 faults of crash, cut }`,
    );
    deepEqual(proofs.length, 1);
    deepEqual(proofs[0]?.properties, [
      { kind: "never", what: "two-active", longerThanMs: 30_000 },
      { kind: "never", what: "data-loss" },
      { kind: "always-recovers", tag: "app" },
      { kind: "sometimes", what: "quorum-loss" },
    ]);
    deepEqual(proofs[0]?.bounds, [{ faultsMax: 3, kinds: ["crash", "cut"] }]);
    equal(proofs[0]?.place?.file, "a.lk");
  });

  it("count one fault of the usual kinds where no bound is given, and obey the command line", () => {
    const text = 'prove "x" { never outage }';
    deepEqual(bounds(text), [[{ faultsMax: 1, kinds: usualFaultKinds }]]);
    deepEqual(bounds(text, { faults: 3, kinds: ["freeze"] }), [[{ faultsMax: 3, kinds: ["freeze"] }]]);
    deepEqual(bounds('prove "x" { never outage up to 2 faults of cut }', { faults: 1 }), [
      [{ faultsMax: 1, kinds: ["cut"] }],
    ]);
  });
});

describe("a proof", () => {
  it("holds for majority with a witness under two faults", () => {
    const { check } = proved(trio);
    const result = runProofNow(check.sound, standard("no split brain under 2 faults"));
    equal(result.verdict, "holds");
    equal(result.report.complete, true);
    deepEqual(proofProblems(check.sound, result), []);
  });

  it("is violated by the cut of both paths where nobody asks a witness, and says so to a manager", () => {
    const { check } = proved(pair, others);
    const result = runProofNow(check.sound, standard("no split brain under 2 faults"));
    equal(result.verdict, "violated");
    const [violation] = result.violations;
    ok(violation !== undefined);
    const said = explain(check.sound, violation);
    equal(
      said?.en,
      "When path 1 between A and B is cut and then path 2 between A and B is cut: A and B each reach 3 of 3 quorum hosts and have quorum. A and B ask no witness and treat a silent node as dead. B takes app over. In the end A and B both run app.",
    );
    equal(
      said?.ja,
      "A と B の間のパス 1 の切断、次に A と B の間のパス 2 の切断が起きると、A と B はそれぞれ Quorum ホスト 3 台中 3 台に到達でき、Quorum を保持しています。A と B は Witness に問い合わせず、応答のない相手を停止したとみなします。B が app を引き継ぎます。その結果、A と B の両方で app が稼働します。",
    );
  });

  it("blames the parameters that decided, at their lines", () => {
    const { check, files } = proved(pair, others);
    const [violation] = runProofNow(check.sound, standard("no split brain under 2 faults")).violations;
    ok(violation !== undefined);
    const run = replayResult(check.sound, violation);
    const blamed = blameOf(run?.timeline ?? []).map(({ parameter, place }) => [
      parameter?.name,
      place === undefined ? undefined : files.read(place.file)?.text.slice(place.span.start, place.span.end),
    ]);
    ok(
      blamed.some(([name, line]) => name === "WITNESS_MODE" && line?.includes("WITNESS_MODE=none") === true),
      JSON.stringify(blamed),
    );
  });

  it("becomes a problem at its title, or at what decided when nobody wrote it", () => {
    const written = proved(`${pair}prove "never twice" { never split-brain up to 2 faults of cut }`, others);
    const [proof] = written.proofs;
    ok(proof !== undefined);
    const [problem] = proofProblems(written.check.sound, runProofNow(written.check.sound, proof));
    equal(problem?.severity, "error");
    equal(written.check.parsed.text.slice(problem?.span.start, problem?.span.end), '"never twice"');
    ok((problem?.related.length ?? 0) > 0);
    const [other] = proofProblems(
      written.check.sound,
      runProofNow(written.check.sound, standard("no split brain under 2 faults")),
    );
    equal(other?.severity, "warning");
    equal(other?.file, "LifeKeeper");
  });

  it("that did not finish says so and never holds", () => {
    const { check } = proved(trio);
    const result = runProofNow(check.sound, standard("no split brain under 2 faults"), { statesMax: 20 });
    equal(result.verdict, "incomplete");
    deepEqual(
      proofProblems(check.sound, result).map(({ code }) => code),
      ["proof-incomplete"],
    );
    ok(result.ledger.some(({ kind }) => kind === "limit"));
  });

  it("ends when its caller has waited long enough, and claims nothing then", () => {
    const { check } = proved(trio);
    const options = { isEnough: () => true, transitionsPerSlice: 10 };
    const result = runProofNow(check.sound, standard("no split brain under 2 faults"), options);
    equal(result.verdict, "incomplete");
    equal(result.report.limit, "stopped");
    match(result.ledger.find(({ kind }) => kind === "limit")?.text.en ?? "", /limit of time after \d+ states/);
  });

  it("lists what it assumes: bounds, readings, what is not modelled", () => {
    const { check } = proved(trio);
    const proof = standard("no split brain under 1 fault");
    const kinds = new Set(runProofNow(check.sound, proof).ledger.map(({ kind }) => kind));
    for (const kind of ["bound", "reading", "not-modelled"] as const) ok(kinds.has(kind), kind);
    const every = runProofNow(check.sound, proof, { readings: "every" });
    ok(every.ledger.some(({ text }) => text.en.endsWith("The other answers were explored too.")));
  });

  it("names the reading that a violation needs", () => {
    const { check } = proved(trio);
    const result = runProofNow(check.sound, standard("no outage under 1 fault"), { readings: "every" });
    const [violation] = result.violations;
    deepEqual(
      violation?.readings.map(({ id }) => id),
      ["witness-late"],
    );
    match(
      (violation && explain(check.sound, violation)?.en) ?? "",
      /a point that the documents leave open\. .* \(witness-late=still-alive\)$/,
    );
  });

  it("finds that two-node majority stops on one crash", () => {
    const { check } = proved(majorityPair);
    const result = runProofNow(check.sound, standard("no outage under 1 fault"));
    equal(
      result.violations[0] && explain(check.sound, result.violations[0])?.en,
      "When A crashes: B reaches 1 of 2 nodes and loses quorum. B halts itself. In the end app runs nowhere.",
    );
  });

  it("finds that a frozen node defeats quorum alone", () => {
    const { check, proofs } = proved(`${trio}prove "frozen" { never split-brain up to 1 faults of freeze }`);
    const [proof] = proofs;
    ok(proof !== undefined);
    const result = runProofNow(check.sound, proof);
    equal(result.verdict, "violated");
    match((result.violations[0] && explain(check.sound, result.violations[0])?.en) ?? "", /A freezes/);
  });

  it("that nothing can go wrong in is told from one in which nothing can happen", () => {
    const { check, proofs } = proved(
      `${trio}prove "idle" { never split-brain sometimes failover up to 1 faults of host }`,
    );
    const [proof] = proofs;
    ok(proof !== undefined);
    const result = runProofNow(check.sound, proof);
    equal(result.verdict, "violated");
    match(
      (result.violations[0] && explain(check.sound, result.violations[0])?.en) ?? "",
      /no failover can happen at all/,
    );
  });
});

describe("a certificate", () => {
  const make = (text: string, defaults: string) => {
    const { check, files } = proved(text, { LifeKeeper: defaults });
    const results = [standard("no split brain under 1 fault"), standard("no split brain under 2 faults")].map((proof) =>
      runProofNow(check.sound, proof),
    );
    return certificateOf(check.sound, results, files);
  };

  it("comes out the same twice, byte for byte, and holds no path of a machine", () => {
    const text = JSON.stringify(make(pair, pairDefaults));
    equal(text, JSON.stringify(make(pair, pairDefaults)));
    deepEqual(
      make(pair, pairDefaults).files.map(({ name }) => name),
      ["a.lk", "LifeKeeper"],
    );
  });

  it("changes with a byte of a file and with a verdict", () => {
    const first = make(pair, pairDefaults);
    const commented = make(pair, `${pairDefaults}# why\n`);
    ok(first.files[1]?.sha256 !== commented.files[1]?.sha256);
    ok(first.digest !== commented.digest);
    equal(first.files[0]?.sha256, commented.files[0]?.sha256);
    deepEqual(
      first.proofs.map(({ verdict }) => verdict),
      ["holds", "violated"],
    );
  });
});
