// Outputs as they reach us: between prompts, from other systems, of several nodes, damaged, of other programs.

import assert from "node:assert/strict";
import { importCluster } from "@lkcluster/core/adopt/importCluster.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import fc from "fast-check";
import { head, imported, one, pathsHead, refused, short, sourcesOf, tcp, two } from "./importing.ts";

describe("importCluster, of outputs as they are saved", () => {
  it("reads what stands between prompts, with Windows line ends, colours and no-break spaces", () => {
    const noisy = `login: root\nroot@node1:~# /opt/LifeKeeper/bin/lcdstatus -q\n\u001b[1m${one}`
      .replaceAll("\n", "\r\n")
      .replaceAll("app1  ", "app1\u00a0\u00a0")
      .concat("root@node1:~# \r\n");
    assert.equal(imported(noisy).body, imported(one).body);
  });

  it("reads a table whose lines are all followed by an empty one", () => {
    assert.equal(imported(one.replaceAll("\n", "\n\n")).body, imported(one).body);
  });

  it("reads a table that was pasted further to the right", () => {
    assert.equal(imported(one.replace(/^/gm, "    ")).body, imported(one).body);
  });

  it("reads two nodes from one text", () => {
    assert.equal(imported(one + two).body, imported(one, two).body);
    assert.equal(imported(`${one}\n${two}`).body, imported(one, two).body);
  });

  it("keeps the levels of Japanese tags and nodes", () => {
    const { body } = imported(
      `LOCAL      TAG         ID     STATE   PRIO  PRIMARY\n本番  業務        app   ISP        1  本番\n本番    データ      /data   ISP        1  本番\n`,
    );
    assert.match(body, /resource 業務 gen\/app app \{\n {4}servers 本番 1\n {4}resource データ/);
  });

  const nothing: readonly (readonly [title: string, output: string, why: RegExp])[] = [
    ["LifeKeeper is stopped", "LifeKeeper does not appear to be running.\n", /LifeKeeper does not run there/],
    ["there are headings only", short(), /no resources and no paths/],
    ["both headings stand alone", short() + pathsHead, /no resources and no paths/],
    ["the text is empty", "", /is empty/],
    ["it is a parameter file", "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n", /no output that import knows/],
    ["it is another file", "127.0.0.1 localhost\n192.0.2.1 node1\n", /no output that import knows/],
    [
      "it is of LifeKeeper for Windows",
      `${head("LOCAL")}win1    vol.E          E:             ISP        1  win1\nwin1    |----192.0.2.5   192.0.2.5   ISP   1  win1\n\nMACHINE   NETWORK   ADDRESSES/DISK   STATE   PRIO\n`,
      /LifeKeeper for Windows/,
    ],
    [
      "blanks were collapsed",
      "LOCAL TAG ID STATE PRIO PRIMARY\nsvr1 app on-svr1 ISP 1 svr1\nsvr1 /jrl1 /jrl1 ISP 1 svr1\n",
      /blanks between the columns were lost/,
    ],
  ];
  for (const [title, output, why] of nothing) {
    it(`refuses when ${title}`, () => {
      const reasons = refused(output);
      assert.equal(reasons.length, 1);
      assert.match(reasons[0] ?? "", why);
    });
  }

  it("a stopped node beside a running one is left out and told; a wrong file ends the import", () => {
    assert.match(
      imported(one, "LifeKeeper does not appear to be running.\n").notes.join("\n"),
      /out2: LifeKeeper does not run there/,
    );
    assert.match(refused(one, "nothing like it\n")[0] ?? "", /out2 is no output/);
    const overSsh = imported(one, {
      name: "node2",
      ssh: "node2",
      output: "LifeKeeper does not appear to be running.\n",
    });
    assert.match(overSsh.body, /node node2 \{\n {4}ssh "node2"/);
    assert.match(overSsh.notes.join("\n"), /LifeKeeper does not run on node2/);
  });

  it("counts the lines that it could not read", () => {
    const { notes } = imported(one.replace("ISP        1  node1\nnode1     ip1", "BROKEN     1  node1\nnode1     ip1"));
    assert.match(notes.join("\n"), /One line of out1 could not be read.*BROKEN/);
    assert.match(notes.join("\n"), /In out1 a line is missing above ip1, fs1/);
    assert.match(imported(one.slice(0, -4)).notes.join("\n"), /ends within a line/);
  });

  it("reads the lists, by their fields of known meaning alone", () => {
    const record = (...fields: readonly string[]): string => `${fields.join("\u0001")}\n`;
    const lists = [
      "# ins_list\n",
      record("alpha", "gen", "app", "shop", "shop-id", "some info", "ISP", "x", "AUTORES_ISP", "AUTOMATIC"),
      record("alpha", "scsi", "netraid", "mir", "/dev/sdb1", "", "ISP", "x", "AUTORES_ISP", "AUTOMATIC"),
      "# dep_list -c shop\n",
      record("?", "shop", "?", "mir"),
      "# eqv_list\n",
      record("alpha", "shop", "beta", "shop-b", "SHARED", "1", "10"),
      "# net_list -s beta\n",
      record("?", "198.51.100.1/198.51.100.2", "?"),
      "# sys_list\nalpha\nbeta\n",
      "# flg_list\nshutdown_switchover\n!nofailover!beta\n",
    ].join("");
    const rows = short(
      "alpha   shop           shop-id        ISP        1  alpha",
      "alpha     mir          /dev/sdb1      ISP        1  alpha",
    );
    const { body, notes } = imported(
      `# lcdstatus -q\n${rows}${pathsHead}${tcp("beta", "198.51.100.1/198.51.100.2")}${lists}`,
    );
    assert.match(body, /node alpha \{\n {4}shutdown switchover/);
    assert.match(
      body,
      /resource shop gen\/app shop-id \{\n {4}servers +alpha 1\n {4}switchback automatic\n {4}info +"some info"\n {4}resource mir scsi\/netraid \/dev\/sdb1/,
    );
    assert.doesNotMatch(notes.join("\n"), /contradict|guess/);
    assert.match(notes.join("\n"), /Flags of alpha that a cluster file does not describe: !nofailover!beta/);
    // Positions that no document gives may be any other.
    const shuffled = lists.replaceAll(
      "alpha\u0001gen\u0001app\u0001shop\u0001shop-id",
      "shop\u0001app\u0001shop-id\u0001gen\u0001alpha",
    );
    assert.equal(
      imported(`# lcdstatus -q\n${rows}${pathsHead}${tcp("beta", "198.51.100.1/198.51.100.2")}${shuffled}`).body,
      body,
    );
    const disagreeing = imported(
      `# lcdstatus -q\n${rows}${pathsHead}${tcp("beta", "198.51.100.1/198.51.100.9")}${lists}`,
    );
    assert.match(disagreeing.notes.join("\n"), /contradict each other \(paths\)/);
  });

  it("tells where nodes disagree about a dependency, and breaks a circle", () => {
    const a = short(
      "n1      a              a              ISP        1  n1",
      "n1        b            b              ISP        1  n1",
    );
    const b = short(
      "n2      a              a              OSU       10  n1",
      "n2      b              b              OSU       10  n1",
    );
    assert.match(imported(a, b).notes.join("\n"), /a needs b on n1, but not on n2/);
    const turned = short(
      "n2      b              b              OSU       10  n1",
      "n2        a            a              OSU       10  n1",
    );
    assert.match(imported(a, turned).notes.join("\n"), /needs (?:a|b), which needs (?:a|b) in turn/);
  });

  it("leaves out parameter lines that a parameter file could not hold, and says so", () => {
    const { notes } = imported({ name: "node1", output: one, parameters: "A=1\u0007\nB=2\n" }, two);
    assert.match(notes.join("\n"), /parameter file of node1 that cannot be written as they are: A/);
  });

  it("refuses an endless output instead of working through it", () => {
    const many = (row: (at: number) => string, count = 20_000): string =>
      short(...Array.from({ length: count }, (_, at) => row(at)));
    const nodes = many((at) => `n${at}      t${at}             x              ISP        1  n${at}`);
    const resources = many((at) => `n1      t${at}             x              ISP        1  n1`);
    const primaries = many((at) => `n1      t${at}             x              ISP        1  p${at}`, 2000);
    const paths = `${one}${Array.from({ length: 20_000 }, (_, at) => tcp("node2", `a${at}/b${at}`)).join("")}`;
    for (const output of [nodes, resources, primaries, paths]) {
      assert.match(refused(output)[0] ?? "", /larger than a cluster file may be/);
    }
  });

  it("takes anything without throwing, and what it writes can be parsed", () => {
    const text = fc.oneof(fc.string(), fc.constantFrom(one, two, one.replaceAll("app1", 'a"b{}#')));
    fc.assert(
      fc.property(text, text, fc.string(), (status, more, name) => {
        const sources = sourcesOf([{ name: undefined, ssh: name, output: `${status}\n${more}`, parameters: more }]);
        const made = importCluster(name, sources, "en");
        if (made.kind === "refused") return assert.ok(made.reasons.length > 0);
        const files = filesOf({ "/c.lk": made.cluster, "/etc/default/LifeKeeper": made.parameters ?? "" });
        assert.ok(checkCluster(files, "/c.lk").sound, made.cluster);
      }),
    );
  });
});
