// The settings an editor of ours starts with: nothing that asks the outside, nothing that covers what one came to see.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const quietSettings = {
  "chat.disableAIFeatures": true,
  "extensions.ignoreRecommendations": true,
  // As on the desktop.
  "files.autoSave": "off",
  "git.openRepositoryInParentFolders": "never",
  "remote.autoForwardPorts": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.enableExperiments": false,
  "workbench.reduceMotion": "on",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

export type EditorSettings = Readonly<Record<string, unknown>>;

/** Written once per data folder; what the user changes later stays. */
export function writeEditorSettings(dataFolder: string, more: EditorSettings): void {
  const text = `${JSON.stringify({ ...quietSettings, ...more }, undefined, 2)}\n`;
  for (const folder of ["User", "Machine"]) {
    mkdirSync(join(dataFolder, "data", folder), { recursive: true });
    try {
      writeFileSync(join(dataFolder, "data", folder, "settings.json"), text, { flag: "wx" });
    } catch (error) {
      if (!(error instanceof Error) || !("code" in error) || error.code !== "EEXIST") throw error;
    }
  }
}
