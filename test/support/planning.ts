// The only code of the plan tests that makes clusters and facts; below it are lists of cases.

import assert from "node:assert/strict";
import type { CheckedCluster } from "@lkcluster/core/model/cluster.ts";
import { type FileSet, filesOf } from "@lkcluster/core/model/fileSet.ts";
import type { DeploymentPlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { makePlan, type PlanInput } from "@lkcluster/core/plan/makePlan.ts";
import type { NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import { pumped } from "@lkcluster/core/prove/runProof.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { bytesOfText } from "@lkcluster/core/text/byteText.ts";

/** Two nodes and a witness, `set` lines per node, and a shared parameter file. */
export function clusterOf(
  shared: string,
  set: Readonly<Record<string, string>> = {},
  paths: 1 | 2 = 2,
  type = "gen/app",
): { readonly cluster: CheckedCluster; readonly files: FileSet } {
  const node = (kind: string, name: string): string => `  ${kind} ${name} { ${set[name] ?? ""} }`;
  const links = (a: number, b: number): string =>
    [0, 1]
      .slice(0, paths)
      .map((net) => `tcp 10.${net}.0.${a} <-> 10.${net}.0.${b}`)
      .join(" ");
  const text = `cluster c {
  lifekeeper 9.9.0
  defaults "LifeKeeper.lkdefaults"
${node("node", "alpha")}
${node("node", "beta")}
${node("witness", "wit")}
  path alpha <-> beta { ${links(1, 2)} }
  path alpha <-> wit { ${links(1, 3)} }
  path beta <-> wit { ${links(2, 3)} }
  resource app ${type} { servers alpha 1, beta 10 }
}
`;
  const files = filesOf({ "/c.lk": text, "/LifeKeeper.lkdefaults": shared });
  const { checked, problems } = checkCluster(files, "/c.lk");
  assert.ok(
    checked,
    `the cluster of the test has errors: ${JSON.stringify(problems.map(({ message }) => message.en))}`,
  );
  return { cluster: checked, files };
}

export function factsOf(node: string, content: string | undefined, more: Partial<NodeFacts> = {}): NodeFacts {
  return {
    node,
    target:
      content === undefined
        ? { kind: "absent" }
        : { kind: "file", content: bytesOfText(content), attributes: "-rw-r--r-- 0 0", behindLink: undefined },
    lifekeeper: "running",
    status: undefined,
    lifekeeperName: node,
    unfinished: undefined,
    generations: [],
    journal: [],
    ...more,
  };
}

export function planOf(
  shared: string,
  facts: readonly NodeFacts[],
  more: Partial<PlanInput> & {
    readonly set?: Readonly<Record<string, string>>;
    readonly paths?: 1 | 2;
    readonly type?: string;
  } = {},
): DeploymentPlan {
  const { set, paths, type, ...rest } = more;
  return pumped(
    makePlan({
      ...clusterOf(shared, set ?? { wit: "set WITNESS_MODE = none" }, paths, type),
      facts,
      mode: "merge",
      activate: false,
      ignoreProofs: false,
      ...rest,
    }),
  );
}
