// What nodes print, in pieces that tests of the import put together, and what comes out of it. Names and addresses are ours.

import assert from "node:assert/strict";
import { importCluster } from "@lkcluster/core/adopt/importCluster.ts";
import type { Source } from "@lkcluster/core/adopt/joinNodes.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { formatCluster } from "@lkcluster/core/syntax/cluster/format.ts";

export type Given = string | (Partial<Source> & { readonly output: string });

export function sourcesOf(given: readonly Given[]): readonly Source[] {
  return given.map((each, at) => ({
    label: `out${at + 1}`,
    name: undefined,
    ssh: undefined,
    parameters: undefined,
    ...(typeof each === "string" ? { output: each } : each),
  }));
}

/** The body of the cluster block, and the notes without those that every import has. */
export function imported(...given: readonly Given[]): { readonly body: string; readonly notes: readonly string[] } {
  const made = importCluster("c", sourcesOf(given), "en");
  assert.ok(made.kind === "imported", made.kind === "refused" ? made.reasons.map(({ en }) => en).join("\n") : "");
  const files = filesOf({ "/c.lk": made.cluster, "/etc/default/LifeKeeper": made.parameters ?? "" });
  assert.ok(checkCluster(files, "/c.lk").sound, made.cluster);
  assert.equal(formatCluster(made.cluster), made.cluster);
  const lines = made.cluster.split("\n").filter((line) => !line.startsWith("#"));
  return {
    body: lines.slice(lines.indexOf("cluster c {") + 1, lines.indexOf("}")).join("\n"),
    notes: made.notes
      .map(({ en }) => en)
      .filter((note) => !/^(?:What these commands never|No parameter file)/.test(note)),
  };
}

export function refused(...given: readonly Given[]): readonly string[] {
  const made = importCluster("c", sourcesOf(given), "en");
  assert.equal(made.kind, "refused");
  return made.kind === "refused" ? made.reasons.map(({ en }) => en) : [];
}

export const head = (first: string): string => `${first}   TAG            ID             STATE   PRIO  PRIMARY\n`;
export const short = (...rows: readonly string[]): string =>
  `${head("LOCAL")}${rows.map((row) => `${row}\n`).join("")}`;
export const pathsHead = "\nMACHINE   NETWORK   ADDRESSES/DEVICE          STATE   PRIO\n";
export const tcp = (peer: string, ends: string, priority = 1): string =>
  `${peer}     TCP       ${ends}   ALIVE      ${priority}\n`;

export const one = `${short(
  "node1   app1           application1   ISP        1  node1",
  "node1     ip1          192.0.2.1      ISP        1  node1",
  "node1     fs1          /fs1           ISP        1  node1",
  "node1       datarep1   /dev/sda       ISP        1  node1",
  "node1   app2           application2   OSU       10  node2",
)}${pathsHead}${tcp("node2", "198.51.100.1/198.51.100.2")}`;
export const two = `${short(
  "node2   app1           application1   OSU       10  node1",
  "node2     ip1          192.0.2.1      OSU       10  node1",
  "node2     fs1          /fs1           OSU       10  node1",
  "node2       datarep1   /dev/sda       OSU       10  node1",
  "node2   app2           application2   ISP        1  node2",
)}${pathsHead}${tcp("node1", "198.51.100.2/198.51.100.1")}`;
