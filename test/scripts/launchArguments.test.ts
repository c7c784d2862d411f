// The stand-in for desktop VS Code understands what test-electron passes.

import assert from "node:assert/strict";
import { resolve } from "node:path";
import { parseLaunchArguments, workbenchUrl } from "../../scripts/testHost/launchArguments.ts";

describe("arguments of the test host", () => {
  it("are those of desktop VS Code, and the rest means nothing to it", () => {
    const launch = parseLaunchArguments([
      "samples",
      "--no-sandbox",
      "--extensionTestsPath=/ext/dist/tests.cjs",
      "--extensionDevelopmentPath=/ext",
      "--user-data-dir=/data",
    ]);
    assert.deepEqual(launch, {
      extensionDevelopmentPaths: ["/ext"],
      extensionTestsPath: "/ext/dist/tests.cjs",
      workspace: resolve("samples"),
      userDataFolder: "/data",
    });
  });

  it("become an address that names extension, tests and folder", () => {
    const launch = parseLaunchArguments(["/a b", "--extensionDevelopmentPath=/ext", "--extensionTestsPath=/tests"]);
    const url = new URL(workbenchUrl({ port: 8123, token: "secret" }, launch));
    assert.equal(url.origin, "http://127.0.0.1:8123");
    assert.equal(url.searchParams.get("tkn"), "secret");
    assert.equal(url.searchParams.get("folder"), "/a b");
    const payload: unknown = JSON.parse(url.searchParams.get("payload") ?? "");
    assert.deepEqual(payload, [
      ["extensionDevelopmentPath", "vscode-remote://127.0.0.1:8123/ext"],
      ["extensionTestsPath", "vscode-remote://127.0.0.1:8123/tests"],
      ["enableProposedApi", ""],
      ["skipWelcome", "true"],
    ]);
  });

  it("may name a workspace file", () => {
    const url = new URL(workbenchUrl({ port: 1, token: "secret" }, parseLaunchArguments(["/w/all.code-workspace"])));
    assert.equal(url.searchParams.get("workspace"), "/w/all.code-workspace");
    assert.equal(url.searchParams.get("folder"), null);
  });
});
