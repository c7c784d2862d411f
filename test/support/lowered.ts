// A cluster from its text, for tests that need one and not its problems.

import { deepEqual } from "node:assert/strict";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";

/** `body` is what stands between the braces of `cluster`. */
export function clusterWith(body: string): Cluster {
  const parsed = parseCluster("test.lk", `cluster test {\n${body}\n}`);
  deepEqual(parsed.problems, []);
  const { cluster, problems } = lowerCluster(parsed, filesOf({}));
  deepEqual(problems, []);
  if (cluster === undefined) throw new Error("the text holds no cluster");
  return cluster;
}

export interface Shape {
  readonly servers: number;
  readonly witnesses?: number;
  readonly linksPerPair?: number;
  /** `set` lines of every node. */
  readonly settings?: string;
  readonly resource?: string;
  readonly more?: string;
}

/** Servers `A`, `B`, … and witness-only nodes `W1`, …; every pair has paths; one hierarchy `app`. */
export function clusterOf(shape: Shape): Cluster {
  const servers = Array.from({ length: shape.servers }, (_, index) => String.fromCharCode(65 + index));
  const witnesses = Array.from({ length: shape.witnesses ?? 0 }, (_, index) => `W${index + 1}`);
  const names = [...servers, ...witnesses];
  const links = Array.from(
    { length: shape.linksPerPair ?? 1 },
    (_, index) => `tcp 10.0.${index}.1 <-> 10.0.${index}.2`,
  );
  const paths = names.flatMap((a, index) =>
    names.slice(index + 1).map((b) => `path ${a} <-> ${b} { ${links.join(" ")} }`),
  );
  const priorities = servers.map((name, index) => `${name} ${index * 10 + 1}`).join(", ");
  return clusterWith(`
    lifekeeper 9.9.0
    ${servers.map((name) => `node ${name} { ${shape.settings ?? ""} }`).join("\n")}
    ${witnesses.map((name) => `witness ${name} { ${shape.settings ?? ""} }`).join("\n")}
    ${paths.join("\n")}
    ${shape.more ?? ""}
    resource app gen/app { servers ${priorities} ${shape.resource ?? ""} }
  `);
}
