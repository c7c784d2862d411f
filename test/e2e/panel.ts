// The simulator panel in the real editor: a node is failed with the mouse, and the time line says what followed.

import * as vscode from "vscode";
import { click, press, screenshot, see } from "./driver.ts";
import { closeEverything, openSample, setSetting } from "./editing.ts";

/** A node in the drawing, by its name and what its label says of it. */
const drawn = (name: string, says = name): string =>
  `#topology [role="button"][aria-label*=" ${name},"][aria-label*="${says}"]`;

export function definePanelSuite(): void {
  describe("the simulator", () => {
    beforeEach(async () => {
      await openSample("aws-hulft/hulft.lk");
      await vscode.commands.executeCommand("lifekeeper.openSimulator");
      await see({ selector: drawn("prim") });
    });
    afterEach(async () => {
      await setSetting("lifekeeper.language", undefined);
      await setSetting("workbench.colorTheme", undefined);
      await closeEverything();
    });

    it("takes the active node off the network and shows the failover with its reasons", async () => {
      await screenshot("panel-light-en");
      await click({ selector: drawn("prim") });
      await see({ selector: '[role="menuitem"]', text: "Lose the whole network" });
      await screenshot("panel-menu-light-en");
      await click({ selector: '[role="menuitem"]', text: "Lose the whole network" });
      await see({ selector: drawn("prim", "Halted") });
      await see({ selector: drawn("sec", "hulft") });
      await screenshot("panel-isolated-light-en");
    });

    it("is Japanese and dark when the editor is", async () => {
      await setSetting("lifekeeper.language", "ja");
      await setSetting("workbench.colorTheme", "Dark 2026");
      await see({ selector: 'main.shell[lang="ja"]' });
      await click({ selector: drawn("prim") });
      await see({ selector: '[role="menuitem"]' });
      await press("Escape");
      await screenshot("panel-dark-ja");
    });
  });
}
