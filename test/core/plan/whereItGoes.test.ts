// Where a deployment writes stands in the plan, and what is unusual about it is a warning.

import assert from "node:assert/strict";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import type { DeploymentPlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { makePlan } from "@lkcluster/core/plan/makePlan.ts";
import type { NodeFacts, TargetFile } from "@lkcluster/core/plan/nodeFacts.ts";
import { pumped } from "@lkcluster/core/prove/runProof.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { bytesOfText } from "@lkcluster/core/text/byteText.ts";
import { factsOf } from "../../support/planning.ts";

function planFor(defaults: string, alpha: string, target: Partial<TargetFile> = {}): DeploymentPlan {
  const text = `cluster c {
  lifekeeper 9.9.0
  defaults "${defaults}"
  node alpha { ${alpha} }
  node beta { ssh "root@beta:2222" }
  path alpha <-> beta { tcp 10.0.0.1 <-> 10.0.0.2 tcp 10.1.0.1 <-> 10.1.0.2 }
  resource app gen/app { servers alpha 1, beta 10 }
}
`;
  const parameters = "LKCHECKINTERVAL=90\n";
  const files = filesOf({
    "/w/c/c.lk": text,
    "/w/c/etc/default/LifeKeeper": parameters,
    "/w/other/dotenv": parameters,
  });
  const { checked } = checkCluster(files, "/w/c/c.lk");
  assert.ok(checked);
  const held = factsOf("alpha", "X=1\n");
  const facts: readonly NodeFacts[] = [
    { ...held, target: { ...held.target, ...target } as TargetFile },
    factsOf("beta", "X=1\n"),
  ];
  return pumped(makePlan({ cluster: checked, files, facts, mode: "merge", activate: false, ignoreProofs: false }));
}

const usual = "etc/default/LifeKeeper";
const warningsOf = ({ warnings }: DeploymentPlan): string => warnings.map(({ en }) => en).join("\n");

describe("where a deployment goes", () => {
  it("stands in the plan, and the usual place is no warning", () => {
    const plan = planFor(usual, "");
    assert.deepEqual(plan.goesTo, [
      { node: "alpha", ssh: "alpha", file: "/etc/default/LifeKeeper" },
      { node: "beta", ssh: "root@beta:2222", file: "/etc/default/LifeKeeper" },
    ]);
    assert.equal(warningsOf(plan), "");
  });

  const unusual: readonly (readonly [string, DeploymentPlan, RegExp])[] = [
    [
      "another file",
      planFor(usual, 'file "/etc/cron.d/evil"'),
      /alpha: the file that is written is \/etc\/cron\.d\/evil/,
    ],
    ["a file behind a link", planFor(usual, "", { behindLink: "/srv/x" }), /alpha: .* symbolic link; .* is \/srv\/x/],
    ["a parameter file from outside", planFor("../other/dotenv", ""), /lies outside .*: \/w\/other\/dotenv/],
  ];
  for (const [title, plan, said] of unusual) {
    it(`warns of ${title}`, () => assert.match(warningsOf(plan), said));
  }
});

describe("attributes that a node cannot keep", () => {
  const lost = bytesOfText("X=1\n");
  it("are a refusal where there are some, and a warning where that cannot be told", () => {
    const target = (extras: "lost" | "unknown" | "kept") => ({ kind: "file", content: lost, extras }) as const;
    assert.match(
      planFor(usual, "", target("lost"))
        .refusals.map(({ en }) => en)
        .join(),
      /^alpha: .* ACL .* would lose/,
    );
    const unknown = planFor(usual, "", target("unknown"));
    assert.deepEqual(unknown.refusals, []);
    assert.match(warningsOf(unknown), /^alpha: cp of BusyBox/);
    assert.equal(warningsOf(planFor(usual, "", target("kept"))), "");
  });
});
