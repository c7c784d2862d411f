// What every entry of the catalogue must keep, whoever writes it.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe as describeParameter } from "@lkcluster/core/catalogue/describe.ts";
import { kitIntros } from "@lkcluster/core/catalogue/kitIntros.ts";
import {
  defaultOf,
  displayName,
  findMisspelt,
  findParameter,
  mangleHostName,
  parameters,
} from "@lkcluster/core/catalogue/parameters.ts";
import { sources } from "@lkcluster/core/catalogue/sources.ts";
import { sourceTitlesJa } from "@lkcluster/core/catalogue/sourceTitles.ja.ts";
import type { ParameterSpec, VersionText } from "@lkcluster/core/catalogue/spec.ts";
import { allowedTexts, readValue } from "@lkcluster/core/catalogue/value.ts";
import { compareVersions, parseVersion } from "@lkcluster/core/catalogue/version.ts";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { parseDefaults } from "@lkcluster/core/syntax/defaults/parse.ts";
import { differences } from "./bilingual.ts";

const root = join(import.meta.dirname, "../../..");

/** The parameter with this name, for tests that name one they know. */
function get(name: string): ParameterSpec {
  const found = findParameter(name);
  assert.ok(found, `${name} is not in the catalogue`);
  return found.spec;
}

function numbersOf(text: VersionText): NonNullable<ReturnType<typeof parseVersion>> {
  const version = parseVersion(text);
  assert.ok(version);
  return version;
}

function textsOf(spec: ParameterSpec): readonly Localized[] {
  const type = spec.type;
  const values =
    type.kind === "choice"
      ? type.values.map((one) => one.meaning)
      : type.kind === "flag"
        ? [type.meaning.on, type.meaning.off]
        : [];
  return [spec.summary, spec.details, spec.requires, spec.defaultNote, ...values].filter((text) => text !== undefined);
}

describe("the parameters of the catalogue", () => {
  it("are the hundred of the collected facts and the four found since", () => {
    assert.equal(parameters.length, 104);
    const grades = Object.groupBy(parameters, (spec) => spec.evidence.entry);
    assert.deepEqual(
      { documented: grades.documented?.length, inferred: grades.inferred?.length, unsure: grades.unsure?.length },
      { documented: 100, inferred: 1, unsure: 3 },
    );
  });

  it("have names of their own", () => {
    const names = parameters.flatMap((spec) => [spec.name, ...(spec.misspellings ?? [])]);
    assert.equal(new Set(names).size, names.length);
  });

  it("are found by name, families by any end, and never by a name in another case", () => {
    for (const spec of parameters) {
      const name = spec.variableEnd === undefined ? spec.name : `${spec.name}lknode01`;
      assert.equal(findParameter(name)?.spec.name, spec.name);
      assert.equal(findParameter(name)?.variablePart, spec.variableEnd === undefined ? undefined : "lknode01");
      const other = name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase();
      assert.equal(findParameter(other)?.spec.name, undefined);
    }
    assert.equal(findParameter("QWK_STORAGE_OBJECT_"), undefined);
  });

  it("are found by each of their misspellings", () => {
    const wrong = parameters.flatMap((spec) => (spec.misspellings ?? []).map((text) => [text, spec.name] as const));
    assert.deepEqual(
      wrong.map(([text]) => findMisspelt(text)?.name),
      wrong.map(([, name]) => name),
    );
    assert.deepEqual(wrong.map(([text]) => text).sort(), [
      "COMFIRMSODEF",
      "CONFIMRSODEF",
      "FILESYSFULLWARNING",
      "LCMHEARTBEATS",
    ]);
  });

  it("say the same in both languages, in the words of the glossary", () => {
    const wrong = parameters.flatMap((spec) =>
      textsOf(spec).flatMap((text) => differences(text).map((difference) => `${spec.name}: ${difference}`)),
    );
    assert.deepEqual(wrong, []);
  });

  it("belong to kits whose introductions say the same in both languages", () => {
    const wrong = Object.entries(kitIntros).flatMap(([kit, text]) =>
      differences(text).map((difference) => `${kit}: ${difference}`),
    );
    assert.deepEqual(wrong, []);
  });

  it("end their Japanese sentences politely", () => {
    const wrong = parameters.flatMap((spec) =>
      [spec.summary.ja, ...spec.details.ja.split("\n\n")]
        .filter((text) => !/(です|ます|ません|ました|でした|ください)(（[^）]*）)?。?(（[^）]*）。)?$/.test(text))
        .map((text) => `${spec.name}: ${text}`),
    );
    assert.deepEqual(wrong, []);
  });

  it("have examples that parse and that they themselves allow", () => {
    for (const spec of parameters) {
      const { tree, problems } = parseDefaults("LifeKeeper", `${spec.examples.join("\n")}\n`);
      assert.deepEqual(problems, [], spec.name);
      const assignments = tree.lines.filter((line) => line.kind === "assignment");
      assert.equal(assignments.length, spec.examples.length, spec.name);
      for (const line of assignments) {
        assert.equal(findParameter(line.name.text)?.spec.name, spec.name);
        assertAllowed(spec, line.value);
      }
    }
  });

  it("allow every default they name, of every version", () => {
    for (const spec of parameters) {
      for (const text of [spec.default, ...(spec.defaultHistory ?? []).map((one) => one.value)]) {
        if (text !== null) assertAllowed(spec, text);
      }
    }
  });

  it("have an example unless nothing is known about their values", () => {
    const without = parameters.filter((spec) => spec.examples.length === 0).map((spec) => spec.name);
    assert.deepEqual(
      without.filter((name) => get(name).evidence.values === "documented" && get(name).evidence.default !== "unsure"),
      [],
    );
  });

  it("give each value and alias once", () => {
    for (const spec of parameters) {
      const texts = allowedTexts(spec);
      assert.equal(new Set(texts).size, texts.length, spec.name);
    }
  });

  it("refer to others that exist, and to each of them once", () => {
    for (const spec of parameters) {
      const others = spec.seeAlso ?? [];
      assert.equal(new Set(others).size, others.length, spec.name);
      for (const name of others) {
        assert.ok(
          parameters.some((other) => other.name === name && other !== spec),
          `${spec.name} refers to ${name}`,
        );
      }
    }
  });

  it("name parameters in their texts only if the catalogue has them", () => {
    const wrong = parameters.flatMap((spec) =>
      [...spec.details.en.matchAll(/`([A-Z][A-Z0-9]*_[A-Z0-9_]+)(?:=[^`]*)?`/g)]
        .map((match) => match[1] ?? "")
        .filter((name) => !isKnownName(name))
        .map((name) => `${spec.name}: ${name}`),
    );
    assert.deepEqual(wrong, []);
  });

  it("name their sources, each once, and every source is a public document with a title", () => {
    for (const spec of parameters) {
      assert.ok(spec.sources.length > 0, spec.name);
      assert.equal(new Set(spec.sources).size, spec.sources.length, spec.name);
    }
    for (const [key, { title, url }] of Object.entries(sources)) {
      assert.ok(title.length > 5, key);
      assert.ok((sourceTitlesJa as Readonly<Record<string, string>>)[key], key);
      assert.ok(url === null || /^https?:\/\/\S+$/.test(url), key);
    }
  });

  it("leave no source that nothing names", () => {
    const texts = ["core/src", "test/published", "samples"]
      .flatMap((folder) => textsBelow(join(root, folder)))
      .join("\n");
    const unused = Object.keys(sources).filter((key) => !new RegExp(`(?<![\\w-])${key}(?![\\w-])`).test(texts));
    assert.deepEqual(unused, []);
  });

  it("have version histories that run forward", () => {
    for (const spec of parameters) {
      const ends = (spec.defaultHistory ?? []).map((one) => numbersOf(one.until));
      for (const [at, end] of ends.entries()) {
        const before = ends[at - 1];
        if (before !== undefined) assert.ok(compareVersions(before, end) < 0, spec.name);
      }
      if (spec.since !== undefined && spec.until !== undefined) {
        assert.ok(compareVersions(numbersOf(spec.since), numbersOf(spec.until)) < 0, spec.name);
      }
    }
  });

  it("know the default of a version", () => {
    const action = get("QUORUM_LOSS_ACTION");
    assert.equal(defaultOf(action, parseVersion("8.4.1")), "fastboot");
    assert.equal(defaultOf(action, parseVersion("9.3.1")), "fastkill");
    assert.equal(defaultOf(action, undefined), "fastkill");
    assert.equal(defaultOf(get("LKDR_ASYNC_LIMIT"), parseVersion("9.3.2")), "256");
    assert.equal(defaultOf(get("LKDR_ASYNC_LIMIT"), parseVersion("9.5.0")), "4096");
    assert.equal(defaultOf(get("QUORUM_HOSTS"), undefined), null);
  });

  it("are described in both languages without a hole", () => {
    for (const spec of parameters) {
      for (const locale of ["en", "ja"] as const) {
        const text = describeParameter(spec, locale);
        assert.doesNotMatch(text, /undefined|\[object|NaN/, spec.name);
        assert.ok(text.includes(displayName(spec)), spec.name);
      }
    }
  });
});

describe("the name of a node inside a parameter name", () => {
  it("has an underscore for each hyphen and dot", () => {
    assert.equal(mangleHostName("lksios-1.example.com"), "lksios_1_example_com");
    assert.equal(mangleHostName("a"), "a");
  });
});

function assertAllowed(spec: ParameterSpec, text: string): void {
  const reading = readValue(spec, text);
  const wrong = ["not-a-choice", "not-an-integer", "out-of-range", "bad-items", "empty"];
  assert.ok(!wrong.includes(reading.kind), `${spec.name}=${text} is ${reading.kind}`);
}

function textsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|lk|json|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/catalogue.source(s|Titles\.ja)\.ts$/.test(path))
    .map((path) => readFileSync(path, "utf8"));
}

/** A parameter, the stem of a family, a prefix of several, or a misspelling that a text quotes. */
function isKnownName(name: string): boolean {
  return (
    findParameter(name) !== undefined ||
    parameters.some((spec) => spec.name.startsWith(name)) ||
    findMisspelt(name) !== undefined ||
    ["COMM_DOWN", "COMM_UP", "LCM_AVAIL", "LK_INITDONE"].includes(name)
  );
}
