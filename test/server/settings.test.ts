// The settings of the server: the same defaults as the manifest, and nothing that an editor sends can break them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { defaultSettings, localeOf, readSettings } from "../../server/src/settings.ts";

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default?: unknown }>> };
  };
}

function manifestSection(): unknown {
  // The file is ours; a wrong shape fails the test.
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")) as Manifest;
  const section: Record<string, unknown> = {};
  for (const [name, { default: value }] of Object.entries(manifest.contributes.configuration.properties)) {
    const path = name.split(".").slice(1);
    const last = path.pop() ?? "";
    let inside = section;
    for (const key of path) {
      const next: Record<string, unknown> = {};
      inside[key] = { ...(inside[key] as object | undefined), ...next };
      inside = inside[key] as Record<string, unknown>;
    }
    inside[last] = value;
  }
  return section;
}

describe("the settings", () => {
  it("have the same defaults in the manifest and in the server", () => {
    assert.deepEqual(readSettings(manifestSection()), defaultSettings);
  });

  it("are each in the manifest under the name that the server reads", () => {
    const changed = readSettings({
      language: "ja",
      rules: { "even-voters": "off", other: "loud" },
      inlayHints: { enabled: false },
      codeLens: { enabled: false, references: true },
      proofs: { whileTyping: false, statesMax: 5000 },
    });
    assert.deepEqual(changed, {
      language: "ja",
      rules: { "even-voters": "off" },
      inlayHints: false,
      codeLens: false,
      referenceLens: true,
      proofsWhileTyping: false,
      proofStatesMax: 5000,
    });
    const section = JSON.stringify(manifestSection());
    for (const key of ["language", "rules", "inlayHints", "codeLens", "whileTyping", "statesMax"]) {
      assert(section.includes(`"${key}"`), key);
    }
  });

  it("keep their defaults whatever an editor sends", () => {
    fc.assert(
      fc.property(fc.anything(), (section) => {
        const settings = readSettings(section);
        assert.equal(typeof settings.inlayHints, "boolean");
        assert(settings.proofStatesMax > 0);
      }),
      { seed: 20260104, numRuns: 300 },
    );
  });

  it("follow the editor's language unless one is chosen", () => {
    assert.deepEqual(
      [
        localeOf(defaultSettings, "ja-JP"),
        localeOf(defaultSettings, undefined),
        localeOf(readSettings({ language: "en" }), "ja"),
      ],
      ["ja", "en", "en"],
    );
  });
});

describe("the page for other editors", () => {
  for (const name of ["other-editors.md", "other-editors.ja.md"]) {
    it(`${name} lists every setting with its default`, () => {
      const text = readFileSync(join(import.meta.dirname, "../../docs", name), "utf8");
      const listed = Object.fromEntries(
        [...text.matchAll(/^\| `([a-zA-Z.]+)` \| `([^`]+)` \|/gm)].map((row) => [
          row[1],
          JSON.parse(row[2] ?? "null") as unknown,
        ]),
      );
      assert.deepEqual(listed, {
        language: defaultSettings.language,
        rules: defaultSettings.rules,
        "inlayHints.enabled": defaultSettings.inlayHints,
        "codeLens.enabled": defaultSettings.codeLens,
        "codeLens.references": defaultSettings.referenceLens,
        "proofs.whileTyping": defaultSettings.proofsWhileTyping,
        "proofs.statesMax": defaultSettings.proofStatesMax,
      });
    });
  }
});
