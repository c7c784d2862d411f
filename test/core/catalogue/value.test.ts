// Values read against their type, and the nearest name for a wrong one.

import assert from "node:assert/strict";
import { findParameter } from "@lkcluster/core/catalogue/parameters.ts";
import { clamp, readValue, type ValueReading } from "@lkcluster/core/catalogue/value.ts";
import { compareVersions, isAtLeast, isIn, parseVersion } from "@lkcluster/core/catalogue/version.ts";
import { nearest, slips } from "@lkcluster/core/text/suggest.ts";
import fc from "fast-check";

function read(line: string): ValueReading {
  const equals = line.indexOf("=");
  const found = findParameter(line.slice(0, equals));
  assert.ok(found, line);
  return readValue(found.spec, line.slice(equals + 1));
}

describe("reading a value", () => {
  const fine: readonly (readonly [string, unknown])[] = [
    ["QUORUM_MODE=off", "none"],
    ["QUORUM_MODE=storage", "storage"],
    ["NOBCASTPING=1", true],
    ["QUORUM_DEBUG=", false],
    ["LKDR_CONNECT_NBD_DURING_RESTORE=false", false],
    ["LCMPORT=0", 0],
    ["LCMPORT=1024", 1024],
    ["LCDTSPRI=-20", -20],
    ["LKDR_WAIT_FOR_PREVIOUS_SOURCE_TIMEOUT=-1", -1],
    ["QUORUM_HOSTS=myhost:80,router1:443", ["myhost:80", "router1:443"]],
    ["QUORUM_HOSTS=", []],
    ["LK_NOTIFY_ALIAS=root", ["root"]],
    ["QWK_STORAGE_OBJECT_a=/dev/sdb1", "/dev/sdb1"],
  ];
  for (const [line, expected] of fine) {
    it(`${line} means ${JSON.stringify(expected)}`, () => {
      const reading = read(line);
      const meant =
        reading.kind === "choice"
          ? reading.choice.value
          : reading.kind === "flag"
            ? reading.on
            : reading.kind === "number"
              ? reading.number
              : reading.kind === "list"
                ? reading.items
                : reading.kind === "text"
                  ? reading.text
                  : reading;
      assert.deepEqual(meant, expected);
    });
  }

  const wrong: readonly (readonly [string, Partial<Record<string, unknown>>])[] = [
    ["QUORUM_MODE=majorty", { kind: "not-a-choice", nearest: "majority" }],
    ["QUORUM_MODE=Majority", { kind: "not-a-choice", nearest: "majority" }],
    ["QUORUM_MODE=", { kind: "empty" }],
    ["QWK_STORAGE_TYPE=blok", { kind: "not-a-choice", nearest: "block" }],
    ["LCMHBEATTIME=0", { kind: "out-of-range", nearest: 1 }],
    ["LCMHBEATTIME=5s", { kind: "not-an-integer" }],
    ["FAILFASTTIMER=5.0", { kind: "not-an-integer" }],
    ["FAILFASTTIMER=0x5", { kind: "not-an-integer" }],
    ["LCMPORT=80", { kind: "out-of-range", nearest: 0 }],
    ["LCMPORT=70000", { kind: "out-of-range", nearest: 65535 }],
    ["QWK_STORAGE_HBEATTIME=11", { kind: "out-of-range", nearest: 10 }],
    ["QUORUM_HOSTS=myhost:80, router1:443", { kind: "bad-items", items: [" router1:443"] }],
    ["LK_NOTIFY_ALIAS=a@example.com, b@example.com", { kind: "bad-items", items: [" b@example.com"] }],
    ["QUORUM_HOSTS=myhost", { kind: "bad-items", items: ["myhost"] }],
    ["QUORUM_HOSTS=a:80,,b:99999", { kind: "bad-items", items: ["", "b:99999"] }],
  ];
  for (const [line, expected] of wrong) {
    it(`${line} is wrong: ${expected["kind"]}`, () => {
      const reading: Readonly<Record<string, unknown>> = { ...read(line) };
      for (const [key, value] of Object.entries(expected)) assert.deepEqual(reading[key], value, key);
    });
  }

  it("keeps a number for which no source gives a range", () => {
    assert.equal(clamp(1e9, []), 1e9);
    assert.deepEqual(read("REMOTETIMEOUT=0"), { kind: "number", number: 0 });
  });

  it("never throws, whatever is written", () => {
    const names = ["QUORUM_MODE", "LCMPORT", "QUORUM_HOSTS", "NOBCASTPING", "umask", "SAP_NFS_CHECK_DIRS"];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string({ unit: "binary" }), (name, text) => {
        assert.ok(read(`${name}=${text}`).kind);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });
});

describe("the nearest name", () => {
  it("counts a swap of neighbours as one slip, and case as none", () => {
    assert.equal(slips("COMFIRMSODEF", "CONFIRMSODEF"), 1);
    assert.equal(slips("majoirty", "majority"), 1);
    assert.equal(slips("OFF", "off"), 0);
    assert.equal(slips("", "abc"), 3);
    assert.equal(slips("kitten", "sitting"), 3);
  });

  it("is none when nothing is near, and for text that is no name", () => {
    assert.equal(nearest("zzzz", ["majority", "storage"]), undefined);
    assert.equal(nearest("x".repeat(10_000), ["majority"]), undefined);
    assert.equal(nearest("majority", []), undefined);
  });

  it("prefers the first of equals", () => {
    assert.equal(nearest("ab", ["ax", "xb"]), "ax");
  });

  it("does not depend on the order of the two texts, and is zero only for the same", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "_"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        assert.equal(slips(a, b), slips(b, a));
        assert.equal(slips(a, b) === 0, a === b);
        assert.ok(slips(a, b) <= Math.max(a.length, b.length));
      }),
      { numRuns: 1000, seed: 7 },
    );
  });
});

describe("versions", () => {
  it("are read as LifeKeeper prints them", () => {
    assert.deepEqual(parseVersion("9.9.0"), { major: 9, minor: 9, patch: 0 });
    assert.deepEqual(parseVersion("10.0"), { major: 10, minor: 0, patch: 0 });
    for (const text of ["", "9", "v9.9", "9.9.0.1", "9.x"]) assert.equal(parseVersion(text), undefined);
  });

  it("compare as numbers, not as text", () => {
    const [older, newer] = [parseVersion("9.10.0"), parseVersion("9.9.0")];
    assert.ok(older && newer && compareVersions(older, newer) > 0);
  });

  it("hold what came with one and went with another", () => {
    const version = parseVersion("9.9.0");
    assert.ok(version);
    assert.equal(isAtLeast(version, "9.9"), true);
    assert.equal(isAtLeast(version, "10.0"), false);
    assert.equal(isIn(version, { since: "9.3", until: "10.0" }), true);
    assert.equal(isIn(version, { until: "9.9.0" }), false);
    assert.equal(isIn(version, {}), true);
  });
});
