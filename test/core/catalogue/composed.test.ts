// Sentences as users read them: put together at run time, from rules, broken files, scenarios, proofs and test plans.

import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import type { Problem } from "@lkcluster/core/problem.ts";
import { proofsOf, standardProofs } from "@lkcluster/core/prove/proof.ts";
import { proofProblems } from "@lkcluster/core/prove/proofProblem.ts";
import { pumped, runProofNow } from "@lkcluster/core/prove/runProof.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { rules } from "@lkcluster/core/rules/rules.ts";
import { scenarioProblems } from "@lkcluster/core/rules/scenario/scenarioProblems.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { changeWords, eventWords } from "@lkcluster/core/simulate/scenario/eventWords.ts";
import { runScenario } from "@lkcluster/core/simulate/scenario/runScenario.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { renderPlanMarkdown } from "@lkcluster/core/testplan/render.ts";
import { makeTestPlan } from "@lkcluster/core/testplan/testPlan.ts";
import { traceRequirements } from "@lkcluster/core/testplan/traceability.ts";
import { checkExample } from "../rules/checkExample.ts";
import { englishFlaws, flaws, flawsOf, japaneseFlaws } from "./bilingual.ts";

const root = join(import.meta.dirname, "../../..");

const brokenCluster = `cluster demo {
  lifekeeper 9.9.0x
  defaults "etc/LifeKeeper"
  node node-a { address 192.0.2.1 shutdown switchover shutdown stay }
  node node-b { address 192.0.2.2 }
  node node-c { confirm-failover }
  witness w { block-resource-failover }
  network n1
  domain rack { node-a, , w, n1 }
  path node-a <-> node-b { tcp 192.0.2.1 <-> 192.0.2.2 priority 1 on n1  tcp 192.0.2.1 <-> 192.0.2.2 priority 200 }
  path node-a <-> node-c { tty /dev/ttyS0 <-> /dev/ttyS0 }
  path node-a <-> node-a { tcp 192.0.2.1 <-> 192.0.2.7 }
  storage disk { reached-by node-a }
  host router
  resource app gen/app {
    info "a=b!" switchback automatic on node-c
    servers node-a 1, node-b 1
    resource ip1 comm/ip abc { servers node-a 1 }
    uses ip9
  }
  resource "bad tag" gen/ap { servers node-a 2000, w 3 mode synchronous }
}
scenario "x" { crash node-z expect }
scenario "x" {
  given node-a down
  given node-a isolated
  cut path node-a <-> node-b 3
  cut node-b <-> node-c
  wait soon
  take-reservation app on node-a
  expect app active on node-c
  expect mirror app corrupt on node-a
}
prove "p" { never split-brane within 2 faults of crsh }
bogus
`;

const brokenParameters = `QUORUM_MODE=storage
WITNESS_MODE=remote_verify
WITNES_MODE=none
QUORUM_HOSTS=a:1, b:2,,c
QUORUM_TIMEOUT_SECS = 5s
QUORUM_LOSS_ACTION="fastkil"
QWK_STORAGE_TYPE=blok
QWK_STORAGE_HBEATTIME=20
LCMHBEATTIME=0
LCMHBEATTIME=
LCMPORT=1
QWK_STORAGE_OBJECT_node-a=/dev/sdb1
QWK_STORAGE_OBJECT_zzz=/dev/sdc
export A=b
what is this
`;

function textsOf(problems: readonly Problem[]): readonly Localized[] {
  return problems.flatMap(({ message, related, fixes }) => [
    message,
    ...related.map((place) => place.message),
    ...fixes.map(({ title }) => title),
  ]);
}

function assertFlawless(texts: readonly Localized[], atLeast: number): void {
  assert.ok(texts.length >= atLeast, `${texts.length} texts`);
  assert.deepEqual([...new Set(texts.flatMap(flaws))], []);
}

/** The samples and the clusters of published scenarios: each with its parameter file, when it names one. */
function soundClusters() {
  return globSync(["samples/*/*.lk", "test/published/*.lk"], { cwd: root }).flatMap((file) => {
    const folder = join(root, file, "..");
    const text = readFileSync(join(root, file), "utf8");
    const named = /^\s*defaults "?([^"\s]+)"?/m.exec(text)?.[1];
    const files = {
      [file]: text,
      ...(named === undefined ? {} : { [join(file, "..", named)]: readFileSync(join(folder, named), "utf8") }),
    };
    const { sound } = checkCluster(filesOf(files), file);
    return sound === undefined ? [] : [{ file, sound, parsed: parseCluster(file, text) }];
  });
}

describe("sentences that are put together", () => {
  it("are whole in the messages of every rule", () => {
    assertFlawless(
      rules.flatMap(({ fires }) => textsOf(checkExample(fires))),
      200,
    );
  });

  it("are whole in the messages about broken files", () => {
    const files = filesOf({ "cluster.lk": brokenCluster, "etc/LifeKeeper": brokenParameters });
    const { problems, cluster } = checkCluster(files, "cluster.lk");
    const parsed = parseCluster("cluster.lk", brokenCluster);
    const scenarios = cluster === undefined ? [] : scenarioProblems(cluster, parsed);
    assertFlawless(textsOf([...problems, ...scenarios]), 40);
  });

  it("are whole in time lines", () => {
    const texts = soundClusters().flatMap(({ sound, parsed }) =>
      parsed.tree.scenarios.flatMap((scenario) => {
        const { timeline, failures, problems } = runScenario(compile(sound), parsed, scenario);
        return [
          ...timeline.flatMap(({ event, why, changes }) => [eventWords(event), why.text, ...changes.map(changeWords)]),
          ...failures.flatMap(({ expected, actual }) => [expected, actual]),
          ...problems.map(({ message }) => message),
        ];
      }),
    );
    assertFlawless(texts, 50);
  });

  it("are whole in explained counterexamples", () => {
    const texts = soundClusters().flatMap(({ file, sound, parsed }) =>
      [...proofsOf(parsed.tree, file), ...standardProofs()].flatMap((proof) => {
        const result = runProofNow(sound, proof);
        return [...textsOf(proofProblems(sound, result)), ...result.ledger.map(({ text }) => text)];
      }),
    );
    assertFlawless(texts, 100);
  });

  it("are whole in test plans", () => {
    const lines = soundClusters().flatMap(({ sound, parsed }) => {
      const plan = makeTestPlan(sound, parsed.tree);
      return renderPlanMarkdown(plan, "ja", pumped(traceRequirements(sound, parsed, plan))).split("\n");
    });
    assert.ok(lines.length > 1000);
    // A command stands apart from its sentence.
    assert.deepEqual(
      [
        ...new Set(
          lines.filter((line) => !line.startsWith("|")).flatMap((line) => flawsOf(line.replaceAll("。 `", "。`"))),
        ),
      ],
      [],
    );
  });

  it("are whole in the pages of the reference", () => {
    for (const [locale, patterns] of [
      ["en", englishFlaws],
      ["ja", japaneseFlaws],
    ] as const) {
      const pages = globSync(`docs/reference/${locale}/**/*.md`, { cwd: root });
      const lines = pages.flatMap((page) => proseOf(readFileSync(join(root, page), "utf8")));
      assert.ok(lines.length > 3000, String(lines.length));
      assert.deepEqual([...new Set(lines.flatMap((line) => flawsOf(line, patterns)))], []);
    }
  });
});

/** The lines that are neither code nor a table, without what Markdown adds; a bracket may follow a colon and a space. */
function proseOf(page: string): readonly string[] {
  return page
    .replace(/^```[\s\S]*?^```/gm, "")
    .split("\n")
    .filter((line) => !line.startsWith("|"))
    .map((line) =>
      line
        .replace(/\]\([^)]*\)/g, "]")
        .replace(/^\s*- /, "")
        .replaceAll("**", "")
        .replace(/: (?=[（「])/g, ":")
        .trim(),
    );
}
