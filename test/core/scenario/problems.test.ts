import assert from "node:assert/strict";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { scenarioProblems } from "@lkcluster/core/rules/scenario/scenarioProblems.ts";
import { runProblems } from "@lkcluster/core/simulate/scenario/runProblems.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { assertProblems, readFixture, textOf } from "../../support/fixture.ts";

const cluster = `
cluster shop {
  lifekeeper 9.9.0
  network office
  domain rack { A, office }
  node A {}
  node B { confirm-failover set QUORUM_LOSS_ACTION = osu }
  witness W {}
  path A <-> B { tcp a <-> b on office }
  path A <-> W { tcp a <-> w }
  resource app gen/app {
    servers A 1, B 2
    resource fs gen/filesys /data { resource datarep scsi/netraid /dev/sdb }
    resource disk scsi/disk { reserved }
  }
}
`;

/** The steps or givens inside one scenario that also expects something. */
function inScenario(lines: string): string {
  return `${cluster}scenario "it" {\n${lines}\n  expect no split-brain\n}\n`;
}

function check(text: string): void {
  const fixture = readFixture(text);
  const parsed = parseCluster("cluster.lk", textOf(fixture));
  const lowered = lowerCluster(parsed, filesOf({}));
  if (lowered.cluster === undefined) throw new Error("the cluster of this test must be understood");
  assertProblems(fixture, [...parsed.problems, ...lowered.problems, ...scenarioProblems(lowered.cluster, parsed)]);
}

describe("scenario problems", () => {
  const cases: Readonly<Record<string, string>> = {
    "a node that does not exist": `
  crash C
  #     ^ error[unknown-name]`,
    "a path that does not exist": `
  cut B <-> W
  #   ^^^^^^^ error[scenario-impossible-step]`,
    "a link number that does not exist": `
  cut path A <-> B 2
  #                ^ error[scenario-impossible-step]
  cut path A <-> B 0
  #                ^ error[scenario-impossible-step]
  heal path A <-> B 1`,
    "a network and a domain that do not exist": `
  cut network offise
  #           ^^^^^^ error[unknown-name]
  fail-domain rock
  #           ^^^^ error[unknown-name]`,
    "a quorum host that nobody asks": `
  lose host router:443 on A
  #         ^^^^^^^^^^ error[unknown-name]`,
    "quorum storage where there is none": `
  lose storage on A
# ^^^^^^^^^^^^^^^^^ error[scenario-impossible-step]`,
    "a storage that does not exist": `
  lose storage quorum on A
# ^^^^^^^^^^^^^^^^^^^^^^^^ error[scenario-impossible-step]
  #            ^^^^^^ error[unknown-name]`,
    "a witness-only node cannot run a resource": `
  in-service app on W
  #                 ^ error[scenario-impossible-step]`,
    "only a mirror can be forced online": `
  force-mirror app on A
  #            ^^^ error[scenario-impossible-step]
  force-mirror datarep on A`,
    "only a reserved disk has a reservation": `
  take-reservation fs on B
# ^^^^^^^^^^^^^^^^^^^^^^^^ error[scenario-impossible-step]
  take-reservation disk on B`,
    "only a file system fills up": `
  fill app on A
# ^^^^^^^^^^^^^ error[scenario-impossible-step]
  fill fs on A`,
    "only a node that asks can be answered": `
  confirm B yes
# ^^^^^^^^^^^^^ error[scenario-impossible-step]
  confirm A yes`,
    "a node on both sides of a partition": `
  partition A, B | B, W
  #                ^ error[scenario-impossible-step]`,
    "givens with two beginnings": `
  given app active on A
  given app active on B
  #     ^^^ error[scenario-contradiction]
  crash A`,
    "in service on a node that is down": `
  given A down
  given app active on A
  #                   ^ error[scenario-contradiction]
  boot A`,
    "the last stop of a node that runs": `
  given app last active on A
# ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[scenario-impossible-step]
  crash A`,
    "down and isolated at once": `
  given A down
  given A isolated
  #     ^ error[scenario-contradiction]
  boot A`,
    "a resync of a node from itself": `
  given mirror datarep resyncing from A to A
  #                                        ^ error[scenario-impossible-step]
  crash A`,
    "an expectation on a node that is no server": `
  crash A
  expect app active on W
  #                    ^ error[scenario-impossible-expectation]
  expect app ISP on W
  #                 ^ error[scenario-impossible-expectation]`,
    "a halt without fastkill": `
  isolate B
  expect B halted
# ^^^^^^^^^^^^^^^ error[scenario-impossible-expectation]
  isolate A
  expect A halted`,
    "corruption of what is no mirror": `
  expect mirror fs corrupt on A
  #             ^^ error[scenario-impossible-expectation]
  expect mirror datarep corrupt on A`,
  };
  for (const [name, lines] of Object.entries(cases)) it(name, () => check(inScenario(lines)));

  it("nothing in a scenario that is sound", () => {
    check(
      inScenario(`
  given app active on B
  given mirror datarep source B
  isolate B and cut network office
  wait 20s
  heal all
  expect app active on A, B within 60s`),
    );
  });

  it("a scenario that expects nothing", () => {
    check(`${cluster}
scenario "idle" {
#        ^^^^^^ warning[scenario-checks-nothing]
  crash A
}`);
  });

  it("points to the earlier given, and to the earlier scenario", () => {
    const earlier = (text: string): readonly string[] => {
      const parsed = parseCluster("cluster.lk", text);
      const found = scenarioProblems(lowerCluster(parsed, filesOf({})).cluster ?? assert.fail(), parsed);
      return found.flatMap(({ related }) => related.map(({ span }) => text.slice(span.start - 5, span.end + 1)));
    };
    const twice = inScenario("  given app active on A\n  given app active on B\n  crash A");
    assert.deepEqual(earlier(twice), ["iven app "]);
    const titles = `${cluster}scenario "a" { crash A expect failover }\nscenario "a" { crash B expect failover }\n`;
    assert.deepEqual(earlier(titles), ['ario "a" ']);
  });

  it("two scenarios with one title", () => {
    check(`${cluster}
scenario "crash" { crash A expect failover }
scenario "crash" { crash A expect failover }
#        ^^^^^^^ warning[duplicate-scenario-title]`);
  });

  it("a requirement named twice, one that is none, and several in one name", () => {
    check(`${cluster}
scenario "crash" {
  requirement A-1, A-2
  requirement A-1
  #           ^^^ warning[requirement-repeated]
  requirement "", " A-3"
  #           ^^ warning[requirement-name]
  requirement A-4、A-5
  #           ^^^^^^^ warning[requirement-name]
  crash A
  expect failover
}
prove "calm" { requirement A-1, A-1  never outage }
#                               ^^^ warning[requirement-repeated]`);
  });

  it("a scenario and a proof without a requirement, only where the file has requirements", () => {
    check(`${cluster}
scenario "crash" { crash A expect failover }
prove "calm" { never outage }`);
    check(`${cluster}
scenario "crash" { requirement A-1  crash A expect failover }
scenario "other" { crash B expect no failover }
#        ^^^^^^^ information[test-without-requirement]
prove "calm" { never outage }
#     ^^^^^^ information[test-without-requirement]`);
    // Whoever is writing one is not told that there is none.
    check(`${cluster}
scenario "crash" { requirement A-1  crash A expect failover }
scenario "half" {
  requirement
# ^^^^^^^^^^^ error[syntax-missing-part]
  crash A
  expect failover
}`);
  });

  it("parts several requirements in one name", () => {
    const text = `${cluster}scenario "s" { requirement "A-1、 A-2"  crash A expect failover }`;
    const parsed = parseCluster("cluster.lk", text);
    const [found] = scenarioProblems(lowerCluster(parsed, filesOf({})).cluster ?? assert.fail(), parsed);
    assert.deepEqual(
      found?.fixes.map(({ edits }) => edits.map(({ newText }) => newText)),
      [["A-1, A-2"]],
    );
  });

  it("a proof that proves nothing, and one that names a resource that is not there", () => {
    check(`${cluster}
prove "idle" { up to 2 faults }
#     ^^^^^^ warning[proof-proves-nothing]
prove "recovery" { always ap recovers }
#                         ^^ error[unknown-name]`);
  });

  it("quorum that cannot be lost", () => {
    check(`${cluster.replace("node A {}", "node A { set QUORUM_MODE = none }")}
scenario "never" { crash B expect no quorum on A }
#                          ^^^^^^^^^^^^^^^^^^^^^ error[scenario-impossible-expectation]`);
  });

  it("quorum where its package is not installed", () => {
    check(`${cluster.replace("lifekeeper 9.9.0", "quorum-package none")}
scenario "never" { crash B expect no quorum on A }
#                          ^^^^^^^^^^^^^^^^^^^^^ error[scenario-impossible-expectation]`);
  });

  it("what only a run shows: a reservation nobody decides, a step that changes nothing", () => {
    const fixture = readFixture(`${cluster.replace("lifekeeper 9.9.0", "quorum-package none")}
scenario "contest" {
  cut A <-> B
# ^^^^^^^^^^^ error[scenario-undecided]
  expect app active on A
}
scenario "idle" {
  boot A
# ^^^^^^ warning[scenario-no-effect]
  expect app active on A
}
scenario "wrong" {
  crash Z
  expect app active on A
}`);
    const check = checkCluster(filesOf(Object.fromEntries(fixture.files)), "cluster.lk");
    if (check.sound === undefined) throw new Error("the cluster of this test must be sound");
    assertProblems(fixture, runProblems(check.sound, check.parsed, check.problems));
  });
});
