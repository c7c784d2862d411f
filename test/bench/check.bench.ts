// How long a check takes after a keystroke, on the samples and on a cluster of 32 nodes with 200 resources.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type FileSet, filesOf } from "@lkcluster/core/model/fileSet.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";

const nodes = Array.from({ length: 32 }, (_, index) => `n${index + 1}`);

function large(): string {
  const paths = nodes.flatMap((right, at) =>
    nodes
      .slice(0, at)
      .map(
        (left, from) =>
          `path ${left} <-> ${right} { tcp 10.0.${from}.1 <-> 10.0.${at}.1 on office priority 1 tcp 10.1.${from}.1 <-> 10.1.${at}.1 on private priority 2 }`,
      ),
  );
  const resources = Array.from(
    { length: 40 },
    (_, at) =>
      `resource app${at} gen/app { servers n${(at % 32) + 1} 1, n${((at + 1) % 32) + 1} 10\n resource ip${at} comm/ip 10.9.${at}.1\n resource /d${at} gen/filesys /d${at} { resource m${at} scsi/netraid /dev/sd${at} }\n resource sub${at} gen/app }`,
  );
  return `cluster large {\nlifekeeper 9.9.0\ndefaults "LifeKeeper"\nnetwork office\nnetwork private\n${nodes
    .map((name, at) => `node ${name} { set LCMPORT = ${2000 + at} }`)
    .join("\n")}\n${paths.join("\n")}\n${resources.join("\n")}\n}\n`;
}

function measure(name: string, files: FileSet, file: string): void {
  const text = files.read(file)?.text ?? "";
  const times: Record<string, number[]> = { parse: [], lower: [], whole: [] };
  for (let round = 0; round < 30; round++) {
    const start = performance.now();
    const parsed = parseCluster(file, text);
    const afterParse = performance.now();
    lowerCluster(parsed, files);
    const afterLower = performance.now();
    checkCluster(files, file);
    const end = performance.now();
    times["parse"]?.push(afterParse - start);
    times["lower"]?.push(afterLower - afterParse);
    times["whole"]?.push(end - afterLower);
  }
  const median = (values: readonly number[] = []): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const [parse, lower, whole] = ["parse", "lower", "whole"].map((key) => median(times[key]));
  process.stdout.write(
    `${name}: parse ${parse?.toFixed(2)} ms, lower ${lower?.toFixed(2)} ms, whole check ${whole?.toFixed(2)} ms, ` +
      `of which rules ${((whole ?? 0) - (parse ?? 0) - (lower ?? 0)).toFixed(2)} ms\n`,
  );
}

for (const { name: sample } of readdirSync("samples", { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const folder = join("samples", sample);
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".lk"))) {
    const file = join(folder, name);
    const read = (path: string): { file: string; text: string; version: number } | undefined => {
      try {
        return { file: path, text: readFileSync(path, "utf8"), version: 1 };
      } catch {
        return undefined;
      }
    };
    measure(file, { read }, file);
  }
}
measure(
  "32 nodes, 200 resources",
  filesOf({ "large.lk": large(), LifeKeeper: "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n" }),
  "large.lk",
);
