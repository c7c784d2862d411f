// Clusters for the tests of proofs: read, checked, and ready to be proved, from texts in memory.

import { ok } from "node:assert/strict";
import { type FileSet, filesOf } from "@lkcluster/core/model/fileSet.ts";
import { type Proof, proofsOf, standardProofs } from "@lkcluster/core/prove/proof.ts";
import { type CheckResult, checkCluster } from "@lkcluster/core/rules/check.ts";

export const file = "a.lk";

export interface Proved {
  readonly files: FileSet;
  readonly check: CheckResult & { readonly sound: NonNullable<CheckResult["sound"]> };
  readonly proofs: readonly Proof[];
}

export function proved(text: string, others: Readonly<Record<string, string>> = {}): Proved {
  const files = filesOf({ [file]: text, ...others });
  const check = checkCluster(files, file);
  const { sound } = check;
  ok(sound !== undefined, check.problems.map(({ message }) => message.en).join("; "));
  return { files, check: { ...check, sound }, proofs: proofsOf(check.parsed.tree, file) };
}

export function standard(title: string): Proof {
  const found = standardProofs().find((proof) => proof.title.en === title);
  ok(found !== undefined, `there is no standard proof called ${title}`);
  return found;
}

/** Two servers that ask three hosts and no witness: their two paths are all that keeps them together. */
export const pair = `cluster pair {
  lifekeeper 9.9.0
  node A { address 10.0.0.1 }
  node B { address 10.0.0.2 }
  path A <-> B { tcp 10.0.1.1 <-> 10.0.1.2 tcp 10.0.2.1 <-> 10.0.2.2 }
  defaults "LifeKeeper"
  resource app gen/app { servers A 1, B 10 }
}
`;
export const pairDefaults =
  "QUORUM_MODE=tcp_remote\nWITNESS_MODE=none\nQUORUM_HOSTS=h1:80,h2:80,h3:80\nQUORUM_LOSS_ACTION=fastkill\n";

export const trio = `cluster trio {
  lifekeeper 9.9.0
  node A { address 10.0.0.1 }
  node B { address 10.0.0.2 }
  witness W { address 10.0.0.3 set WITNESS_MODE = none }
  path A <-> B { tcp 10.0.0.1 <-> 10.0.0.2 }
  path A <-> W { tcp 10.0.0.1 <-> 10.0.0.3 }
  path B <-> W { tcp 10.0.0.2 <-> 10.0.0.3 }
  resource app gen/app { servers A 1, B 10 }
}
`;

export const majorityPair = `cluster two {
  lifekeeper 9.9.0
  node A { address 10.0.0.1 }
  node B { address 10.0.0.2 }
  path A <-> B { tcp 10.0.0.1 <-> 10.0.0.2 }
  resource app gen/app { servers A 1, B 10 }
}
`;
