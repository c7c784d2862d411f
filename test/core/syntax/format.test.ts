// Formatting: one layout, idempotent, comments kept, meaning unchanged.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatCluster } from "@lkcluster/core/syntax/cluster/format.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { formatDefaults } from "@lkcluster/core/syntax/defaults/format.ts";
import { parseDefaults } from "@lkcluster/core/syntax/defaults/parse.ts";
import fc from "fast-check";
import { withoutSpans } from "../../support/withoutSpans.ts";

const root = join(import.meta.dirname, "../../..");

function files(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".lk"))
    .map((entry) => join(entry.parentPath, entry.name));
}

function assertSameMeaning(before: string, after: string): void {
  assert.deepEqual(
    withoutSpans(parseCluster("", after).tree),
    withoutSpans(parseCluster("", before).tree),
    `formatting changed the meaning of:\n${before}\nto:\n${after}`,
  );
  const comments = (text: string): readonly string[] =>
    text.match(/(?<=^|[\s{},=])#.*/g)?.map((each) => each.trimEnd()) ?? [];
  assert.deepEqual(comments(after), comments(before), `formatting changed comments of:\n${before}\nto:\n${after}`);
  assert.equal(formatCluster(after), after, `formatting twice differs for:\n${before}`);
}

describe("formatting a cluster file", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      "indents by depth and puts each statement on its line",
      "cluster c {\nnode a {\naddress 10.0.0.1 set X=1\n}\n}",
      "cluster c {\n  node a {\n    address 10.0.0.1\n    set X = 1\n  }\n}\n",
    ],
    [
      "keeps a block on one line, with two blanks between its statements",
      "cluster c {\n  node a {address 10.0.0.1 set X=a:80,b:443}\n}",
      "cluster c {\n  node a { address 10.0.0.1  set X = a:80,b:443 }\n}\n",
    ],
    [
      "breaks a block that does not fit",
      `cluster c {\n  resource ${"a".repeat(60)} gen/app { info "${"b".repeat(40)}" uses x }\n}`,
      `cluster c {\n  resource ${"a".repeat(60)} gen/app {\n    info "${"b".repeat(40)}"\n    uses x\n  }\n}\n`,
    ],
    ["writes empty blocks as {}", 'cluster c {\n}\nscenario "s" { }', 'cluster c {}\n\nscenario "s" {}\n'],
    [
      "keeps comments where they are",
      "# top\ncluster c { # open\n\n\n# own line\nnetwork n    # behind\n# last\n}\n# end",
      "# top\ncluster c {  # open\n\n  # own line\n  network n  # behind\n  # last\n}\n\n# end\n",
    ],
    [
      "keeps one blank line and no more",
      "cluster c {\n\n  network a\n\n\n\n  network b\n\n}",
      "cluster c {\n  network a\n\n  network b\n}\n",
    ],
    [
      "joins a statement that was broken over lines, unless a comment stands in it",
      "cluster c {\n  domain d {\n    a,\n    b\n  }\n  path a\n    <-> b { tcp 1 <->   2 priority 1 }\n  resource r gen/app {\n    servers a 1, # first\n      b 2\n  }\n}",
      "cluster c {\n  domain d {\n    a, b\n  }\n  path a <-> b { tcp 1 <-> 2 priority 1 }\n  resource r gen/app {\n    servers a 1,  # first\n      b 2\n  }\n}\n",
    ],
    [
      "lines up the columns of neighbouring rows of one kind",
      "cluster c {\n  node prim { address 10.0.1.10 }\n  node b { address 10.0.2.100 set X = 1 }\n  witness w { address 10.0.3.10 }\n\n  path prim <-> b { tcp 10.0.1.10 <-> 10.0.2.100 priority 1 }\n  path b <-> w { tcp 10.0.2.100 <-> 10.0.3.10 on lan priority 2 }\n}",
      "cluster c {\n  node prim { address 10.0.1.10 }\n  node b    { address 10.0.2.100  set X = 1 }\n  witness w { address 10.0.3.10 }\n\n  path prim <-> b { tcp 10.0.1.10  <-> 10.0.2.100 priority 1 }\n  path b    <-> w { tcp 10.0.2.100 <-> 10.0.3.10  on lan priority 2 }\n}\n",
    ],
    [
      "lines up names and values of `set`, but neither lists nor values with commas",
      "cluster c {\n  domain az-long { a, lan }\n  domain b { bbb, lan }\n  node a {\n    set QUORUM_HOSTS = a:80,b:443\n    set WITNESS_MODE   =   none\n    set X = 1\n  }\n}",
      "cluster c {\n  domain az-long { a, lan }\n  domain b       { bbb, lan }\n  node a {\n    set QUORUM_HOSTS = a:80,b:443\n    set WITNESS_MODE = none\n    set X            = 1\n  }\n}\n",
    ],
    [
      "lines up nothing across a blank line, a comment or a block of several lines",
      "cluster c {\n  node long-name { address 1 }\n\n  node b { address 1 }\n  # note\n  node ccc { address 1 }\n  node dd {\n    address 1\n  }\n  node e { address 1 }\n}",
      "cluster c {\n  node long-name { address 1 }\n\n  node b { address 1 }\n  # note\n  node ccc { address 1 }\n  node dd {\n    address 1\n  }\n  node e { address 1 }\n}\n",
    ],
    [
      "lines up the comments behind neighbouring lines",
      "cluster c {\n  lifekeeper 9.9.0 # version\n  platform aws # where\n  network lan\n  network b # alone\n}",
      "cluster c {\n  lifekeeper 9.9.0  # version\n  platform aws      # where\n  network lan\n  network b  # alone\n}\n",
    ],
    [
      "counts two columns for a full-width character",
      "cluster c {\n  node 本番 { address 1 }\n  node b { address 1 }\n}",
      "cluster c {\n  node 本番 { address 1 }\n  node b    { address 1 }\n}\n",
    ],
    [
      "lines up nothing that would need too many blanks or too long a line",
      `cluster c {\n  node ${"a".repeat(40)} { address 1 }\n  node b { address 1 }\n\n  network n\n  resource ${"a".repeat(30)} gen/app { info "x" }\n  resource b gen/app { info "${"y".repeat(60)}" }\n}`,
      `cluster c {\n  node ${"a".repeat(40)} { address 1 }\n  node b { address 1 }\n\n  network n\n  resource ${"a".repeat(30)} gen/app { info "x" }\n  resource b gen/app { info "${"y".repeat(60)}" }\n}\n`,
    ],
    [
      "leaves the steps of a scenario as sentences",
      'cluster c {}\n\nscenario "s" {\n  expect quorum on a\n  expect no quorum on bb\n  cut a <-> bb\n  cut long <-> b\n}',
      'cluster c {}\n\nscenario "s" {\n  expect quorum on a\n  expect no quorum on bb\n  cut a <-> bb\n  cut long <-> b\n}\n',
    ],
    [
      "puts requirements on a line of their own",
      'cluster c {}\nscenario "s" { requirement  A-11 ,A-12\n crash a }\nprove "p" { requirement A-11 never outage }',
      'cluster c {}\n\nscenario "s" {\n  requirement A-11, A-12\n  crash a\n}\n\nprove "p" { requirement A-11  never outage }\n',
    ],
    ["keeps CRLF", "cluster c {\r\nnetwork a\r\n}\r\n", "cluster c {\r\n  network a\r\n}\r\n"],
    ["leaves a file with errors alone", "cluster c {\nnode\n}", "cluster c {\nnode\n}"],
    ["leaves an empty file alone", "", ""],
  ];
  for (const [title, before, after] of cases) it(title, () => assert.equal(formatCluster(before), after));

  for (const file of files("samples")) {
    it(`${file.slice(root.length + 1)} is laid out as the formatter would`, () => {
      const text = readFileSync(file, "utf8");
      assert.equal(formatCluster(text), text);
    });
  }

  for (const file of [...files("samples"), ...files("test/published")]) {
    it(`${file.slice(root.length + 1)} keeps its meaning and its comments`, () => {
      const text = readFileSync(file, "utf8");
      assertSameMeaning(text, formatCluster(text));
    });
  }

  it("any cluster keeps its meaning and its comments, however its white space is torn", () => {
    const blank = fc.constantFrom(" ", "  ", "\n", "\n\n\n", "\t", " # note\n", "\n# note } {\n  ", "\u3000");
    fc.assert(
      fc.property(fc.array(blank, { minLength: 200, maxLength: 200 }), (blanks) => {
        let next = 0;
        const torn = wholeGrammar.replace(/\s+/g, () => blanks[next++ % blanks.length] ?? " ");
        if (parseCluster("", torn).problems.length > 0) return;
        assertSameMeaning(torn, formatCluster(torn));
      }),
      { seed: 20260102, numRuns: 200 },
    );
  });
});

describe("formatting rows", () => {
  /** Names and numbers of any width, on rows of every kind, with and without what may be left out. */
  const name = fc.constantFrom("a", "bb", "node-three", "本番機", "ﾊﾝ", `"with blank"`, "x".repeat(45));
  const comment = fc.constantFrom("", "", " # c", " # ほか # more");
  const row = fc.oneof(
    fc.tuple(name, name).map(([a, b]) => `node ${a} { address ${b} }`),
    fc.tuple(name, name, name).map(([a, b, c]) => `path ${a} <-> ${b} { tcp ${c} <-> 2 priority 1 }`),
    fc.tuple(name, name).map(([a, b]) => `path ${a} <-> ${b} { tcp 1 <-> 22 on ${b} }`),
    fc.tuple(name, name).map(([a, b]) => `domain ${a} { ${b}, ${a} }`),
    fc.tuple(name, name).map(([a, b]) => `resource ${a} gen/app ${b}`),
    fc.tuple(name, name).map(([a, b]) => `resource ${a} gen/filesys { servers ${b} 1, ${a} 10 }`),
    fc.tuple(name, name).map(([a, b]) => `node ${a} {\n set A = ${b}\n set LONGER = a,${b} \n}`),
    fc.constantFrom("network lan", "# note", "", "platform aws", "host a:1 on lan", "host abc:443"),
  );

  it("keeps meaning and comments, is the same twice, and ends no line with a blank", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(row, comment), { maxLength: 12 }), (rows) => {
        const text = `cluster c {\n${rows.map(([line, end]) => line + end).join("\n")}\n}\n`;
        if (parseCluster("", text).problems.some(({ severity }) => severity === "error")) return;
        const formatted = formatCluster(text);
        assertSameMeaning(text, formatted);
        assert.doesNotMatch(formatted, /[ \t]$/m);
      }),
      { seed: 20260104, numRuns: 500 },
    );
  });
});

const wholeGrammar = `cluster c { lifekeeper 9.9.0 platform aws defaults "etc/default/LifeKeeper" network lan domain d { a, lan }
 node a { address 10.0.0.1 ssh "x" set QUORUM_HOSTS = a:80,b:443 stonith } witness w { set WITNESS_MODE = none }
 path a <-> w { tcp 1 <-> 2 on lan priority 1 tty /dev/a <-> /dev/b } storage s { reached-by a, w on lan } host h:1 on lan
 resource app gen/app { servers a 1, w 10 resource /data gen/filesys { mode synchronous } uses ip } }
 scenario "s" { requirement A-11, "b 2" given app active on a crash a and cut a <-> w partition a | w wait 5s expect no quorum on a
 expect app active on a, w within 5s } prove "p" { requirement A-11 never two-active longer than 5s up to 2 faults of crash, cut }`;

describe("formatting a parameter file", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["trims lines and adds the last line end", "  A=1  \n\tB = 2", "A=1\nB = 2\n"],
    ["keeps one blank line and no more", "\n\nA=1\n\n\n\nB=2\n\n", "A=1\n\nB=2\n"],
    [
      "lines up the comments behind neighbouring values, and changes nothing inside of a line",
      "A=1 # one\nLONGER = 'x # y'     # two\n# own line\nB=2 # three\nC=3\nD= # off",
      "A=1               # one\nLONGER = 'x # y'  # two\n# own line\nB=2  # three\nC=3\nD=  # off\n",
    ],
    [
      "lines up no comment that would be far from its value",
      `A=1 # one\nB=${"x".repeat(40)} # two`,
      `A=1  # one\nB=${"x".repeat(40)}  # two\n`,
    ],
    ["keeps CRLF", "A=1 \r\nB=2", "A=1\r\nB=2\r\n"],
    ["leaves nothing of a blank file", " \n \n", ""],
  ];
  for (const [title, before, after] of cases) it(title, () => assert.equal(formatDefaults(before), after));

  it("any file keeps its assignments and comments", () => {
    const text = fc.array(
      fc.constantFrom(
        "A=1",
        " B = 2 ",
        "# c",
        "",
        "  ",
        "LONG_NAME=value # d",
        "D= # e",
        "C='x # y' # z",
        "umask 022",
        "a b",
      ),
    );
    fc.assert(
      fc.property(text, fc.constantFrom("\n", "\r\n", "\r"), (lines, lineEnd) => {
        const before = lines.join(lineEnd);
        const after = formatDefaults(before);
        assert.deepEqual(meaning(after), meaning(before));
        assert.equal(formatDefaults(after), after);
      }),
      { seed: 20260103, numRuns: 300 },
    );
  });
});

function meaning(text: string): unknown {
  const { lines } = parseDefaults("", text).tree;
  return withoutSpans(lines.filter((line) => line.kind !== "blank" || line.comment !== undefined));
}
