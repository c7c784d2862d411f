// What is in the packages: the licences of others, a bill of materials, a page without dead ends, and the same bytes for
// the same sources.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makePackages } from "../../scripts/package.ts";
import { publicHome } from "../../scripts/packages/publicHome.ts";
import { projectRoot } from "../../scripts/projectRoot.ts";
import { packageFile } from "./installing.ts";

const built = (file: string): string => readFileSync(join(projectRoot, "dist", file), "utf8");

describe("the packages", () => {
  it("name everything of others that is in them, with its licence", () => {
    const notices = built("THIRD-PARTY-NOTICES.txt");
    const bill = JSON.parse(built("sbom.cdx.json")) as {
      readonly components: readonly { readonly name: string; readonly version: string; readonly purl: string }[];
    };
    assert.ok(bill.components.length > 20);
    for (const { name, version, purl } of bill.components) {
      assert.ok(notices.includes(`\n${name} ${version}\nLicence: `), `${name} ${version}`);
      assert.equal(purl, `pkg:npm/${name.replace("@", "%40")}@${version}`);
    }
    for (const text of ["Apache License", "@vscode/codicons", "CC-BY-4.0", "Attribution 4.0 International"]) {
      assert.ok(notices.includes(text), text);
    }
  });

  it("hold one protocol version for server and client", () => {
    const { components } = JSON.parse(built("sbom.cdx.json")) as {
      readonly components: readonly { readonly name: string }[];
    };
    const names = components.map(({ name }) => name);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });

  it("show a page on which every link and picture leads somewhere, for whoever has only the package", () => {
    const page = built("README.md");
    assert.match(page, /Install from VSIX/);
    assert.match(page, /VSIX からのインストール/);
    const targets = [...page.matchAll(/\]\(([^)]+)\)/g), ...page.matchAll(/(?:src|href)="([^"]+)"/g)];
    const relative = targets.map(([, target]) => target ?? "").filter((target) => !target.startsWith("https://"));
    assert.deepEqual(publicHome().repository === undefined ? relative : [], []);
  });

  it("come out the same, byte for byte, when they are made again", async function () {
    this.timeout(240_000);
    const hashes = (): readonly string[] =>
      ([".vsix", ".tgz"] as const).map((ending) =>
        createHash("sha256")
          .update(readFileSync(packageFile(ending)))
          .digest("hex"),
      );
    const before = hashes();
    await makePackages();
    assert.deepEqual(hashes(), before);
  });
});
