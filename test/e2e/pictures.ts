// The pictures of README and docs, taken from the real editor so that they show what there is.
// `node scripts/endToEnd.ts --pictures` puts them into docs/images.

import * as vscode from "vscode";
import { click, clickUntil, hover, resize, screenshot, see } from "./driver.ts";
import { closeEverything, codeOf, diagnostic, openSample, setSetting, workspaceRoot } from "./editing.ts";

export function definePictureSuite(): void {
  describe("pictures", () => {
    before(async () => {
      await resize(1280, 800);
      await setSetting("editor.minimap.enabled", false);
    });
    after(async () => {
      await resize(1440, 900);
      await setSetting("editor.minimap.enabled", undefined);
      await vscode.commands.executeCommand("workbench.action.closePanel");
      await vscode.commands.executeCommand("workbench.view.explorer");
      await closeEverything();
    });

    for (const { language, suffix, words } of [english, japanese]) {
      describe(`in ${language}`, () => {
        before(() => setSetting("lifekeeper.language", language));
        after(() => setSetting("lifekeeper.language", undefined));

        it("show a problem with its reason beside the cluster", async () => {
          await vscode.commands.executeCommand("workbench.action.closeSidebar");
          // Where the pointer was left, a tooltip would come up and cover what the picture shows.
          await hover({ selector: ".part.statusbar" });
          const { document: cluster } = await openSample("two-node-majority/classic.lk");
          await see({ selector: ".codelens-decoration a", text: words.simulate });
          const parameters = vscode.Uri.joinPath(workspaceRoot(), "two-node-majority/etc/default/LifeKeeper");
          await vscode.window.showTextDocument(parameters, { viewColumn: vscode.ViewColumn.Beside, preview: false });
          await diagnostic(parameters, (one) => codeOf(one) === "quorum-node-count");
          await diagnostic(cluster.uri, (one) => codeOf(one) === "proof-violated");
          await vscode.commands.executeCommand("workbench.actions.view.problems");
          await see({ selector: ".markers-panel .monaco-list-row", text: "proof-violated" });
          await see({ selector: ".markers-panel .monaco-list-row", text: words.nodes });
          await screenshot(`readme-check${suffix}`);
          await vscode.commands.executeCommand("workbench.action.closePanel");
          await closeEverything();
        });

        it("show the simulator after the active node has lost its network", async () => {
          await vscode.commands.executeCommand("workbench.action.closeSidebar");
          await openSample("aws-hulft/hulft.lk");
          await see({ selector: ".codelens-decoration a", text: words.simulate });
          await vscode.commands.executeCommand("lifekeeper.openSimulator");
          const isolate = { selector: '[role="menuitem"]', text: words.isolate };
          await clickUntil({ selector: `#topology [role="button"][aria-label*="${words.node} prim"]` }, isolate);
          await click(isolate);
          await see({ selector: `#topology [role="button"][aria-label*="${words.node} sec"][aria-label*="hulft"]` });
          await click({ selector: "#tab-timeline" });
          await click({ selector: ".moment .why", text: words.takesOver });
          await see({ selector: ".moment.shown .why", text: words.takesOver });
          await screenshot(`readme-simulate${suffix}`);
          await closeEverything();
        });
      });
    }
  });
}

const english = {
  language: "en",
  suffix: "",
  words: {
    node: "Node",
    nodes: "needs 3 nodes",
    simulate: "Simulate",
    isolate: "Lose the whole network",
    takesOver: "Takes over hulft",
  },
} as const;
const japanese = {
  language: "ja",
  suffix: ".ja",
  words: {
    node: "ノード",
    nodes: "3 ノード以上",
    simulate: "シミュレーション",
    isolate: "ネットワークをすべて失う",
    takesOver: "hulft を引き継ぎます",
  },
} as const;
