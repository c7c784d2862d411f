// What the server does with its first quiet moment goes the whole way, and comes to an end.

import assert from "node:assert/strict";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { warmUpParameters, warmUpSteps, warmUpText } from "../../server/src/warmUp.ts";

describe("warming up", () => {
  it("uses a cluster in which nothing is wrong, so that no part of the way is left out", () => {
    const check = checkCluster(filesOf({ "/u/up.lk": warmUpText, "/u/LifeKeeper": warmUpParameters }), "/u/up.lk");
    assert.deepEqual(
      check.problems.map(({ code }) => code),
      [],
    );
    assert(check.checked !== undefined);
  });

  it("comes to an end", () => {
    assert([...warmUpSteps()].length > 0);
  });
});
