import { deepEqual, equal, match, ok } from "node:assert/strict";
import { advise } from "@lkcluster/core/prove/advise.ts";
import { compare } from "@lkcluster/core/prove/compare.ts";
import type { Proof } from "@lkcluster/core/prove/proof.ts";
import { verdictUnderReadings } from "@lkcluster/core/prove/readingText.ts";
import { edited, findRepairs, type Repair, repairAsFix } from "@lkcluster/core/prove/repair.ts";
import { pumped, runProofNow } from "@lkcluster/core/prove/runProof.ts";
import { scoreChangeText } from "@lkcluster/core/prove/scorecard.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { file, majorityPair, type Proved, pair, pairDefaults, proved, standard, trio } from "./provedCluster.ts";

const others = { LifeKeeper: pairDefaults };

function repairs({ files, check }: Proved, proof: Proof): readonly Repair[] {
  return pumped(findRepairs(files, check, proof));
}

describe("repair", () => {
  it("offers changes that are proved again: each one makes the proof hold when it is written", () => {
    const broken = proved(pair, others);
    const proof = standard("no split brain under 2 faults");
    const found = repairs(broken, proof);
    ok(found.length >= 3);
    for (const { title, edits } of found) {
      const check = checkCluster(edited(broken.files, edits), file);
      ok(check.sound !== undefined, title.en);
      equal(runProofNow(check.sound, proof).verdict, "holds", title.en);
    }
  });

  it("is found whatever rules the user has silenced", () => {
    const { files, check, proofs } = proved(pair, { LifeKeeper: `${pairDefaults}LCMHBEATTIME=soon\n` });
    const [error, ...more] = check.problems.filter(({ severity }) => severity === "error");
    ok(error !== undefined && more.length === 0, "one error that no repair touches");
    const silenced = checkCluster(files, file, { severity: { [error.code]: "off" } });
    ok(!silenced.problems.some(({ severity }) => severity === "error"));
    const proof = standard("no split brain under 2 faults");
    const titles = (found: readonly Repair[]): readonly string[] => found.map(({ title }) => title.en);
    const sound = { ...silenced, sound: silenced.sound ?? check.sound };
    deepEqual(
      titles(repairs({ files, check: sound, proofs }, proof)),
      titles(repairs({ files, check, proofs }, proof)),
    );
    ok(repairs({ files, check, proofs }, proof).length >= 3);
  });

  it("tells what gets better, what gets worse and what it costs besides", () => {
    const found = repairs(proved(majorityPair), standard("no outage under 1 fault"));
    const off = found.find(({ title }) => title.en === "Set QUORUM_MODE=none, WITNESS_MODE=none");
    ok(off !== undefined, found.map(({ title }) => title.en).join("; "));
    ok(
      off.worse.some(({ en }) => en === "split brain under 1 fault: never → possible"),
      JSON.stringify(off.worse),
    );
    const witness = found.find(({ title }) => title.en.startsWith("Add a witness-only node"));
    ok(witness !== undefined && witness.worse.length < off.worse.length, JSON.stringify(witness?.worse));
    match(witness?.cost?.en ?? "", /one more machine/);
    equal(found[0], witness, "what makes the least worse comes first");
    match(repairAsFix(off).title.en, /worse: split brain/);
    equal(repairAsFix(off).certain, false);
  });

  it("offers no change of two parameters where one of them is enough", () => {
    const racked = proved(
      trio
        .replace("node A", "network lan domain rack { A, lan } node A")
        .replaceAll(/tcp (\S+) <-> (\S+) }/g, "tcp $1 <-> $2 on lan }"),
    );
    const titles = repairs(racked, standard("no outage under 1 fault")).map(({ title }) => title.en);
    ok(titles.includes("Set QUORUM_MODE=none"), titles.join("; "));
    ok(!titles.some((title) => title.includes("QUORUM_MODE=none, ")), titles.join("; "));
  });

  it("is held against every combination of readings where that is wanted", () => {
    const broken = proved(majorityPair);
    const proof = standard("no outage under 1 fault");
    const found = pumped(findRepairs(broken.files, broken.check, proof, { readings: "every" }));
    const verdicts = new Map(found.map(({ title, underReadings }) => [title.en, underReadings]));
    const witness = [...verdicts].find(([title]) => title.startsWith("Add a witness-only node"))?.[1];
    equal(witness?.verdict, "violated");
    match(witness === undefined ? "" : verdictUnderReadings(witness.report).en, /broken with witness-late=still-alive/);
    equal(verdicts.get("Set QUORUM_MODE=none, WITNESS_MODE=none")?.verdict, "holds");
    equal(repairs(broken, proof)[0]?.underReadings, undefined);
  });

  it("writes where the parameter is written, and sets it on every node where it is not", () => {
    const text = `${trio}prove "p" { never split-brain up to 1 faults of cut }`;
    const off = text.replace("9.9.0", '9.9.0 defaults "LifeKeeper"');
    const inFile = proved(off, { LifeKeeper: "QUORUM_MODE=majority\nWITNESS_MODE=none\n" });
    const [proof] = inFile.proofs;
    ok(proof !== undefined);
    const set = repairs(inFile, proof).find(({ title }) => title.en === "Set WITNESS_MODE=remote_verify");
    deepEqual(
      set?.edits.map((edit) => [edit.file, edit.newText]),
      [["LifeKeeper", "remote_verify"]],
    );
  });

  it("proposes the package and a witness to a pair that has neither, and power control against a frozen node", () => {
    const none = proved(
      `${majorityPair.replace("9.9.0", "9.9.0\n  quorum-package none")}prove "p" { never split-brain up to 1 faults }`,
    );
    const [proof] = none.proofs;
    ok(proof !== undefined);
    const found = repairs(none, proof);
    const witness = found.find(({ title }) => title.en.startsWith("Add a witness-only node"));
    ok(
      witness?.edits.some(({ newText }) => newText === "installed"),
      found.map(({ title }) => title.en).join("; "),
    );
    match(witness?.cost?.en ?? "", /package on every node/);
    const frozen = proved(`${trio}prove "f" { never split-brain up to 1 faults of freeze }`);
    const [freeze] = frozen.proofs;
    ok(freeze !== undefined);
    deepEqual(
      repairs(frozen, freeze).map(({ title }) => title.en),
      ["Let the nodes power each other off (STONITH)"],
    );
  });

  it("offers nothing when the cluster cannot be understood", () => {
    const { files, check } = proved(trio);
    deepEqual(pumped(findRepairs(files, { ...check, sound: undefined }, standard("no outage under 1 fault"))), []);
  });

  it("finds a working change for every unsafe pair of modes of three nodes", () => {
    for (const modes of ["majority none", "tcp_remote none", "none remote_verify", "none none"]) {
      const [quorum, witness] = modes.split(" ");
      const text = trio.replace("9.9.0", '9.9.0 defaults "LifeKeeper"');
      const broken = proved(text, {
        LifeKeeper: `QUORUM_MODE=${quorum}\nWITNESS_MODE=${witness}\nQUORUM_HOSTS=h1:80,h2:80,h3:80\n`,
      });
      const proof = standard("no split brain under 2 faults");
      equal(runProofNow(broken.check.sound, proof).verdict, "violated", modes);
      ok(repairs(broken, proof).length > 0, modes);
    }
  });
});

describe("advice", () => {
  it("holds every combination that the matrix supports for the topology, and marks what is set now", () => {
    const two = pumped(advise(proved(pair, others).check.sound));
    deepEqual([...new Set(two.map(({ quorumMode, witnessMode }) => `${quorumMode} ${witnessMode}`))].sort(), [
      "none none",
      "storage storage",
      "tcp_remote none",
    ]);
    deepEqual(
      two.filter(({ isCurrent }) => isCurrent).map(({ quorumMode, lossAction }) => [quorumMode, lossAction]),
      [["tcp_remote", "fastkill"]],
    );
    const three = pumped(advise(proved(trio).check.sound));
    equal(new Set(three.map(({ quorumMode, witnessMode }) => `${quorumMode} ${witnessMode}`)).size, 7);
  });

  it("puts what never splits first, and says what it takes for granted", () => {
    const rows = pumped(advise(proved(trio).check.sound));
    deepEqual([rows[0]?.quorumMode, rows[0]?.witnessMode], ["majority", "remote_verify"]);
    deepEqual(
      rows[0]?.scorecard.scores.map(({ splitBrain, outage }) => [splitBrain, outage]),
      [
        ["never", "never"],
        ["never", "possible"],
      ],
    );
    match(rows.find(({ quorumMode }) => quorumMode === "storage")?.assumes?.en ?? "", /quorum storage/);
    equal(rows.at(-1)?.scorecard.scores[0]?.splitBrain, "possible");
  });
});

describe("comparing two versions", () => {
  const scenario = 'scenario "cut" { cut A <-> B expect no split-brain }\n';
  const version = (text: string) => {
    const { check } = proved(text);
    return { cluster: check.sound, parsed: check.parsed };
  };

  it("tells which scenarios get worse and what becomes possible", () => {
    const before = version(trio + scenario);
    const after = version(
      `${trio.replaceAll("{ address", "{ set WITNESS_MODE = none address").replace(" set WITNESS_MODE = none }", " }")}${scenario}`,
    );
    const { scenarios, changes } = pumped(compare(before, after));
    deepEqual(scenarios, [{ title: "cut", from: "new", before: "passed", after: "failed", change: "worse" }]);
    ok(changes.some((change) => scoreChangeText(change).en === "split brain under 1 fault: never → possible"));
    const back = pumped(compare(after, before));
    deepEqual(
      back.scenarios.map(({ change }) => change),
      ["better"],
    );
    ok(back.changes.every(({ change }) => change === "better"));
  });

  it("proves the proofs of both versions in both", () => {
    const claim = 'prove "calm" { never split-brain up to 1 faults }';
    const before = version(trio + claim);
    const after = version(
      `${trio.replace("node B {", "node B { set WITNESS_MODE = none")}prove "alive" { always app recovers up to 1 faults }`,
    );
    deepEqual(pumped(compare(before, after)).proofs, [
      { title: "alive", from: "new", before: "holds", after: "holds", change: "same" },
      { title: "calm", from: "old", before: "holds", after: "violated", change: "worse" },
    ]);
    const renamed = version(trio.replaceAll("app", "service"));
    deepEqual(
      pumped(compare(after, renamed)).proofs.map(({ before: was, after: is }) => [was, is]),
      [["holds", "impossible"]],
    );
  });

  it("finds nothing between a version and itself, and tells a scenario that only one of them can run", () => {
    const one = version(trio + scenario);
    deepEqual(pumped(compare(one, one)).changes, []);
    const other = version(`${trio.replaceAll("A", "X")}scenario "x" { crash X expect failover }`);
    deepEqual(
      pumped(compare(one, other)).scenarios.map(({ title, from, before, after }) => [title, from, before, after]),
      [
        ["x", "new", "impossible", "passed"],
        ["cut", "old", "passed", "impossible"],
      ],
    );
  });
});
