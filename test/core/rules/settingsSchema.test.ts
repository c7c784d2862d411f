// The schema of lkcluster.json knows every rule, and the manifest hands it to the editor.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { settableCodes } from "@lkcluster/core/model/scenarioProblem.ts";
import { rules } from "@lkcluster/core/rules/rules.ts";
import { settingLevels } from "@lkcluster/core/rules/settings.ts";

const schema: unknown = JSON.parse(readFileSync("grammars/lkcluster.schema.json", "utf8"));
const manifest: unknown = JSON.parse(readFileSync("package.json", "utf8"));

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === "object" && part !== null ? Reflect.get(part, key) : undefined),
    value,
  );
}

describe("the schema of lkcluster.json", () => {
  it("has every rule and outcome, with every level and its own as default", () => {
    const severity = at(schema, "properties", "severity", "properties");
    assert.deepEqual(Object.keys(severity ?? {}), [...rules.map((rule) => rule.code), ...settableCodes]);
    for (const rule of rules) {
      assert.deepEqual(at(severity, rule.code, "enum"), settingLevels);
      assert.ok(settingLevels.some((level) => level === at(severity, rule.code, "default")));
    }
  });

  it("is handed to the editor", () => {
    const url = at(manifest, "contributes", "jsonValidation", "0", "url");
    assert.equal(url, "./grammars/lkcluster.schema.json");
    assert.equal(at(manifest, "contributes", "jsonValidation", "0", "fileMatch"), "lkcluster.json");
  });
});
