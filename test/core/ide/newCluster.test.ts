// Whatever a user answers, the new cluster has no problem.

import assert from "node:assert/strict";
import { type NewClusterAnswers, writeNewCluster } from "@lkcluster/core/ide/newCluster.ts";
import { type Locale, locales } from "@lkcluster/core/locale/localized.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { formatCluster } from "@lkcluster/core/syntax/cluster/format.ts";

function check(answers: NewClusterAnswers, locale: Locale) {
  const written = writeNewCluster(answers, locale);
  const files = filesOf({ "new.lk": written.cluster, [written.defaultsPath]: written.defaults });
  return { written, result: checkCluster(files, "new.lk") };
}

const members = [
  ["a", "b"],
  ["db-1", "db.2", "db-3"],
  ["n1", "n2", "n3", "n4"],
];

describe("a new cluster", () => {
  for (const locale of locales) {
    for (const platform of ["physical", "vmware", "aws", "azure", "gcp", "oci"] as const) {
      for (const data of ["mirror", "shared", "none"] as const) {
        for (const nodes of members) {
          it(`has no problem: ${locale}, ${platform}, ${data}, ${nodes.length} nodes`, () => {
            const { result } = check({ name: "new", platform, nodes, data }, locale);
            assert.deepEqual(
              result.problems.map(({ code, message }) => `${code}: ${message.en}`),
              [],
            );
            assert.ok(result.checked);
          });
        }
      }
    }
  }

  it("is laid out as the formatter would", () => {
    for (const data of ["mirror", "shared", "none"] as const) {
      const { written } = check({ name: "new", platform: "aws", nodes: ["a", "b"], data }, "en");
      assert.equal(formatCluster(written.cluster), written.cluster);
      assert.doesNotMatch(written.cluster, /witness "/);
    }
  });

  it("copes with names that are words of the language or hold signs", () => {
    const { result } = check(
      { name: "my cluster", platform: "aws", nodes: ["node", "witness", "本番"], data: "none" },
      "ja",
    );
    assert.deepEqual(result.parsed.problems, []);
    assert.deepEqual(
      result.cluster?.nodes.map(({ name }) => name),
      ["node", "witness", "本番"],
    );
  });
});
