// A whole check: what is sound, what is checked, how loud, what a comment or a settings file changes.

import assert from "node:assert/strict";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { checkCluster, checkDefaults } from "@lkcluster/core/rules/check.ts";
import { hostsQuorum, pair, storageQuorum, trio } from "@lkcluster/core/rules/example.ts";
import type { Example } from "@lkcluster/core/rules/rule.ts";
import type { CheckSettings } from "@lkcluster/core/rules/settings.ts";
import { told } from "./checkExample.ts";

function check(example: Example, settings?: CheckSettings) {
  return checkCluster(filesOf(example), "cluster.lk", settings);
}

function withLines(example: Example, file: string, change: (text: string) => string): Example {
  return { ...example, [file]: change(example[file] ?? "") };
}

const classic = pair("QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n");

describe("a check", () => {
  it("gives a checked cluster when nothing is an error", () => {
    const result = check(trio(""));
    assert.equal(told(result.problems), "");
    assert.equal(result.checked, result.cluster);
    assert.equal(result.sound, result.cluster);
  });

  it("lets the classic mistake be simulated and not be deployed", () => {
    const result = check(classic);
    assert.ok(result.sound);
    assert.equal(result.checked, undefined);
    const [problem] = result.problems;
    assert.equal(problem?.code, "quorum-node-count");
    assert.equal(problem?.severity, "error");
    assert.equal(problem?.file, "LifeKeeper");
    assert.equal(problem?.related[0]?.file, "cluster.lk");
  });

  it("lets nothing be simulated whose names lead nowhere", () => {
    const result = check(withLines(trio(""), "cluster.lk", (text) => text.replace("path a <-> w", "path a <-> v")));
    assert.ok(result.cluster);
    assert.equal(result.sound, undefined);
    assert.equal(result.checked, undefined);
  });

  it("lets nothing be simulated whose parameter file is missing", () => {
    const { LifeKeeper: _, ...rest } = trio("");
    const result = check(rest);
    assert.equal(result.sound, undefined);
    assert.ok(result.problems.some((problem) => problem.code === "defaults-unreadable"));
  });

  it("lets nothing be simulated that cannot be read whole", () => {
    const result = check(withLines(trio(""), "cluster.lk", (text) => text.replace("priority 1", "priority one")));
    assert.ok(result.cluster);
    assert.equal(result.sound, undefined);
  });

  it("lets the cluster be simulated while a scenario is half typed", () => {
    const scenario = '\nscenario "s" {\n  crash\n}\n';
    const result = check(withLines(trio(""), "cluster.lk", (text) => text + scenario));
    assert.ok(result.problems.some((problem) => problem.severity === "error"));
    assert.ok(result.sound);
    assert.equal(result.checked, undefined);
  });

  it("lets the cluster be simulated while a scenario has no title, and no end", () => {
    for (const scenario of ["\nscenario {\n  crash a\n}\n", '\nscenario "s" {\n  crash a\n  cut'])
      assert.ok(check(withLines(trio(""), "cluster.lk", (text) => text + scenario)).sound, scenario);
  });

  it("reports a line of the parameter file once, however many nodes read it", () => {
    const result = check(
      pair(`${storageQuorum}LCMNUMHBEATS=1\n`, { a: "set LCMPORT = 2000", b: "set LCMPORT = 2000" }),
    );
    assert.equal(result.problems.filter((problem) => problem.code === "heartbeat-minimum").length, 1);
  });

  it("answers for a file that is not there", () => {
    const result = checkCluster(filesOf({}), "gone.lk");
    assert.equal(result.cluster, undefined);
    assert.ok(result.problems.length > 0);
    assert.deepEqual(checkDefaults(filesOf({}), "gone").problems, []);
  });

  it("speaks at the cluster when a default is what does not fit", () => {
    const { problems } = check({
      "cluster.lk":
        "cluster c {\n  node a { }\n  node b { }\n  path a <-> b { tcp 1.1.1.1 <-> 1.1.1.2 tcp 2.2.2.1 <-> 2.2.2.2 }\n}\n",
    });
    // Whether the package is installed is not known when neither mode is written.
    assert.match(told(problems), /warning quorum-node-count: With the default `QUORUM_MODE=majority`/);
    assert.equal(problems[0]?.span.start, 8);
  });
});

describe("the classic mistake", () => {
  const fixes = check(classic).problems[0]?.fixes ?? [];

  it("has three ways out, none of them certain", () => {
    assert.deepEqual(
      fixes.map((fix) => fix.certain),
      [false, false, false],
    );
  });

  for (const [at, expected] of [
    [0, ""],
    [1, "storage-object-missing"],
    [2, "quorum-hosts-missing"],
  ] as const) {
    it(`goes away with: ${fixes[at]?.title.en}`, async () => {
      const { afterEdits } = await import("./checkExample.ts");
      const result = check(afterEdits(classic, fixes[at]?.edits ?? []));
      const errors = result.problems.filter((problem) => problem.severity === "error").map((problem) => problem.code);
      assert.equal(errors.join(), expected);
    });
  }

  it("can be asked of the hosts that the cluster file names", async () => {
    const { afterEdits } = await import("./checkExample.ts");
    const example = pair("QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n", {
      extra: "host gateway:443\nhost dns1:53\nhost dns2:53",
    });
    const fix = check(example).problems.find((problem) => problem.code === "quorum-node-count")?.fixes[2];
    const after = afterEdits(example, fix?.edits ?? []);
    assert.equal(told(check(after).problems), "");
    assert.match(after["LifeKeeper"] ?? "", /QUORUM_HOSTS=gateway:443,dns1:53,dns2:53/);
  });
});

describe("severities", () => {
  it("follow the settings, up and down and off", () => {
    const level = (setting: "error" | "hint" | "off") => {
      const { problems } = check(pair(`${storageQuorum}LCMNUMHBEATS=9\nMY_OWN=1\n`), {
        severity: { "unknown-parameter": setting },
      });
      return told(problems).split(" ")[0];
    };
    assert.equal(level("error"), "error");
    assert.equal(level("hint"), "hint");
    assert.equal(level("off"), "");
  });

  it("follow lkcluster.json beside the cluster file, and what is passed counts over it", () => {
    const example = { ...classic, "lkcluster.json": '{ "severity": { "quorum-node-count": "warning" } }' };
    assert.match(told(check(example).problems), /^warning quorum-node-count/);
    assert.ok(check(example).checked);
    assert.equal(told(check(example, { severity: { "quorum-node-count": "off" } }).problems), "");
  });

  it("of a missing requirement follow settings and comments, and what is wrong with one does not", () => {
    const scenarios = (before: string): typeof classic => ({
      ...trio(""),
      "cluster.lk": `${trio("")["cluster.lk"]}
scenario "a" { requirement A-1, A-1  expect no split-brain }
${before}scenario "b" { expect no split-brain }
`,
    });
    const codes = (before: string, severity = {}): readonly string[] =>
      check(scenarios(before), { severity }).problems.map(({ code, severity }) => `${severity} ${code}`);
    const repeated = "warning requirement-repeated";
    assert.deepEqual(codes(""), [repeated, "information test-without-requirement"]);
    assert.deepEqual(codes("", { "test-without-requirement": "warning" }), [
      repeated,
      "warning test-without-requirement",
    ]);
    assert.deepEqual(codes("", { "test-without-requirement": "off", "requirement-repeated": "off" }), [repeated]);
    assert.deepEqual(codes("# lkcluster-disable-next-line test-without-requirement\n"), [repeated]);
  });

  it("of structure cannot be turned down", () => {
    const example = withLines(trio(""), "cluster.lk", (text) => text.replace("path a <-> w", "path a <-> v"));
    const result = check(example, { severity: { "unknown-name": "off" } });
    assert.ok(result.problems.some((problem) => problem.code === "unknown-name"));
  });

  for (const [name, json, place, expected] of [
    [
      "a rule that does not exist",
      '{ "severity": { "even-voter": "off" } }',
      '"even-voter"',
      /no rule `even-voter`. Did you mean `even-voters`\?/,
    ],
    ["a level that does not exist", '{ "severity": { "even-voters": "loud" } }', '"loud"', /A level is one of: error/],
    ["an unknown setting", '{ "severities": {} }', '"severities"', /There is no setting `severities`/],
    ["text that is no JSON", '{ "severity": ', "", /From here on this is not valid JSON/],
    ["text with something behind it", "{ }x", "x", /From here on this is not valid JSON/],
    [
      "lists in lists, 101 deep",
      `${"[".repeat(101)}${"]".repeat(101)}`,
      `${"[".repeat(101)}${"]".repeat(101)}`,
      /settings are an object/,
    ],
    ["deeper ones", `${"[".repeat(102)}${"]".repeat(102)}`, "[", /From here on this is not valid JSON/],
    ["something that is no object", "[1, 2]", "[1, 2]", /settings are an object/],
    ["a severity that is no object", '{ "severity": "off" }', '"off"', /Write rules and their levels/],
  ] as const) {
    it(`reports ${name} in lkcluster.json`, () => {
      const { problems } = check({ ...trio(""), "lkcluster.json": json });
      assert.equal(problems.length, 1);
      assert.equal(json.slice(problems[0]?.span.start, problems[0]?.span.end), place);
      assert.equal(problems[0]?.file, "lkcluster.json");
      assert.match(problems[0]?.message.en ?? "", expected);
    });
  }

  it("reads settings with a byte order mark, comments of $schema and every escape", () => {
    const json = '\uFEFF{ "$schema": "x", "severity": { "quorum\\u002dnode\\u002dcount": "off" } }';
    assert.equal(told(check({ ...classic, "lkcluster.json": json }).problems), "");
  });
});

describe("a suppression", () => {
  const suppressing = (comment: string): Example =>
    withLines(classic, "LifeKeeper", (text) => text.replace("QUORUM_MODE", `${comment}\nQUORUM_MODE`));

  it("holds back the named rule on the next line, and remembers it", () => {
    const result = check(suppressing("# lkcluster-disable-next-line quorum-node-count - agreed with the customer"));
    assert.equal(told(result.problems), "");
    assert.deepEqual(
      result.suppressed.map((problem) => problem.code),
      ["quorum-node-count"],
    );
  });

  it("works in the cluster language too", () => {
    const example = withLines(trio("network backup"), "cluster.lk", (text) =>
      text.replace("  network backup", "  # lkcluster-disable-next-line network-unused\n  network backup"),
    );
    const result = check(example);
    assert.equal(told(result.problems), "");
    assert.equal(result.suppressed.length, 1);
  });

  it("without a code holds back everything on the line", () => {
    assert.equal(told(check(suppressing("  # lkcluster-disable-next-line")).problems), "");
  });

  it("takes several codes, and several comments in a row", () => {
    const both = suppressing("# lkcluster-disable-next-line even-voters, quorum-node-count");
    assert.equal(told(check(both).problems), "");
    const stacked = suppressing(
      "# lkcluster-disable-next-line quorum-node-count\n# lkcluster-disable-next-line even-voters",
    );
    assert.equal(told(check(stacked).problems), "");
  });

  it("of another rule, or of another line, changes nothing", () => {
    assert.notEqual(told(check(suppressing("# lkcluster-disable-next-line even-voters")).problems), "");
    assert.notEqual(told(check(suppressing("# lkcluster-disable-next-line quorum-node-count\n")).problems), "");
  });

  it("says when it names a rule that does not exist", () => {
    const { problems } = check(suppressing("# lkcluster-disable-next-line quorum-node-counts"));
    const [first] = problems.filter((problem) => problem.code === "unknown-suppression");
    assert.match(first?.message.en ?? "", /Did you mean `quorum-node-count`\?/);
    assert.equal(first?.severity, "hint");
  });

  it("does not hold back problems of names", () => {
    const example = withLines(trio(""), "cluster.lk", (text) =>
      text.replace("  path a <-> w", "  # lkcluster-disable-next-line unknown-name\n  path a <-> v"),
    );
    assert.ok(check(example).problems.some((problem) => problem.code === "unknown-name"));
  });
});

describe("a parameter file alone", () => {
  const alone = (text: string): string => told(checkDefaults(filesOf({ LifeKeeper: text }), "LifeKeeper").problems);

  it("is judged without version and nodes", () => {
    assert.equal(alone(hostsQuorum), "");
    assert.match(
      alone("QUORUM_MODE=storage\nWITNESS_MODE=remote_verify\nQWK_STORAGE_TYPE=file\n"),
      /quorum-combination/,
    );
  });

  it("keeps Windows line ends when a fix adds a line", () => {
    const text = "QUORUM_MODE=storage\r\nWITNESS_MODE=storage\r\nQWK_STORAGE_OBJECT_a=/x\r\n";
    const { problems } = checkDefaults(filesOf({ LifeKeeper: text }), "LifeKeeper");
    const missing = problems.find(({ code }) => code === "storage-type-missing");
    assert.equal(missing?.fixes[0]?.edits[0]?.newText, "QWK_STORAGE_TYPE=block\r\n");
  });
});

describe("a cluster without the Quorum/Witness package", () => {
  const without = (defaults: string, extra = ""): Example => pair(defaults, { extra: `quorum-package none\n${extra}` });

  it("needs no third node and no storage", () => assert.equal(told(check(without("LCMHBEATTIME=7\n")).problems), ""));

  it("is told which lines then mean nothing", () => {
    const codes = check(without("QUORUM_MODE=storage\nQWK_STORAGE_TYPE=block\n")).problems.map(
      (problem) => problem.code,
    );
    assert.deepEqual(codes, ["setting-without-effect", "setting-without-effect"]);
  });

  it("is told when nothing keeps two nodes from one mirror", () => {
    const { problems } = check(without("", "resource m scsi/netraid /dev/sdb1 { servers a 1, b 10 }"));
    assert.deepEqual(
      problems.map((problem) => problem.code),
      ["no-fencing"],
    );
  });

  it("is offered when nobody says that the package is there, and ends the matter", async () => {
    const { afterEdits } = await import("./checkExample.ts");
    const example = pair("LCMHBEATTIME=7\n");
    const [problem] = check(example).problems;
    assert.equal(problem?.severity, "warning");
    const after = afterEdits(example, problem?.fixes[0]?.edits ?? []);
    assert.match(after["cluster.lk"] ?? "", /platform physical\n {2}quorum-package none\n/);
    assert.equal(told(check(after).problems), "");
  });

  it("is an error with too few nodes when the file says that the package is there", () => {
    const { problems } = check(pair("LCMHBEATTIME=7\n", { extra: "quorum-package installed" }));
    assert.equal(problems[0]?.severity, "error");
  });
});

describe("a parameter that must agree", () => {
  it("is an error where the manual says so, and a warning where that only follows", () => {
    const severityOf = (set: string) =>
      check(trio("", { b: `set ${set}` })).problems.find(({ code }) => code === "nodes-must-agree")?.severity;
    assert.equal(severityOf("LCMHBEATTIME = 7"), "error");
    assert.equal(severityOf("API_SSL_PORT = 1778"), "warning");
  });
});

describe("a reserved disk whose reservations are switched off", () => {
  it("is as open as one without", () => {
    const disk = "resource lun scsi/disk 1 { servers a 1, b 10 reserved }";
    const codes = (settings: string) =>
      check(pair(`QUORUM_MODE=none\nWITNESS_MODE=none\n${settings}`, { extra: disk })).problems.map(({ code }) => code);
    assert.ok(!codes("").includes("no-fencing"));
    assert.ok(codes("RESERVATIONS=none\n").includes("no-fencing"));
  });
});

describe("automatic switchback", () => {
  it("is told to be without effect over HANA, too", () => {
    const hana = "resource hdb database/hana HDB00 { servers a 1, b 10 switchback automatic }";
    const codes = check(trio(hana)).problems.map(({ code }) => code);
    assert.ok(codes.includes("mirror-switchback"));
  });
});
