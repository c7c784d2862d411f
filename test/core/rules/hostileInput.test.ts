// Half a file, a slip in a file, nonsense in a file: problems with places, never an exception.

import assert from "node:assert/strict";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { checkCluster, checkDefaults } from "@lkcluster/core/rules/check.ts";
import { pair, storageQuorum, trio } from "@lkcluster/core/rules/example.ts";
import { parseJsonWithPlaces } from "@lkcluster/core/rules/jsonPlaces.ts";
import { parseSettings } from "@lkcluster/core/rules/settings.ts";
import fc from "fast-check";

const whole = trio(
  'domain rack { a, office }\nhost gw:443\nstorage disk { reached-by a, b }\nresource app gen/app {\n  servers a 1, b 10\n  switchback automatic on a\n  temporal-recovery 3 in 30m\n  info "x"\n  resource /data gen/filesys /data {\n    resource mirror scsi/netraid /dev/sdb { mode synchronous }\n  }\n}\nresource other gen/app { uses app }',
  { defaults: 'QUORUM_HOSTS=a:1, b:2\nQWK_STORAGE_OBJECT_a-b="/x"\nLCMHBEATTIME = 1 # x\n' },
);

function assertPlaces(example: Readonly<Record<string, string>>): void {
  const { problems } = checkCluster(filesOf(example), "cluster.lk");
  for (const problem of problems) {
    const places = [problem, ...problem.related, ...problem.fixes.flatMap((fix) => fix.edits)];
    for (const { file, span } of places) {
      const text = example[file];
      assert.ok(text !== undefined, `${problem.code} speaks of ${file}`);
      assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, `${problem.code} in ${file}`);
    }
  }
}

describe("hostile input", () => {
  it("every beginning of a cluster file gives problems inside it", () => {
    const text = whole["cluster.lk"] ?? "";
    for (let end = 0; end <= text.length; end++) assertPlaces({ ...whole, "cluster.lk": text.slice(0, end) });
  }).timeout(60_000);

  it("every slip of one character in a parameter file gives problems inside it", () => {
    const text = whole["LifeKeeper"] ?? "";
    for (let at = 0; at <= text.length; at++) {
      for (const char of ["", "=", "#", '"', "\n", "\0", "　"]) {
        assertPlaces({ ...whole, LifeKeeper: text.slice(0, at) + char + text.slice(at + 1) });
      }
    }
  }).timeout(60_000);

  it("shuffled lines of both files give problems inside them", () => {
    const lines = (whole["cluster.lk"] ?? "").split("\n");
    fc.assert(
      fc.property(fc.shuffledSubarray(lines), fc.string(), (some, noise) => {
        assertPlaces({ "cluster.lk": some.join("\n"), LifeKeeper: `${storageQuorum}${noise}` });
      }),
      { numRuns: 150, seed: 7 },
    );
  }).timeout(60_000);

  it("resources nested deeper than any stack are answered", () => {
    const deep = "resource r gen/app { ".repeat(20_000);
    assertPlaces({ "cluster.lk": `cluster c { ${deep}`, LifeKeeper: "" });
  });

  it("a long circle of resources is answered", () => {
    const ring = Array.from({ length: 200 }, (_, at) => `resource r${at} gen/app { uses r${(at + 1) % 200} }`);
    const { problems } = checkCluster(filesOf({ "cluster.lk": `cluster c {\n${ring.join("\n")}\n}` }), "cluster.lk");
    assert.equal(problems.filter((problem) => problem.code === "resource-cycle").length, 1);
  });

  it("any text as parameter file alone, and as settings", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        checkDefaults(filesOf({ LifeKeeper: text }), "LifeKeeper");
        const { problems } = parseSettings({ file: "lkcluster.json", text, version: 1 }, []);
        for (const { span } of problems)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it("JSON is read as JSON.parse reads it, and refused where it refuses", () => {
    fc.assert(
      fc.property(fc.json(), (text) => assert.ok("value" in parseJsonWithPlaces(text), text)),
      { numRuns: 200, seed: 7 },
    );
    for (const text of ["", "{", "[1,]", '{"a":}', '{"a":1,}', "01", "nul", '"\\x"', "{} x", `${"[".repeat(5000)}`]) {
      assert.ok("brokenAt" in parseJsonWithPlaces(text), text.slice(0, 20));
    }
  });

  it("a pair whose file is a megabyte of one name is answered", () => {
    assertPlaces(pair(`${"Q".repeat(900_000)}=1\n`));
  });
});
