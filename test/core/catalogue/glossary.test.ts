// The words of the glossary and the kinds of resources: complete, the same in both languages, and found by name.

import assert from "node:assert/strict";
import { explain, explainableNames, suggestName } from "@lkcluster/core/catalogue/explain.ts";
import { explainIndex } from "@lkcluster/core/catalogue/explainIndex.ts";
import { findTerm, glossary, spellingsOf, termGroups } from "@lkcluster/core/catalogue/glossary.ts";
import { findParameter, parameters } from "@lkcluster/core/catalogue/parameters.ts";
import { findResourceKind, resourceKinds, typeOf } from "@lkcluster/core/catalogue/resourceKinds.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import fc from "fast-check";
import { differences } from "./bilingual.ts";

describe("the glossary", () => {
  it("has terms, states, events, flags, commands and kits", () => {
    const counts = Object.fromEntries(
      Object.keys(termGroups).map((group) => [group, glossary.filter((term) => term.group === group).length]),
    );
    assert.deepEqual(counts, {
      cluster: 19,
      quorum: 5,
      state: 10,
      event: 3,
      flag: 7,
      command: 36,
      operation: 15,
      message: 6,
      kit: 18,
      product: 8,
    });
  });

  it("has each id once, and finds every term by its id and its other spellings", () => {
    const ids = glossary.map((term) => term.id);
    assert.equal(new Set(ids).size, ids.length);
    for (const term of glossary) {
      assert.equal(findTerm(term.id), term);
      for (const spelling of term.also ?? []) assert.equal(findTerm(spelling), term, spelling);
    }
  });

  it("gives no spelling to two terms", () => {
    const all = glossary.flatMap((term) => spellingsOf(term));
    const twice = all.filter((spelling, at) => all.indexOf(spelling) !== at);
    assert.deepEqual(twice, []);
  });

  it("says the same in both languages", () => {
    const wrong = glossary.flatMap((term) =>
      [term.name, term.text].flatMap((text) => differences(text).map((difference) => `${term.id}: ${difference}`)),
    );
    assert.deepEqual(wrong, []);
  });

  it("refers only to terms that it has", () => {
    const wrong = glossary.flatMap((term) =>
      (term.seeAlso ?? []).filter((id) => findTerm(id)?.id !== id).map((id) => `${term.id} refers to ${id}`),
    );
    assert.deepEqual(wrong, []);
  });

  it("names a source for every word of LifeKeeper", () => {
    const without = glossary.filter((term) => term.group !== "product" && term.sources.length === 0);
    assert.deepEqual(
      without.map((term) => term.id),
      [],
    );
  });

  it("names parameters in its texts only if the catalogue has them", () => {
    const wrong = glossary.flatMap((term) =>
      [...term.text.en.matchAll(/`((?:QUORUM|WITNESS|QWK|LCM|CONFIRM|LK|SNHC|NOIP)[A-Z_]+)(?:=[^`]*)?`/g)]
        .map((match) => match[1] ?? "")
        .filter((name) => findParameter(name) === undefined && !parameters.some((spec) => spec.name.startsWith(name)))
        .map((name) => `${term.id}: ${name}`),
    );
    assert.deepEqual(wrong, []);
  });
});

describe("the kinds of resources", () => {
  it("are confirmed, unsure, or of the other edition", () => {
    const windows = resourceKinds.filter((kind) => kind.windowsOnly);
    const unsure = resourceKinds.filter((kind) => kind.evidence === "unsure");
    const confirmed = resourceKinds.filter((kind) => kind.evidence === "documented" && !kind.windowsOnly);
    assert.deepEqual([confirmed.length, unsure.length, windows.length, resourceKinds.length], [7, 10, 3, 20]);
  });

  it("are found by application/kind, each once", () => {
    for (const kind of resourceKinds) assert.equal(findResourceKind(typeOf(kind)), kind);
    assert.equal(findResourceKind("gen/filesystem"), undefined);
    assert.equal(new Set(resourceKinds.map(typeOf)).size, resourceKinds.length);
  });

  it("say the same in both languages", () => {
    const wrong = resourceKinds.flatMap((kind) =>
      [kind.name, kind.summary, kind.details, ...(kind.kit === null ? [] : [kind.kit])].flatMap((text) =>
        differences(text).map((difference) => `${typeOf(kind)}: ${difference}`),
      ),
    );
    assert.deepEqual(wrong, []);
  });

  it("stand on kinds that exist", () => {
    for (const kind of resourceKinds) {
      for (const child of [...kind.needsOneOf, ...kind.usualChildren]) assert.ok(findResourceKind(child), child);
    }
  });

  it("have examples that are resources of a cluster file", () => {
    for (const kind of resourceKinds) {
      if (!kind.windowsOnly) assert.ok(kind.examples.length > 0, typeOf(kind));
      for (const example of kind.examples) {
        const { problems } = parseCluster("cluster.lk", `cluster c { node a {} node b {} ${example} }\n`);
        assert.deepEqual(problems, [], example);
        assert.ok(example.includes(` ${typeOf(kind)}`), example);
      }
    }
  });
});

describe("explain", () => {
  it("answers in both languages for every name it knows", () => {
    const names = explainableNames();
    assert.ok(names.length > 300, String(names.length));
    for (const name of names) {
      for (const locale of ["en", "ja"] as const) {
        const text = explain(name, locale);
        assert.ok(text !== undefined, name);
        assert.doesNotMatch(text, /undefined|\[object/, name);
      }
    }
  });

  const answers: readonly (readonly [string, RegExp])[] = [
    ["QUORUM_MODE", /^\*\*`QUORUM_MODE`\*\*/],
    ["QUORUM_MODE=off", /No quorum check is made/],
    ["tcp_remote", /QUORUM_MODE=tcp_remote/],
    ["storage", /QUORUM_MODE=storage[\s\S]*WITNESS_MODE=storage/],
    ["QUORUM_MODE=majorty", /^`majorty` is no value of `QUORUM_MODE`\. Did you mean `majority`\?[\s\S]*\*\*Values\*\*/],
    ["QUORUM_MODE=xyz", /^`xyz` is no value of `QUORUM_MODE`\.\n/],
    ["LCMHBEATTIME=5s", /^`5s` is no whole number/],
    [
      "QWK_STORAGE_HBEATTIME=12",
      /^`12` is outside the range of `QWK_STORAGE_HBEATTIME` \(5 to 10\)\. The nearest value is 10\./,
    ],
    ["QUORUM_HOSTS=a:80,b", /^No entries of `QUORUM_HOSTS`: `b`\./],
    ["QUORUM_MODE=", /^`QUORUM_MODE` cannot be empty\./],
    ["QWK_STORAGE_OBJECT_a=/dev/sdb1", /^\*\*`QWK_STORAGE_OBJECT_<host>`/],
    ["QWK_STORAGE_OBJECT_lksios_1", /QWK_STORAGE_OBJECT_<host>/],
    ["QWK_STORAGE_OBJECT_<host>", /QWK_STORAGE_OBJECT_<host>/],
    ["COMFIRMSODEF", /misspelling[\s\S]*CONFIRMSODEF/],
    ["scsi/netraid", /DataKeeper mirror/],
    ["OSU", /Out of service/],
    ["osu", /QUORUM_LOSS_ACTION=osu[\s\S]*Out of service/],
    ["comm_down", /Communication lost/],
    ["lkstop", /lkstop -f/],
    ["フェイルオーバー", /Failover/],
    [" split brain ", /Split brain/],
    ["QUORUM_QUARANTINE_SECS", /LifeKeeper for Windows/],
  ];
  for (const [name, expected] of answers) {
    it(`answers for ${name}`, () => assert.match(explain(name, "en") ?? "", expected));
  }

  it("lists only names that it answers, each section once", () => {
    for (const locale of ["en", "ja"] as const) {
      const sections = explainIndex(locale);
      assert.equal(new Set(sections.map(({ title }) => title)).size, sections.length);
      for (const name of sections.flatMap(({ names }) => names)) assert.ok(explain(name, locale), name);
    }
    const names = explainIndex("en").flatMap(({ names: all }) => all);
    assert.equal(names.includes("QUORUM_QUARANTINE_SECS"), false);
    assert.ok(names.includes("QWK_STORAGE_OBJECT_<host>"));
  });

  it("never throws, whatever is asked", () => {
    const pieces = fc.constantFrom(
      "QUORUM_MODE",
      "=",
      "off",
      "QWK_STORAGE_OBJECT_",
      "`",
      "\n",
      "<host>",
      " ",
      "フェイル",
      "\u0000",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(pieces).map((all) => all.join("")),
        ),
        (name) => {
          explain(name, "ja");
          suggestName(name);
        },
      ),
      { numRuns: 500, seed: 7 },
    );
  });

  it("does not answer for what it does not know, and says the nearest it does", () => {
    for (const name of ["", "=", "NO_SUCH_THING", "NO_SUCH_THING=1", "0", "1"]) {
      assert.equal(explain(name, "en"), undefined, name);
    }
    assert.equal(suggestName("QUORUM_MOD"), "QUORUM_MODE");
    assert.equal(suggestName("lcdstats"), "lcdstatus");
    assert.equal(suggestName("gen/filesystem"), "gen/filesys");
    assert.equal(suggestName("zzzzzzzz"), undefined);
    assert.equal(suggestName("quorum-node-cont", ["quorum-node-count"]), "quorum-node-count");
  });
});
