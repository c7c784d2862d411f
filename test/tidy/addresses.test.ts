// Addresses that we show are addresses for documentation (RFC 5737): whoever plans or deploys a sample, an example or a
// completion as it stands must never reach a machine that happens to live there.

import assert from "node:assert/strict";
import { projectFiles, read } from "./sourceFiles.ts";

const shown =
  /^(?:README|SECURITY|CONTRIBUTING|samples\/|docs\/|client\/media\/|client\/src\/|core\/src\/(?:rules|ide|catalogue|syntax)\/)/;
const documentation = /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\./;

/** Addresses in a text; those behind `//` belong to the address of a page, as a source names it. */
function addressesIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\d./])(\d{1,3}(?:\.\d{1,3}){3})(?![\d.]*\d)/g)].map(([, address]) => address ?? "");
}

describe("addresses that we show", () => {
  it("are found where they stand", () => {
    assert.deepEqual(addressesIn("tcp 10.0.0.1 <-> 192.0.2.7, http://38.1.2.3/x, 9.9.0"), ["10.0.0.1", "192.0.2.7"]);
  });

  it("belong to the ranges for documentation", () => {
    const wrong = projectFiles()
      .filter((file) => shown.test(file) && /\.(?:md|ts|lk)$/.test(file))
      .flatMap((file) => addressesIn(read(file)).map((address) => ({ file, address })))
      .filter(({ address }) => !documentation.test(address));
    assert.deepEqual(wrong, []);
  });
});
