// lkcluster availability: the figures as a reader gets them, in every format, and what it refuses.

import { deepEqual, equal, match, ok } from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { widthOf } from "../../cli/src/output/paint.ts";
import { pair, pairDefaults } from "../core/prove/provedCluster.ts";
import { runCli } from "./runCli.ts";

describe("lkcluster availability", () => {
  let directory = "";
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "lkcluster-availability-"));
    writeFileSync(join(directory, "pair.lk"), pair);
    writeFileSync(join(directory, "LifeKeeper"), pairDefaults);
  });
  afterEach(() => rmSync(directory, { recursive: true }));
  const run = (...args: readonly string[]) => runCli(["availability", ...args], { directory });

  it("tells for each fault how long clients miss what, and that nothing alone is enough", async () => {
    const { exitCode, output } = await run("pair.lk");
    equal(exitCode, 0);
    match(output, /10 s {6}15 s \+ start {3}A crashes {2}→ B/);
    match(output, /0 s {7}120 s \+ start {2}app fails on A {2}→ B/);
    match(output, /Single points of failure\n {2}None of these kinds/);
    match(output, /Every single fault was followed/);
  });

  it("tells the smallest sets of two", async () => {
    const { output } = await run("pair.lk", "--faults", "2", "--of", "crash,cut");
    match(output, /2 faults together\n(?:.*\n)* {2}app: split brain {2}path 1 between A and B is cut \+ path 2/);
    match(output, /app: stays out of service \(no server is left\) {2}A crashes \+ B crashes/);
  });

  it("fits the terminal in both languages", async () => {
    for (const lang of ["en", "ja"]) {
      const { output } = await runCli(["availability", "pair.lk", "--faults", "2", "--lang", lang], {
        directory,
        columns: 50,
      });
      deepEqual(
        output.split("\n").filter((line) => widthOf(line) > 50),
        [],
      );
    }
  });

  it("writes Markdown and JSON with a schedule for each longest time", async () => {
    match(
      (await run("pair.lk", "--format", "markdown")).output,
      /\| app \| 10 s \| 15 s \+ start \| A crashes \| B \|/,
    );
    const { files } = JSON.parse((await run("pair.lk", "--of", "crash", "--format", "json")).output);
    deepEqual(files[0].away, [
      {
        faults: ["crash A"],
        hierarchy: "app",
        mayGoOn: false,
        leastMs: 10_000,
        most: {
          ms: 15_000,
          bounded: true,
          thenApplicationsStart: true,
          assumes: [],
          servedBy: ["B"],
          schedule: [{ atMs: 0, fault: "crash A" }],
        },
        staysAway: null,
        complete: true,
      },
    ]);
  });

  it("says what it did not follow", async () => {
    const { output } = await run("pair.lk", "--faults", "4", "--time-max", "1");
    ok(/Every set of up to 4 faults was followed|Not finished: \d+ sets/.test(output), output);
  });

  it("takes no beginning that leaves a choice open", async () => {
    const disk = pair.replace("resource app gen/app {", "resource app scsi/disk {\n    reserved");
    writeFileSync(join(directory, "disk.lk"), disk);
    const open = await run("disk.lk", "--after", "cut A <-> B");
    equal(open.exitCode, 2);
    match(open.errors, /after "cut A <-> B" two nodes contend for app/);
    equal((await run("disk.lk", "--after", "hold-reservation app cut A <-> B")).exitCode, 0);
  });

  it("refuses what it cannot read", async () => {
    for (const [args, reason] of [
      [["pair.lk", "--faults", "5"], /--faults takes a whole number from 1 to 4/],
      [["pair.lk", "--of", "earthquake"], /there is no kind of fault called "earthquake"/],
      [["pair.lk", "--time-max", "soon"], /--time-max takes a whole number/],
      [["nowhere.lk"], /nowhere\.lk/],
    ] as const) {
      const { exitCode, errors } = await run(...args);
      equal(exitCode, 2);
      match(errors, reason);
    }
  });
});

describe("lkcluster maintenance", () => {
  it("does not pass what it found for all there is", async () => {
    const directory = mkdtempSync(join(tmpdir(), "lkcluster-maintenance-"));
    try {
      // A crash among sixteen nodes goes in more ways than anybody follows; a resource that fails does not.
      const names = Array.from({ length: 16 }, (_, at) => `n${at}`);
      const paths = names.flatMap((a, at) =>
        names.slice(at + 1).map((b) => `path ${a} <-> ${b} { tcp ${a} <-> ${b} }`),
      );
      const text = [
        ...names.map((name) => `node ${name} {}`),
        ...paths,
        "resource app gen/app { servers n0 1, n1 2, n2 3 }",
        "resource web gen/web { servers n3 1, n4 2 }",
      ];
      writeFileSync(join(directory, "many.lk"), `cluster many {\n${text.join("\n")}\n}\n`);
      const { output } = await runCli(["maintenance", "many.lk", "--of", "crash,resource"], { directory });
      match(
        output,
        / n4\n {3}Nothing runs there\.\n {3}Not covered meanwhile:\n(?: {3}- .*\n)+ {3}Not finished: there may be more\./,
      );
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it("prints a round that can be simulated as it stands", async () => {
    const directory = mkdtempSync(join(tmpdir(), "lkcluster-maintenance-"));
    try {
      writeFileSync(join(directory, "pair.lk"), pair);
      writeFileSync(join(directory, "LifeKeeper"), pairDefaults);
      const { exitCode, output } = await runCli(["maintenance", "pair.lk"], { directory });
      equal(exitCode, 0);
      match(output, /1\. B\n {3}Nothing runs there\.\n {3}Not covered meanwhile:\n {3}- app: stays out of service/);
      match(output, /2\. A\n {3}First bring app in service on B/);
      const steps = /replay: lkcluster simulate pair\.lk --do "(.*)"/.exec(output)?.[1] ?? "";
      const replayed = await runCli(["simulate", "pair.lk", "--do", steps], { directory });
      match(replayed.output, /app: A OSU, B ISP/);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
