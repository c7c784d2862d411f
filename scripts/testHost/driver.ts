// Hands and eyes for tests that run inside the extension host: clicks, keys and screenshots over a loopback port.

import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Locator, Page } from "playwright-core";
import type { DriverAnswer, DriverRequest, Target } from "./driverProtocol.ts";

export interface Driver {
  readonly url: string;
  /** The page comes later than the address: the editor must know the address when it starts. */
  attach(page: Page): void;
  stop(): void;
}

/** On a busy machine too. */
const targetTimeoutMs = 60_000;

/** `heard` is called at every request: a sign that the tests are alive. `printed` gets what they print. */
export async function startDriver(
  screenshotFolder: string,
  heard: () => void,
  printed: (text: string) => void = () => undefined,
): Promise<Driver> {
  const secret = randomBytes(16).toString("hex");
  let page: Page | undefined;
  const server = createServer((request, response) => {
    heard();
    // Tests in a browser ask from its page; who does not know the secret learns nothing.
    response.setHeader("access-control-allow-origin", "*");
    const answer = async (): Promise<DriverAnswer> => {
      if (request.url !== `/${secret}` || request.method !== "POST") return { ok: false, reason: "not for you" };
      if (page === undefined) return { ok: false, reason: "the window is not open yet" };
      // What arrives was written by our own test with the same type.
      const wanted = JSON.parse(await bodyOf(request)) as DriverRequest;
      if (wanted.do === "print") printed(wanted.text);
      try {
        return await perform(page, wanted, screenshotFolder);
      } catch (error) {
        // What the window looked like when something was not there; nobody can tell later.
        await perform(page, { do: "screenshot", name: "last-failure" }, screenshotFolder);
        throw error;
      }
    };
    answer()
      .catch((error: unknown): DriverAnswer => ({ ok: false, reason: String(error) }))
      .then((result) => response.end(JSON.stringify(result)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/${secret}`,
    attach: (opened) => {
      page = opened;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
}

async function perform(page: Page, request: DriverRequest, folder: string): Promise<DriverAnswer> {
  switch (request.do) {
    case "print":
      process.stdout.write(request.text);
      return { ok: true, text: "" };
    case "screenshot": {
      mkdirSync(folder, { recursive: true });
      const path = join(folder, `${request.name.replace(/[^\w.-]/g, "-")}.png`);
      await page.screenshot({ path, timeout: targetTimeoutMs });
      return { ok: true, text: path };
    }
    case "click": {
      const found = await find(page, request);
      await found.click({ timeout: targetTimeoutMs });
      return { ok: true, text: "" };
    }
    case "hover":
      await (await find(page, request)).hover({ timeout: targetTimeoutMs });
      return { ok: true, text: "" };
    case "wait":
      await find(page, request);
      return { ok: true, text: "" };
    case "look":
      return { ok: true, text: (await findOrNot(page, request)) === undefined ? "no" : "yes" };
    case "read":
      return { ok: true, text: (await (await find(page, request)).textContent({ timeout: targetTimeoutMs })) ?? "" };
    case "press":
      await page.keyboard.press(request.key);
      return { ok: true, text: "" };
    case "type":
      await page.keyboard.type(request.text);
      return { ok: true, text: "" };
    case "resize":
      await page.setViewportSize({ width: request.width, height: request.height });
      return { ok: true, text: "" };
  }
}

async function find(page: Page, target: Target): Promise<Locator> {
  const found = await findOrNot(page, target);
  if (found !== undefined) return found;
  const what = target.text === undefined ? "" : ` with the text ${JSON.stringify(target.text)}`;
  throw new Error(`nothing visible matches ${target.selector}${what}`);
}

/** Looks into every frame until something visible matches or the time is over. */
async function findOrNot(page: Page, target: Target): Promise<Locator | undefined> {
  const deadline = performance.now() + (target.timeoutMs ?? targetTimeoutMs);
  for (;;) {
    for (const frame of page.frames()) {
      const all = frame.locator(target.selector);
      const matching = target.text === undefined ? all : all.filter({ hasText: target.text });
      const visible = matching.filter({ visible: true }).first();
      // A frame may go away while it is asked; the next round sees the frames that are left.
      if (await visible.isVisible().catch(() => false)) return visible;
    }
    if (performance.now() > deadline) return undefined;
    await delay(50);
  }
}
