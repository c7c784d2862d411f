// The settings an editor of ours starts with: nothing that asks the outside, nothing that covers what one came to see.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

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

/**
 * What the user changed stays, but for `more`: it says where this checkout's nodes are and which language this start
 * speaks, and a checkout may have been moved or copied since.
 */
export function writeEditorSettings(dataFolder: string, more: EditorSettings): void {
  for (const folder of ["User", "Machine"]) {
    const file = join(dataFolder, "data", folder, "settings.json");
    mkdirSync(dirname(file), { recursive: true });
    const settings = { ...(settingsIn(file) ?? quietSettings), ...more };
    writeFileSync(file, `${JSON.stringify(settings, undefined, 2)}\n`);
  }
}

/** Undefined when there is no such file, or one with comments, which only an editor can read. */
function settingsIn(file: string): EditorSettings | undefined {
  try {
    const settings: unknown = JSON.parse(readFileSync(file, "utf8"));
    return typeof settings === "object" && settings !== null ? { ...settings } : undefined;
  } catch {
    return undefined;
  }
}
