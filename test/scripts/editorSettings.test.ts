// The editor of `npm start`: what this start says wins over what an earlier one wrote; what the user changed stays.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeEditorSettings } from "../../scripts/testHost/editorSettings.ts";

describe("the settings of an editor of ours", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "lkcluster-settings-"));
  });
  after(() => rmSync(folder, { recursive: true }));
  const file = (kind: string): string => join(folder, "data", kind, "settings.json");
  const settings = (kind: string): Record<string, unknown> =>
    JSON.parse(readFileSync(file(kind), "utf8")) as Record<string, unknown>;

  it("name this start's nodes and language, also when an earlier start wrote others", () => {
    writeEditorSettings(folder, { "lifekeeper.language": "en", "lifekeeper.deploy.sshConfigFile": "old/ssh_config" });
    for (const kind of ["User", "Machine"]) {
      writeFileSync(file(kind), JSON.stringify({ ...settings(kind), "editor.fontSize": 20 }));
    }
    writeEditorSettings(folder, { "lifekeeper.language": "ja", "lifekeeper.deploy.sshConfigFile": "new/ssh_config" });
    for (const kind of ["User", "Machine"]) {
      const now = settings(kind);
      assert.equal(now["lifekeeper.language"], "ja");
      assert.equal(now["lifekeeper.deploy.sshConfigFile"], "new/ssh_config");
      assert.equal(now["editor.fontSize"], 20, "what the user changed stays");
      assert.equal(now["update.mode"], "none");
    }
  });
});
