// One default for one setting: the manifest's and the server's are the same.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultSettings, readSettings } from "../../server/src/settings.ts";

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}

// Our own file; the part above is what the tests read of it.
const manifest = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")) as Manifest;
const { properties } = manifest.contributes.configuration;

/** The section `lifekeeper` as VS Code sends it when nobody has changed anything. */
function sectionOfDefaults(): unknown {
  const section: Record<string, unknown> = {};
  for (const [name, { default: value }] of Object.entries(properties)) {
    const path = name.split(".").slice(1);
    const last = path.pop() ?? "";
    let place = section;
    for (const part of path) {
      place[part] ??= {};
      // Made in the line above, or by an earlier setting of the same group.
      place = place[part] as Record<string, unknown>;
    }
    place[last] = value;
  }
  return section;
}

describe("settings", () => {
  it("have the same defaults in the manifest and in the server", () => {
    assert.deepEqual(readSettings(sectionOfDefaults()), defaultSettings);
  });

  it("of the manifest are read by the server, every one that is the server's", () => {
    const clientOnly = /^lifekeeper\.(deploy\.|trace\.)/;
    const changed: Readonly<Record<string, unknown>> = {
      string: "ja",
      integer: 4321,
      object: { x: "off" },
    };
    for (const [name, property] of Object.entries(properties)) {
      if (clientOnly.test(name)) continue;
      const { type } = property as unknown as { readonly type: string };
      const value = typeof property.default === "boolean" ? !property.default : changed[type];
      const section = name
        .split(".")
        .slice(1)
        .reduceRight<unknown>((inside, part) => ({ [part]: inside }), value);
      assert.notDeepEqual(readSettings(section), defaultSettings, `${name} reaches the server`);
    }
  });
});
