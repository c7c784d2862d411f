// Inputs that grow in one direction each: so many nodes, paths, lines, names, wrong words. For `npm run bench growth`,
// and for the test that no list in them is too long for anything.

/** The files of one input; `a.lk` is the cluster file, `LifeKeeper` the parameter file, one of them may be missing. */
export type GrowingFiles = Readonly<Record<string, string>>;

export interface Growing {
  readonly name: string;
  /** Of which the input has about `n`. */
  readonly files: (n: number) => GrowingFiles;
  /** Where its figures begin to tell something; the others are twice and four times that. */
  readonly start: number;
}

const times = (n: number, line: (at: number) => string): string =>
  Array.from({ length: n }, (_, at) => line(at)).join("");

/** A sound cluster of three nodes, with `more` inside and `after` behind. */
function trio(more: string, after = "", defaults = ""): GrowingFiles {
  const pair = (a: string, b: string): string => `  path ${a} <-> ${b} { tcp ${a} <-> ${b} priority 1 }\n`;
  return {
    "a.lk": `cluster a {\n  lifekeeper 9.9.0\n${defaults === "" ? "" : '  defaults "LifeKeeper"\n'}  node x {}\n  node y {}\n  witness w {}\n${pair("x", "y")}${pair("x", "w")}${pair("y", "w")}  resource app gen/app { servers x 1, y 10 }\n${more}}\n${after}`,
    ...(defaults === "" ? {} : { LifeKeeper: defaults }),
  };
}

const inCluster = (line: (at: number) => string) => (n: number) => trio(times(n, line));
const behind = (line: (at: number) => string) => (n: number) => trio("", times(n, line));
const inDefaults = (line: (at: number) => string) => (n: number) => trio("", "", times(n, line));

/** Every statement of the cluster language that can be repeated, in its plain form and in forms that are wrong. */
const statements: readonly Growing[] = [
  ["nodes without paths", (at: number) => `node n${at} {}\n`],
  ["nodes with the same name", () => "node x {}\n"],
  ["witnesses", (at: number) => `witness n${at} {}\n`],
  ["networks", (at: number) => `network n${at}\n`],
  ["domains", (at: number) => `domain d${at} { x }\n`],
  ["domains of one name", () => "domain d { x }\n"],
  ["storages", (at: number) => `storage s${at} { reached-by x, y holds x }\n`],
  ["quorum hosts", (at: number) => `host h${at}:80\n`],
  ["paths of one pair", (at: number) => `path x <-> y { tcp 10.0.0.1 <-> 10.0.1.1 priority ${at} }\n`],
  ["paths to themselves", () => "path x <-> x\n"],
  ["paths to nowhere", (at: number) => `path n${at} <-> m${at}\n`],
  ["resources", (at: number) => `resource r${at} gen/app { servers x 1, y 10 }\n`],
  ["resources without servers", (at: number) => `resource r${at} gen/app\n`],
  ["resources of one name", () => "resource r gen/app\n"],
  ["file systems", (at: number) => `resource /d${at} gen/filesys /d${at} { servers x 1, y 10 }\n`],
  ["file systems of one disk", () => "resource /d gen/filesys /d { servers x 1, y 10 resource disk scsi/disk d }\n"],
  ["addresses", (at: number) => `resource i${at} comm/ip 10.0.0.1 { servers x 1, y 10 }\n`],
  ["mirrors", (at: number) => `resource m${at} scsi/netraid /dev/sd${at} { servers x 1, y 10 }\n`],
  ["defaults statements", () => 'defaults "LifeKeeper"\n'],
  ["unknown statements", (at: number) => `nonsense${at}\n`],
  ["keywords as names", () => "node node\n"],
  ["closing braces", () => "}\n"],
  ["opening braces", () => "node a {\n"],
  ["comments", (at: number) => `# comment ${at}\n`],
  ["suppressions", () => "# lkcluster-disable-next-line a b c\n"],
].map(([name, line]) => growing(name as string, inCluster(line as (at: number) => string)));

const scenarios: readonly Growing[] = [
  ["scenarios", (at: number) => `scenario "s${at}" {\n crash x\n expect app active on y within 60s\n}\n`],
  ["scenarios of one name", () => 'scenario "s" { crash x }\n'],
  ["empty scenarios", (at: number) => `scenario "s${at}" { }\n`],
  ["proofs", (at: number) => `prove "p${at}" {\n never split-brain\n up to 1 faults\n}\n`],
  ["second clusters", (at: number) => `cluster c${at} { node x {} }\n`],
].map(([name, line]) => growing(name as string, behind(line as (at: number) => string), 20));

const parameters: readonly Growing[] = [
  ["parameters given twice", () => "QUORUM_MODE=majority\n"],
  ["parameters with wrong values", () => "LCMHBEATTIME=x\n"],
  ["unknown parameters", (at: number) => `UNKNOWN_${at}=1\n`],
  ["misspelt parameters", (at: number) => `QUORUM_MODE${at}=majority\n`],
  ["storage objects", (at: number) => `QWK_STORAGE_OBJECT_n${at}=/dev/sd${at}\n`],
  ["storage objects alike", (at: number) => `QWK_STORAGE_OBJECT_n${at}=/dev/sda\n`],
  ["no assignments", () => "what is this\n"],
  ["lines with a carriage return", () => "LCMHBEATTIME=5\r\n"],
  ["lines with a carriage return alone", () => "LCMHBEATTIME=5\r"],
  ["continued lines", () => "X=\\\n"],
  ["empty lines", () => "\n"],
  ["suppressions in a parameter file", () => "# lkcluster-disable-next-line unknown-parameter\nA=1\n"],
].map(([name, line]) => growing(name as string, inDefaults(line as (at: number) => string), 1000));

/** Lists inside one statement, long words, deep trees. */
const inside: readonly Growing[] = [
  growing("set lines of a node", (n) => trio(`node z {\n${times(n, (at) => `set P${at} = 1\n`)}}\n`)),
  growing("one set line again and again", (n) => trio(`node z {\n${times(n, () => "set LCMHBEATTIME = 7\n")}}\n`)),
  growing("settings of a node", (n) => trio(`node z {\n${times(n, () => "address 10.0.0.1\n")}}\n`)),
  growing("links of a path", (n) =>
    trio(`path x <-> y {\n${times(n, (at) => `tcp 10.${at % 250}.0.1 <-> 10.0.${at % 250}.1\n`)}}\n`),
  ),
  growing("links of a path alike", (n) => trio(`path x <-> y {\n${times(n, () => "tcp x <-> y priority 1\n")}}\n`)),
  growing("members of a domain", (n) => trio(`domain d { ${times(n, () => "x, ")}y }\n`)),
  growing("strange members of a domain", (n) => trio(`domain d { ${times(n, (at) => `q${at}, `)}y }\n`)),
  growing("servers of a resource", (n) => trio(`resource r gen/app { servers ${times(n, (at) => `x ${at}, `)}y 9 }\n`)),
  growing("children of a resource", (n) =>
    trio(`resource r gen/app {\n${times(n, (at) => `resource c${at} gen/app\n`)}}\n`),
  ),
  growing("uses of a resource", (n) =>
    trio(
      `${times(n, (at) => `resource c${at} gen/app { servers x 1 }\n`)}resource r gen/app { servers x 1\n${times(n, (at) => `uses c${at}\n`)}}\n`,
    ),
  ),
  growing("a chain of uses", (n) =>
    trio(times(n, (at) => `resource c${at} gen/app { servers x 1, y 10 uses c${at + 1} }\n`)),
  ),
  growing("circles of uses", (n) =>
    trio(times(n, (at) => `resource c${at} gen/app { uses d${at} }\nresource d${at} gen/app { uses c${at} }\n`)),
  ),
  growing("steps of a scenario", (n) => trio("", `scenario "s" {\n${times(n, () => "crash x\nboot x\n")}}\n`)),
  growing("waits of a scenario", (n) => trio("", `scenario "s" {\n${times(n, () => "wait 1s\n")}}\n`)),
  growing("expectations", (n) =>
    trio("", `scenario "s" {\ncrash x\n${times(n, () => "expect app active on x within 60s\n")}}\n`),
  ),
  growing("clauses of a proof", (n) => trio("", `prove "p" {\n${times(n, () => "never split-brain\n")}}\n`), 20),
  growing("a long name", (n) => trio(`node "${"n".repeat(n * 20)}"\n`)),
  growing("a long word", (n) => trio(`${"n".repeat(n * 20)}\n`)),
  growing("an open string", (n) => trio(`node "${"\\n".repeat(n * 20)}\n`)),
  growing("backslashes", (n) => trio(`node "${"\\q".repeat(n)}"\n`)),
  growing("blanks", (n) => trio(" ".repeat(n * 50))),
  growing("backticks", (n) => trio(`node "${"`".repeat(n * 20)}"\n`)),
  growing("a long value", (n) => trio("", "", `LCMHBEATTIME=${"9".repeat(n * 20)}\n`)),
  growing("a list as a value", (n) => trio("", "", `QUORUM_HOSTS=${times(n, (at) => `h${at}:80,`)}\n`)),
  growing("a full mesh of paths", (n) => mesh(Math.round(Math.sqrt(n)))),
];

/** `n` lines in all, which is the square of the nodes. */
function mesh(nodes: number): GrowingFiles {
  const pairs = Array.from({ length: nodes }, (_, b) =>
    times(b, (a) => `path n${a} <-> n${b} { tcp n${a} <-> n${b} priority 1 }\n`),
  );
  return {
    "a.lk": `cluster a {\n${times(nodes, (at) => `node n${at} {}\n`)}${pairs.join("")}resource app gen/app { servers n0 1, n1 10 }\n}\n`,
  };
}

function growing(name: string, files: Growing["files"], start = 200): Growing {
  return { name, files, start };
}

export const allGrowing: readonly Growing[] = [...statements, ...scenarios, ...parameters, ...inside];
