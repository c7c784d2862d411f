// VS Code's own server on a free loopback port, with the workbench for a browser.

import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { endGroup, spawnGroup } from "../childProcess.ts";

export interface VscodeServer {
  readonly port: number;
  /** Whoever opens the workbench must know it, so that nobody else on this machine gets a terminal of ours. */
  readonly token: string;
  stop(): Promise<void>;
}

export interface VscodeServerOptions {
  readonly vscodeFolder: string;
  /** Settings, extensions and logs of this server; made when missing. */
  readonly dataFolder: string;
  /** What the extension host sees. */
  readonly env: NodeJS.ProcessEnv;
  /** 0 picks a free one. */
  readonly port: number;
  /** The page may name an extension under development and its tests. */
  readonly forTests: boolean;
  /** True: a folder is not trusted until the user says so, as on the desktop. */
  readonly asksForTrust?: boolean;
}

const startTimeoutMs = 60_000;

export async function startVscodeServer(options: VscodeServerOptions): Promise<VscodeServer> {
  mkdirSync(options.dataFolder, { recursive: true });
  const token = randomBytes(16).toString("hex");
  const child = spawnGroup(
    process.execPath,
    [
      join(options.vscodeFolder, "out", "server-main.js"),
      ...["--host", "127.0.0.1", "--port", String(options.port)],
      ...["--connection-token", token, "--accept-server-license-terms"],
      ...(options.forTests ? ["--enable-smoke-test-driver"] : []),
      ...["--server-data-dir", options.dataFolder],
      ...(options.asksForTrust === true ? [] : ["--disable-workspace-trust"]),
      ...["--disable-telemetry", "--disable-update-check"],
    ],
    { env: editorEnvironment(options.env), stdio: ["ignore", "pipe", "pipe"] },
  );
  const log = createWriteStream(join(options.dataFolder, "server.log"));
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  const killWithUs = (): void => void endGroup(child);
  process.once("exit", killWithUs);
  const stop = async (): Promise<void> => {
    process.removeListener("exit", killWithUs);
    await endGroup(child);
    log.end();
  };
  const port = await portOf(child);
  if (port !== undefined) return { port, token, stop };
  await stop();
  throw new Error(`VS Code's server did not start; its log is ${join(options.dataFolder, "server.log")}`);
}

/** The port it says it listens on; undefined when it ends or stays silent. */
function portOf(child: ChildProcess): Promise<number | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), startTimeoutMs);
    const finish = (port: number | undefined): void => {
      clearTimeout(timer);
      resolve(port);
    };
    child.once("exit", () => finish(undefined));
    child.once("error", () => finish(undefined));
    if (child.stdout === null) return finish(undefined);
    createInterface({ input: child.stdout }).on("line", (line) => {
      const port = /Extension host agent listening on (\d+)/.exec(line)?.[1];
      if (port !== undefined) finish(Number(port));
    });
  });
}

/** VS Code started from a terminal of VS Code would inherit that one's sockets. */
function editorEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(VSCODE_|ELECTRON_|npm_)/.test(name)));
}
