// Small clusters that the rules' examples are built from: sound and supported, so that only the rule in question speaks.

import type { Example } from "./rule.ts";

/** Two nodes and a witness-only node with majority, two paths per pair; `extra` goes into the cluster block. */
export function trio(extra: string, options: TrioOptions = {}): Example {
  const version = options.version ?? "9.9.0";
  return {
    "cluster.lk": `cluster example {
  lifekeeper ${version}
  platform ${options.platform ?? "physical"}
  defaults "LifeKeeper"

  network office
  network private

  node a { address 192.0.2.11${options.a === undefined ? "" : ` ${options.a}`} }
  node b { address 192.0.2.12${options.b === undefined ? "" : ` ${options.b}`} }
  witness w { address 192.0.2.13 set WITNESS_MODE = none${options.w === undefined ? "" : ` ${options.w}`} }

  ${options.pathAB ?? `path a <-> b {\n    tcp 198.51.100.11 <-> 198.51.100.12 on private priority 1\n    tcp 192.0.2.11 <-> 192.0.2.12 on office priority 2\n  }`}
  path a <-> w {
    tcp 198.51.100.11 <-> 198.51.100.13 on private priority 1
    tcp 192.0.2.11 <-> 192.0.2.13 on office priority 2
  }
  path b <-> w {
    tcp 198.51.100.12 <-> 198.51.100.13 on private priority 1
    tcp 192.0.2.12 <-> 192.0.2.13 on office priority 2
  }
${indented(extra)}}
`,
    LifeKeeper: `QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n${options.defaults ?? ""}`,
  };
}

export interface TrioOptions {
  readonly version?: string;
  readonly platform?: string;
  /** Items of the nodes. */
  readonly a?: string;
  readonly b?: string;
  readonly w?: string;
  readonly pathAB?: string;
  /** Further lines of the parameter file. */
  readonly defaults?: string;
}

/** Two nodes; the parameter file as given. */
export function pair(defaults: string, options: PairOptions = {}): Example {
  const [a, b] = options.names ?? ["a", "b"];
  return {
    "cluster.lk": `cluster example {
  lifekeeper ${options.version ?? "9.9.0"}
  platform ${options.platform ?? "physical"}
  defaults "LifeKeeper"

  network office
  network private

  node ${a} { address 192.0.2.11${options.a === undefined ? "" : ` ${options.a}`} }
  node ${b} { address 192.0.2.12${options.b === undefined ? "" : ` ${options.b}`} }

  path ${a} <-> ${b} {
    tcp 198.51.100.11 <-> 198.51.100.12 on private priority 1
    tcp 192.0.2.11 <-> 192.0.2.12 on office priority 2
  }
${indented(options.extra ?? "")}}
`,
    LifeKeeper: defaults,
  };
}

export interface PairOptions {
  readonly version?: string;
  readonly platform?: string;
  readonly names?: readonly [string, string];
  readonly a?: string;
  readonly b?: string;
  /** Further items of the cluster. */
  readonly extra?: string;
}

/** The storage quorum of the pair `a` and `b`, whole. */
export const storageQuorum = `QUORUM_MODE=storage
WITNESS_MODE=storage
QWK_STORAGE_TYPE=block
QWK_STORAGE_OBJECT_a=/dev/disk/by-id/quorum-part1
QWK_STORAGE_OBJECT_b=/dev/disk/by-id/quorum-part2
`;

/** A quorum over three hosts without a witness check, whole. */
export const hostsQuorum = `QUORUM_MODE=tcp_remote
QUORUM_HOSTS=gateway:443,dns1:53,dns2:53
WITNESS_MODE=none
`;

/** A parameter file alone. */
export function parameters(text: string): Example {
  return { LifeKeeper: text };
}

function indented(text: string): string {
  const trimmed = text.trim();
  return trimmed === ""
    ? ""
    : `\n${trimmed
        .split("\n")
        .map((line) => (line === "" ? "" : `  ${line}`))
        .join("\n")}\n`;
}
