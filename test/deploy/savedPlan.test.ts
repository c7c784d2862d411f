// A plan as a file gets every check that a fresh one gets, and believes nothing that stands in it.

import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { DeploymentPlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import type { JudgeNodes } from "@lkcluster/core/plan/makePlan.ts";
import { asBytes } from "@lkcluster/core/text/byteText.ts";
import { planCluster } from "@lkcluster/deploy/deployCluster.ts";
import { readPlanFile } from "@lkcluster/deploy/planFile.ts";
import { planKey, planKeyFile } from "@lkcluster/deploy/planSeal.ts";
import type { DeployReport } from "@lkcluster/deploy/report.ts";
import { clusterOfPlan, deploySavedPlan, savePlan } from "@lkcluster/deploy/savedPlan.ts";
import { MemoryCluster } from "../../deploy/testNodes/memoryNodes.ts";
import { runCli } from "../cli/runCli.ts";
import { clusterOf } from "../support/planning.ts";

const names = ["alpha", "beta", "wit"];
const shared = "QUORUM_MODE=none\nWITNESS_MODE=none\nQUORUM_LOSS_ACTION=osu\n";
const safe: JudgeNodes = () => () => ({ kind: "safe", statesExplored: 0 });

describe("a saved plan", () => {
  let folder = "";
  let memory: MemoryCluster;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lkcluster-plan-"));
    memory = new MemoryCluster(names, asBytes("# theirs\n"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const keyFile = (): string => join(folder, "config", "plan.key");
  const node = (name: string) => {
    const found = memory.nodes.get(name);
    assert.ok(found);
    return found;
  };

  async function planText(text = shared): Promise<string> {
    const source = { ...clusterOf(text), settings: {} };
    const made = await planCluster({ ...source, hosts: memory.hosts, clock: memory.clock, judge: safe });
    assert.ok(made.kind === "planned" && made.plan.refusals.length === 0);
    return savePlan(made.plan, made.facts, source, planKey(keyFile()));
  }

  async function carryOut(text: string, judge = safe, key = planKey(keyFile())) {
    const read = readPlanFile(text, key);
    assert.ok(read.kind === "plan", JSON.stringify(read));
    const saved = clusterOfPlan(read.body);
    assert.ok(saved);
    const shown: DeploymentPlan[] = [];
    const report: DeployReport = await deploySavedPlan({
      ...saved,
      ...read,
      hosts: memory.hosts,
      clock: memory.clock,
      judge,
      who: "test@here",
      mend: async () => true,
      confirm: async (plan) => {
        shown.push(plan);
        return true;
      },
    });
    return { report, shown };
  }

  it("is carried out when nothing has changed", async () => {
    const { report, shown } = await carryOut(await planText());
    assert.equal(report.outcome, "deployed", report.message.en);
    assert.deepEqual(shown[0]?.warnings, []);
  });

  const changes: readonly (readonly [string, () => object, RegExp])[] = [
    ["a file was changed", () => Object.assign(node("beta"), { file: asBytes("X=1\n") }), /file has changed: beta/],
    ["LifeKeeper was stopped", () => Object.assign(node("beta"), { running: false }), /started or stopped: beta/],
    ["a node calls itself otherwise", () => Object.assign(node("beta"), { ownName: "x9" }), /otherwise: beta/],
  ];
  for (const [title, change, said] of changes) {
    it(`is stale when ${title}`, async () => {
      const text = await planText();
      change();
      const { report, shown } = await carryOut(text);
      assert.equal(report.outcome, "refused");
      assert.match(report.message.en, /^Nothing was changed\. The plan is stale/);
      assert.match(report.message.en, said);
      assert.deepEqual(shown, []);
    });
  }

  it("is refused while LifeKeeper runs, like a fresh one, when it was stopped before", async () => {
    for (const name of names) node(name).running = false;
    const text = await planText(`${shared}LCMHBEATTIME=9\n`);
    for (const name of names) node(name).running = true;
    const { report } = await carryOut(text);
    assert.equal(report.outcome, "refused");
    assert.match(report.message.en, /LCMHBEATTIME may only be edited while LifeKeeper is stopped/);
  });

  it("is refused when two nodes have changed places", async () => {
    const text = await planText();
    node("alpha").ownName = "beta";
    node("beta").ownName = "alpha";
    const { report } = await carryOut(text);
    assert.equal(report.outcome, "refused");
    assert.match(report.message.en, /alpha: LifeKeeper there calls itself beta/);
  });

  it("is refused when its rollout is no longer safe", async () => {
    const text = await planText();
    const unsafe: JudgeNodes = () => () => ({ kind: "unsafe", statesExplored: 1, why: { en: "Split.", ja: "分断。" } });
    const { report } = await carryOut(text, unsafe);
    assert.equal(report.outcome, "refused");
    assert.match(report.message.en, /Split\./);
  });

  it("that was edited is no plan any more, and one from elsewhere is said to be", async () => {
    const text = await planText();
    const forged = text.replace("QUORUM_LOSS_ACTION=osu", "QUORUM_LOSS_ACTION=fastboot");
    assert.notEqual(forged, text);
    const read = readPlanFile(forged, planKey(keyFile()));
    assert.ok(read.kind === "broken");
    assert.match(read.why.en, /edited/);
    // Whoever has no key of this user's can only make one that does not carry it.
    const { shown } = await carryOut(text, safe, planKey(join(folder, "other", "plan.key")));
    assert.match(shown[0]?.warnings[0]?.en ?? "", /does not carry your seal/);
  });

  it("shows what it does from its own sources, and no text that stands in it", async () => {
    const text = await planText();
    const lie = JSON.parse(text);
    lie.made.rollout = "no mixed state splits";
    lie.text = "harmless";
    const { report, shown } = await carryOut(JSON.stringify(lie), safe, planKey(join(folder, "other", "plan.key")));
    assert.equal(report.outcome, "refused");
    assert.doesNotMatch(JSON.stringify([report.message, shown]), /harmless|no mixed state splits/);
  });

  it("is sealed with a key that only its user can read, made once", async () => {
    await planText();
    assert.equal(statSync(keyFile()).mode & 0o777, 0o600);
    const first = readFileSync(keyFile(), "utf8");
    await planText();
    assert.equal(readFileSync(keyFile(), "utf8"), first);
    chmodSync(keyFile(), 0o644);
    assert.equal(planKey(keyFile()), undefined);
    rmSync(keyFile());
    writeFileSync(join(folder, "elsewhere"), first, { mode: 0o600 });
    symlinkSync(join(folder, "elsewhere"), keyFile());
    assert.equal(planKey(keyFile()), undefined);
    assert.equal(planKeyFile({ XDG_CONFIG_HOME: folder }), join(folder, "lkcluster", "plan.key"));
    assert.equal(
      planKeyFile({ XDG_CONFIG_HOME: "relative", HOME: folder }),
      join(folder, ".config/lkcluster/plan.key"),
    );
    assert.ok(dirname(keyFile()));
  });

  it("that is malformed is a message, whatever is wrong with it", async () => {
    const whole = JSON.parse(await planText());
    const key = planKey(keyFile());
    const paths: (readonly string[])[] = [];
    const walk = (value: unknown, path: readonly string[]): void => {
      paths.push(path);
      if (typeof value !== "object" || value === null || path.length > 4) return;
      for (const [name, each] of Object.entries(value)) walk(each, [...path, name]);
    };
    walk(whole, []);
    assert.ok(paths.length > 40);
    for (const path of paths) {
      for (const value of [null, undefined, 7, "", [], {}, true, [null], { nodes: null }]) {
        const copy = structuredClone(whole);
        const last = path.at(-1);
        if (last === undefined) continue;
        const parent = path.slice(0, -1).reduce((at, name) => at[name], copy);
        parent[last] = value;
        const read = readPlanFile(JSON.stringify(copy), key);
        // What was read is what was sealed: a change that gets through changed nothing that counts.
        if (read.kind === "broken") assert.ok(read.why.en !== "" && read.why.ja !== "");
        else if (read.seal === "sealed") assert.deepEqual(readPlanFile(JSON.stringify(whole), key), read);
        if (read.kind === "plan") clusterOfPlan(read.body);
      }
    }
    for (const text of [
      "{",
      "[]",
      "null",
      "{}",
      `{"a":${"[".repeat(200_000)}`,
      `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`,
    ]) {
      assert.equal(readPlanFile(text, key).kind, "broken", text.slice(0, 20));
    }
  });

  describe("given to lkcluster deploy", () => {
    const run = (...args: readonly string[]) =>
      runCli(["deploy", "p.json", "--yes", ...args], {
        directory: folder,
        environment: { XDG_CONFIG_HOME: join(folder, "config") },
      });

    for (const options of [["--node", "alpha"], ["--replace"], ["--activate"], ["--ignore-proofs"]]) {
      it(`takes no ${options[0]}`, async () => {
        writeFileSync(join(folder, "p.json"), await planText());
        const { exitCode, errors, output } = await run(...options);
        assert.equal(exitCode, 2, output + errors);
        assert.match(errors, new RegExp(`a plan already says what it does, so ${options[0]}`));
      });
    }

    for (const text of ['{"format":"lkcluster-plan/1"}', '{"plan":null,"nodes":null}', '{"a":'.repeat(20_000), "[]"]) {
      it(`is no crash: ${text.slice(0, 30)}`, async () => {
        writeFileSync(join(folder, "p.json"), text);
        const { exitCode, errors } = await run();
        assert.equal(exitCode, 2);
        assert.match(errors, /^lkcluster: p\.json: this is not a plan/);
      });
    }
  });
});
