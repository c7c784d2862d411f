// The test's side of the driver: hands and eyes in the window around the extension host. The desktop program has none.

import {
  type DriverAnswer,
  type DriverRequest,
  driverVariable,
  type Target,
} from "../../scripts/testHost/driverProtocol.ts";

const url = process.env[driverVariable];

export const hasDriver: boolean = url !== undefined;

async function ask(request: DriverRequest): Promise<string> {
  if (url === undefined) throw new Error("this editor has no driver");
  const response = await fetch(url, { method: "POST", body: JSON.stringify(request) });
  // Written by our own driver with the same type.
  const answer = (await response.json()) as DriverAnswer;
  if (!answer.ok) throw new Error(`${request.do}: ${answer.reason}`);
  return answer.text;
}

export async function print(text: string): Promise<void> {
  if (hasDriver) await ask({ do: "print", text });
  else process.stdout.write(text);
}

/** A picture of the whole window in `.test-output/screenshots`. Without a driver nobody looks, and nothing happens. */
export async function screenshot(name: string): Promise<void> {
  if (hasDriver) await ask({ do: "screenshot", name });
}

export async function click(target: Target): Promise<void> {
  await ask({ do: "click", ...target });
}

export async function hover(target: Target): Promise<void> {
  await ask({ do: "hover", ...target });
}

/** Waits until something visible matches. */
export async function see(target: Target): Promise<void> {
  await ask({ do: "wait", ...target });
}

/** True, or undefined when nothing has matched in the time given. */
export async function isSeen(target: Target): Promise<true | undefined> {
  return (await ask({ do: "look", ...target })) === "yes" ? true : undefined;
}

export async function read(target: Target): Promise<string> {
  return await ask({ do: "read", ...target });
}

export async function press(key: string): Promise<void> {
  await ask({ do: "press", key });
}

export async function type(text: string): Promise<void> {
  await ask({ do: "type", text });
}

export async function resize(width: number, height: number): Promise<void> {
  await ask({ do: "resize", width, height });
}

/** Clicks until what should follow is there: a window that is still arranging itself may swallow a click. */
export async function clickUntil(target: Target, follows: Target): Promise<void> {
  for (let tries = 0; tries < 10; tries++) {
    await click(target);
    if ((await isSeen({ ...follows, timeoutMs: 3000 })) === true) return;
  }
  await see(follows);
}

/** Chooses from a quick pick with the keyboard, as somebody who types fast: rows move while the list fills. */
export async function choose(filter: string, row: string): Promise<void> {
  await see({ selector: ".quick-input-list .monaco-list-row", text: row });
  await press("Control+A");
  await type(filter);
  await see({ selector: ".quick-input-list .monaco-list-row.focused", text: row });
  await press("Enter");
}
