// Where there is a screen and a `code`, `npm start` opens that, with settings of its own.

import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { projectRoot } from "../../scripts/projectRoot.ts";
import { openEditor } from "../../scripts/start/editor.ts";

describe("npm start with a desktop VS Code", () => {
  let folder = "";
  const { PATH, DISPLAY } = process.env;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lifekeeper-desktop-"));
    // Plays `code`: writes its arguments down and stays, as `--wait` does.
    const program = join(folder, "code");
    writeFileSync(
      program,
      `#!/bin/sh\nprintf '%s\\n' "$@" >"${folder}/arguments.part"\nmv "${folder}/arguments.part" "${folder}/arguments"\nexec sleep 60\n`,
    );
    chmodSync(program, 0o755);
    process.env["PATH"] = `${folder}${delimiter}${PATH ?? ""}`;
    process.env["DISPLAY"] = ":99";
  });
  afterEach(() => {
    process.env["PATH"] = PATH;
    if (DISPLAY === undefined) delete process.env["DISPLAY"];
    else process.env["DISPLAY"] = DISPLAY;
    rmSync(folder, { recursive: true, force: true });
  });

  it("opens the workspace with this extension, and ends with it", async () => {
    const dataFolder = join(folder, "data");
    const settings = { "lifekeeper.language": "ja" };
    const tour = "/the/workspace/a.lk";
    const editor = await openEditor({ dataFolder, workspace: "/the/workspace", settings, tour, port: 0 });
    try {
      assert.equal(editor.url, undefined);
      const written = join(folder, "arguments");
      for (let tries = 0; !existsSync(written) && tries < 200; tries++) await delay(25);
      const given = readFileSync(written, "utf8").trim().split("\n");
      assert.ok(given.includes("/the/workspace"));
      assert.ok(given.includes(`--extensionDevelopmentPath=${projectRoot}`));
      assert.ok(given.includes(`--user-data-dir=${join(dataFolder, "desktop")}`));
      assert.deepEqual(JSON.parse(readFileSync(join(dataFolder, "desktop/User/settings.json"), "utf8")), settings);
    } finally {
      await editor.stop();
    }
  });
});
