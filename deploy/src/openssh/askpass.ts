// Lets ssh ask its questions (an unknown host key, a passphrase, a password) in the editor's own dialogs. ssh starts a
// small program named by SSH_ASKPASS, which hands the question over a socket in a private folder and prints the answer.
// Nothing typed is kept, logged, or written to a file.

import { constants } from "node:fs";
import { access, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Question {
  readonly node: string;
  /** As ssh words it. */
  readonly prompt: string;
  /** `host-key` wants `yes` or the fingerprint; `confirm` wants a yes or no; `secret` must not be shown. */
  readonly kind: "host-key" | "confirm" | "secret";
}

/** The answer, or undefined to refuse. */
export type Askpass = (question: Question) => Promise<string | undefined>;

export interface AskpassServer {
  readonly kind: "askpass";
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const programSource = `const socket = require("node:net").connect(process.env.LKCLUSTER_ASKPASS_SOCKET);
let answer = "";
socket.setEncoding("utf8");
socket.on("data", (text) => { answer += text; });
socket.on("error", () => process.exit(1));
socket.on("close", () => {
  if (!answer.startsWith("+")) process.exit(1);
  process.stdout.write(answer.slice(1) + "\\n");
});
socket.write(JSON.stringify({ prompt: process.argv[2] || "", hint: process.env.SSH_ASKPASS_PROMPT || "" }) + "\\n");
`;

export interface NoAskpass {
  readonly kind: "no-askpass";
  readonly reason: "askpass-folder";
  /** The places that were tried, and why each was none. */
  readonly detail: string;
}

export interface AskpassPlaces {
  /** Tried one after the other; the folders for temporary files of this machine otherwise. */
  readonly folders?: readonly string[];
  /** This machine's otherwise. */
  readonly platform?: NodeJS.Platform;
}

/**
 * On Windows ssh could only start a batch file as this program, and what a server writes into its prompt would be words of
 * a command line there: such a server could run anything on this machine.
 */
export function canAsk({ platform = process.platform }: AskpassPlaces = {}): boolean {
  return platform !== "win32";
}

/** A socket's path must fit into 104 bytes on macOS and 108 on Linux, with the zero at its end. */
const socketPathMax = 103;

/** Never throws: where no place will do, that is said, and nothing is left behind. */
export async function startAskpass(
  node: string,
  ask: Askpass,
  { folders = usualFolders() }: AskpassPlaces = {},
): Promise<AskpassServer | NoAskpass> {
  const tried: string[] = [];
  for (const parent of folders) {
    const made = await startIn(parent, node, ask);
    if (typeof made !== "string") return made;
    tried.push(`${parent}: ${made}`);
  }
  return { kind: "no-askpass", reason: "askpass-folder", detail: tried.join("\n") };
}

function usualFolders(): readonly string[] {
  const run = process.env["XDG_RUNTIME_DIR"] ?? "";
  return [...new Set([tmpdir(), ...(run.startsWith("/") ? [run] : []), "/tmp"])];
}

/** Why this folder will not do, as a string. */
async function startIn(parent: string, node: string, ask: Askpass): Promise<AskpassServer | string> {
  let folder: string | undefined;
  const server = createServer((socket) => serve(socket, node, ask));
  const clean = async (): Promise<void> => {
    server.close();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  };
  try {
    // mkdtemp makes the folder with mode 0700: nobody else reaches the socket.
    folder = await mkdtemp(join(parent, "lkcluster-"));
    const socketPath = join(folder, "socket");
    if (Buffer.byteLength(socketPath) > socketPathMax) throw new Error("its path is too long for a socket");
    const script = join(folder, "askpass");
    const program = join(folder, "askpass.cjs");
    await writeFile(program, programSource, { mode: 0o600, flag: "wx" });
    await writeFile(script, '#!/bin/sh\nexec "$LKCLUSTER_ASKPASS_NODE" "$LKCLUSTER_ASKPASS_PROGRAM" "$@"\n', {
      mode: 0o700,
      flag: "wx",
    });
    // Where programs may not be run from, ssh would ask nobody and say nothing.
    await access(script, constants.X_OK).catch(() => {
      throw new Error("programs may not be run from there (noexec)");
    });
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(socketPath, resolve);
    });
    return serverIn(folder, socketPath, script, program, server);
  } catch (error) {
    await clean();
    return error instanceof Error ? error.message : String(error);
  }
}

function serverIn(folder: string, socketPath: string, script: string, program: string, server: Server): AskpassServer {
  return {
    kind: "askpass",
    environment: {
      SSH_ASKPASS: script,
      SSH_ASKPASS_REQUIRE: "force",
      // Older clients ask through SSH_ASKPASS only when a display is named.
      DISPLAY: process.env["DISPLAY"] ?? ":0",
      LKCLUSTER_ASKPASS_NODE: process.execPath,
      LKCLUSTER_ASKPASS_PROGRAM: program,
      LKCLUSTER_ASKPASS_SOCKET: socketPath,
      // In the editor the running program may be Electron; this makes it a plain Node.
      ...(process.versions["electron"] === undefined ? {} : { ELECTRON_RUN_AS_NODE: "1" }),
    },
    async close() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function serve(socket: Socket, node: string, ask: Askpass): void {
  let received = "";
  let asked = false;
  socket.setEncoding("utf8");
  socket.on("error", () => socket.destroy());
  socket.on("data", (text) => {
    received += String(text);
    if (asked || !(received.includes("\n") || received.length > 65536)) return;
    asked = true;
    void ask(questionOf(node, received))
      .catch(() => undefined)
      .then((answer) => socket.end(answer === undefined ? "-" : `+${answer}`));
  });
}

function questionOf(node: string, received: string): Question {
  const given: unknown = parseJson(received);
  const fields = new Map(typeof given === "object" && given !== null ? Object.entries(given) : []);
  const prompt = String(fields.get("prompt") ?? "");
  const hint = String(fields.get("hint") ?? "");
  const hostKey = /\(yes\/no(\/\[fingerprint\])?\)\??\s*$/.test(prompt);
  return { node, prompt, kind: hostKey ? "host-key" : hint === "confirm" ? "confirm" : "secret" };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Decided: only our own program speaks here; anything else gets a question without words, which people refuse.
    return undefined;
  }
}
