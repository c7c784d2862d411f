// The test's side of the driver, from a web worker: eyes in the window around the extension host.

import * as vscode from "vscode";
import type { DriverAnswer, DriverRequest, Target } from "../../scripts/testHost/driverProtocol.ts";

let url: Promise<string> | undefined;

async function driverUrl(): Promise<string> {
  const { extensionUri } = vscode.extensions.getExtension("vscode-lifekeeper.vscode-lifekeeper") ?? {};
  if (extensionUri === undefined) throw new Error("the extension is not there");
  const answer = await fetch(new URL("/told.json", extensionUri.toString(true)));
  // Written by the server of the tests.
  return ((await answer.json()) as { readonly driver: string }).driver;
}

async function ask(request: DriverRequest): Promise<string> {
  url ??= driverUrl();
  const response = await fetch(await url, { method: "POST", body: JSON.stringify(request) });
  // Written by our own driver with the same type.
  const answer = (await response.json()) as DriverAnswer;
  if (!answer.ok) throw new Error(`${request.do}: ${answer.reason}`);
  return answer.text;
}

export async function print(text: string): Promise<void> {
  await ask({ do: "print", text });
}

/** Waits until something visible matches, in the page or in a frame of it. */
export async function see(target: Target): Promise<void> {
  await ask({ do: "wait", ...target });
}

export async function screenshot(name: string): Promise<void> {
  await ask({ do: "screenshot", name });
}
