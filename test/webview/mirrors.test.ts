// Many mirrors are folded into one line that counts; pressed, they stand in the drawing.

import assert from "node:assert/strict";
import { choose } from "./support/panelPage.ts";
import { panelSuite } from "./support/panelSuite.ts";

const mirrors = 8;
const many = {
  "many.lk": `cluster many {
  lifekeeper 9.9.0
  network lan
  node a { address 10.0.0.1 } node b { address 10.0.0.2 } node c { address 10.0.0.3 }
  path a <-> b { tcp 10.0.0.1 <-> 10.0.0.2 on lan priority 1 }
  path a <-> c { tcp 10.0.0.1 <-> 10.0.0.3 on lan priority 1 }
  path b <-> c { tcp 10.0.0.2 <-> 10.0.0.3 on lan priority 1 }
${Array.from({ length: mirrors }, (_, index) => `  resource app${index} gen/app { servers a 1, b 10 resource disk${index} scsi/netraid /dev/sd${"bcdefghi"[index]} }`).join("\n")}
}
`,
};

describe("many mirrors in the drawing", function () {
  this.timeout(120_000);
  const open = panelSuite();

  it("are one line that counts those that are not in sync, and unfold", async () => {
    const panel = await open(many);
    const { page } = panel;
    const fold = page.locator(".chip.mirrors");
    await fold.filter({ hasText: `Mirrors: ${mirrors} in sync` }).waitFor();
    assert.equal(await page.locator("#topology .mirror").count(), 0);
    await choose(panel, "node:b", "crash b");
    await fold.filter({ hasText: `0 in sync · ${mirrors} not` }).waitFor();
    await fold.click();
    await page
      .locator("#topology .mirror")
      .nth(mirrors - 1)
      .waitFor();
    assert.equal(await fold.getAttribute("aria-expanded"), "true");
  });
});
