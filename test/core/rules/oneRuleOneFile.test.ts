// One rule, one file, in the folder of its group, and every such file is in the list.

import assert from "node:assert/strict";
import { basename, dirname } from "node:path";
import { rules } from "@lkcluster/core/rules/rules.ts";
import { rulesFound as found } from "./ruleFiles.ts";

describe("the rules' files", () => {
  it("hold one rule each", () => {
    const files = found.map(({ file }) => file);
    assert.deepEqual(
      files.filter((file, at) => files.indexOf(file) !== at),
      [],
    );
  });

  it("bear the name of its code, so that a code leads to its file", () => {
    for (const { code, file } of found)
      assert.equal(
        basename(file, ".ts"),
        code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
      );
  });

  it("are all in the list, and nothing else is", () => {
    assert.deepEqual(found.map(({ code }) => code).sort(), rules.map(({ code }) => code).sort());
  });

  it("lie in the folder of their group", () => {
    for (const { code, file } of found)
      assert.equal(rules.find((rule) => rule.code === code)?.group, basename(dirname(file)), code);
  });
});
