// The tour with which an editor begins that `npm start` has opened: its environment names the cluster file.

import * as vscode from "vscode";
import { showTour } from "../commands/tour.ts";

const variable = "LKCLUSTER_TOUR";

/** Where nothing is open that it could cover. */
export async function takeTourAtStart(): Promise<void> {
  const file = process.env[variable];
  if (file === undefined || vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) return;
  await showTour(vscode.Uri.file(file));
}
