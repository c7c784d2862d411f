import assert from "node:assert/strict";
import { describeDrift } from "@lkcluster/core/plan/drift.ts";
import type { Generation } from "@lkcluster/core/plan/nodeFacts.ts";
import { quoteValue, wantedOf } from "@lkcluster/core/plan/wanted.ts";
import { bytesOfText, textOfBytes, textOrEmpty } from "@lkcluster/core/text/byteText.ts";
import { clusterOf, factsOf, planOf } from "../../support/planning.ts";

const shared = "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n";
const held = "# theirs\nLKROOT=/opt/LifeKeeper\nQUORUM_MODE=none\n";

function generation(content: string, names: readonly string[] = []): Generation {
  const record = { transaction: "t", cluster: "c", names, who: "w", when: "2026-01-01T00:00:00Z", plan: "", proof: "" };
  return {
    number: 1,
    confirmed: true,
    deployed: bytesOfText(content),
    removed: false,
    record: { ...record, rollback: undefined, nodes: [], follows: [] },
  };
}

describe("makePlan", () => {
  it("merges the shared file and a node's own lines into what each node holds", () => {
    const plan = planOf(shared, [factsOf("alpha", held), factsOf("wit", held)]);
    assert.deepEqual(
      plan.nodes.map(({ node, after }) => [node, textOrEmpty(after)]),
      [
        ["alpha", "# theirs\nLKROOT=/opt/LifeKeeper\nQUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n"],
        ["wit", "# theirs\nLKROOT=/opt/LifeKeeper\nQUORUM_MODE=majority\nWITNESS_MODE=none\n"],
      ],
    );
    assert.deepEqual(plan.refusals, []);
  });

  it("gives a node without a file the whole of ours", () => {
    const plan = planOf(`# ours\n${shared}`, [factsOf("alpha", undefined)]);
    assert.equal(textOfBytes(plan.nodes[0]?.after ?? bytesOfText("")), `# ours\n${shared}`);
    assert.equal(plan.nodes[0]?.before, undefined);
  });

  it("writes exactly ours in replace mode, and shows what that takes away", () => {
    const plan = planOf(shared, [factsOf("alpha", held)], { mode: "replace" });
    assert.equal(textOfBytes(plan.nodes[0]?.after ?? bytesOfText("")), shared);
    assert.deepEqual(
      plan.nodes[0]?.changes.find(({ name }) => name === "LKROOT"),
      { name: "LKROOT", before: "/opt/LifeKeeper", after: undefined },
    );
  });

  it("has no steps when every node holds it already", () => {
    const plan = planOf(shared, [factsOf("alpha", shared), factsOf("beta", shared)]);
    assert.deepEqual([plan.order, plan.steps], [[], []]);
  });

  it("refuses a name that the node's file gives twice, in both languages, with the lines", () => {
    const plan = planOf(shared, [factsOf("alpha", "QUORUM_MODE=a\nX=1\nQUORUM_MODE=b\n")]);
    assert.equal(plan.refusals.length, 1);
    assert.match(plan.refusals[0]?.en ?? "", /alpha: .*QUORUM_MODE more than once \(lines 1, 3\)/);
    assert.match(plan.refusals[0]?.ja ?? "", /QUORUM_MODE .*1, 3 行目/);
  });

  it("refuses a target that is no regular file", () => {
    const plan = planOf(shared, [factsOf("alpha", "", { target: { kind: "other", what: "directory" } })]);
    assert.match(plan.refusals[0]?.en ?? "", /not a regular file.*directory/);
  });

  it("writes nodes that run nothing first and the active one last", () => {
    const plan = planOf(shared, [factsOf("alpha", held), factsOf("beta", held), factsOf("wit", held)]);
    assert.deepEqual(plan.order, ["beta", "wit", "alpha"]);
  });

  it("sees from lcdstatus who is active", () => {
    const status = (node: string, state: string): string =>
      `LOCAL TAG ID STATE PRIO PRIMARY\n${node} app x ${state} 1 alpha\n`;
    const facts = [
      factsOf("alpha", held, { status: status("alpha", "OSU") }),
      factsOf("beta", held, { status: status("beta", "ISP") }),
    ];
    assert.deepEqual(planOf(shared, facts).order, ["alpha", "beta"]);
  });

  it("demands that all stop for values that must agree and count at start", () => {
    const facts = [factsOf("alpha", held), factsOf("beta", held)];
    const plan = planOf(`${shared}LCMHBEATTIME=6\n`, facts);
    assert.equal(plan.rollout.kind, "all-stopped");
    assert.match(plan.refusals[0]?.en ?? "", /LCMHBEATTIME may only be edited while LifeKeeper is stopped/);
    const stopped = facts.map((fact) => ({ ...fact, lifekeeper: "stopped" }) as const);
    assert.deepEqual(planOf(`${shared}LCMHBEATTIME=6\n`, stopped).refusals, []);
  });

  it("stops, writes and starts in the documented order when activation is asked for", () => {
    const facts = [factsOf("alpha", held), factsOf("beta", held), factsOf("wit", held)];
    const plan = planOf(`${shared}LCMHBEATTIME=6\n`, facts, { activate: true });
    assert.deepEqual(plan.refusals, []);
    assert.deepEqual(
      plan.steps.map(({ kind, node }) => (node === undefined ? kind : `${kind} ${node}`)),
      [
        "stage",
        "arm",
        "stop beta",
        "stop alpha",
        "stop wit",
        "commit beta",
        "commit wit",
        "commit alpha",
        "start wit",
        "start beta",
        "start alpha",
        "verify",
        "confirm",
      ],
    );
  });

  it("never stops LifeKeeper beside VMDK resources", () => {
    const facts = [factsOf("alpha", held), factsOf("beta", held)];
    const plan = planOf(`${shared}LCMHBEATTIME=6\n`, facts, { activate: true, type: "scsi/vmdk" });
    assert.match(plan.refusals.map(({ en }) => en).join(), /lkstop -f where there are VMDK resources \(app\)/);
  });

  it("leaves what needs more to the administrator when activation is not asked for", () => {
    const storage = "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\nQWK_STORAGE_HBEATTIME=7\n";
    const steps = planOf(storage, [factsOf("alpha", held)]).steps;
    assert.match(steps.at(-1)?.text.en ?? "", /QWK_STORAGE_HBEATTIME: takes effect when qwk_storage_init is run/);
  });

  it("does not initialise the quorum storage while a path is not ALIVE", () => {
    const storage = "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\nQWK_STORAGE_HBEATTIME=7\n";
    const status = (state: string): string =>
      `MACHINE   NETWORK   ADDRESSES/DEVICE          STATE   PRIO\nbeta      TCP       192.0.2.1/192.0.2.2      ${state}      1\n`;
    const refusals = (state: string, activate: boolean): string =>
      planOf(storage, [factsOf("alpha", held, { status: status(state) })], { activate })
        .refusals.map(({ en }) => en)
        .join();
    assert.match(
      refusals("DEAD", true),
      /paths ALIVE, and these are not: alpha → beta \(192\.0\.2\.1\/192\.0\.2\.2, DEAD\)/,
    );
    assert.doesNotMatch(refusals("ALIVE", true), /qwk_storage_init/);
    assert.doesNotMatch(refusals("DEAD", false), /qwk_storage_init/);
  });

  it("warns of what the node's people changed and of what is no longer set here", () => {
    const last = `${shared}IP_PINGTIME=2\n`;
    const facts = [
      factsOf("alpha", last.replace("majority", "none"), {
        generations: [generation(last, ["QUORUM_MODE", "IP_PINGTIME"])],
      }),
    ];
    const plan = planOf(shared, facts);
    assert.match(plan.warnings[0]?.en ?? "", /changed on the node: QUORUM_MODE/);
    assert.match(plan.warnings[1]?.en ?? "", /no longer set here.*IP_PINGTIME/);
    assert.match(textOfBytes(plan.nodes[0]?.after ?? bytesOfText("")), /IP_PINGTIME=2/);
  });

  const drifts: readonly (readonly [kind: string, last: string | undefined, theirs: string, ours: string])[] = [
    ["never", undefined, shared, shared],
    ["none", shared, shared, shared],
    ["ours", shared, shared, "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\nQUORUM_LOSS_ACTION=osu\n"],
    ["theirs", shared, `${shared}X=1\n`, shared],
    [
      "both",
      shared,
      shared.replace("majority", "none"),
      "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\nQUORUM_LOSS_ACTION=osu\n",
    ],
  ];
  it("warns of values that must agree and do not, although the files here do not set them", () => {
    const warned = (alpha: string, beta: string): readonly string[] =>
      planOf(shared, [factsOf("alpha", shared + alpha), factsOf("beta", shared + beta)])
        .warnings.map(({ en }) => en)
        .filter((text) => text.includes("LCMHBEATTIME"));
    const [text, ...more] = warned("", "LCMHBEATTIME=9\n");
    assert.equal(more.length, 0);
    assert.match(text ?? "", /LCMHBEATTIME must be equal on all nodes, and will not be: alpha=5, beta=9\./);
    assert.deepEqual(warned("LCMHBEATTIME=5\n", ""), []);
    assert.deepEqual(warned('LCMHBEATTIME="9"\n', "LCMHBEATTIME=9\n"), []);
  });

  it("claims no disagreement with a default that nobody knows", () => {
    const plan = planOf(shared, [factsOf("alpha", `${shared}RESERVATIONS=none\n`), factsOf("beta", shared)]);
    assert.deepEqual(
      plan.warnings.filter(({ en }) => en.includes("RESERVATIONS")),
      [],
    );
  });

  it("calls what only the node changed its own, in a name that is ours and in one that is not", () => {
    const theirs = `${shared.replace("majority", "none")}LCMHBEATTIME=9\n`;
    const generations = [generation(shared, ["QUORUM_MODE", "WITNESS_MODE"])];
    const drift = planOf(shared, [factsOf("alpha", theirs, { generations })]).nodes[0]?.drift;
    assert.equal(drift?.kind, "theirs");
    assert.deepEqual(drift?.changedThere.map(({ name }) => name).sort(), ["LCMHBEATTIME", "QUORUM_MODE"]);
  });

  it("does not say after a rollback that the files here have changed", () => {
    const last = generation("QUORUM_MODE=none\n");
    assert.ok(last.record !== undefined);
    const back = { ...last, record: { ...last.record, rollback: { part: "before", transaction: "t0" } } } as const;
    const drift = planOf(shared, [factsOf("alpha", "QUORUM_MODE=none\n", { generations: [back] })]).nodes[0]?.drift;
    assert.ok(drift !== undefined);
    assert.doesNotMatch(describeDrift(drift).en, /have changed/);
    assert.match(describeDrift(drift).en, /rolled back/);
  });

  it("writes a whole file with the line ends of Linux, whatever the file here has", () => {
    const crlf = `# ours\n${shared}`.replaceAll("\n", "\r\n");
    for (const mode of ["merge", "replace"] as const) {
      const held = mode === "merge" ? undefined : "X=1\r\n";
      const plan = planOf(crlf, [factsOf("alpha", held)], { mode });
      assert.equal(textOrEmpty(plan.nodes[0]?.after), `# ours\n${shared}`);
    }
  });

  for (const [kind, last, theirs, ours] of drifts) {
    it(`tells drift three ways: ${kind}`, () => {
      const generations = last === undefined ? [] : [generation(last)];
      assert.equal(planOf(ours, [factsOf("alpha", theirs, { generations })]).nodes[0]?.drift.kind, kind);
    });
  }
});

describe("wantedOf", () => {
  it("puts a value that a shell would act upon in quotes, where it is only text", () => {
    assert.deepEqual(
      ["majority", "a:80,b:443", "", "a b", "$(reboot)", "`x`", "a;b", "a\nb", "it's", "本番"].map(quoteValue),
      ["majority", "a:80,b:443", "", "'a b'", "'$(reboot)'", "'`x`'", "'a;b'", undefined, undefined, "本番"],
    );
  });

  it("refuses a shared file that gives a name twice", () => {
    const { cluster, files } = clusterOf("A=1\nB=2\nA=1\n");
    const node = cluster.nodes[0];
    assert.ok(node);
    const wanted = wantedOf(cluster, files, node);
    assert.ok(!wanted.ok);
    assert.match(wanted.why.en, /sets A more than once/);
  });
});
