// One `sh` on a node, kept for several requests: writes a request, waits for the whole answer, and notices when the
// connection ends, hangs or talks nonsense. Knows nothing of ssh; the process is handed in.

import { randomBytes } from "node:crypto";
import type { HostFailure } from "../failure.ts";
import type { Answer, Connection, Request } from "../host.ts";
import { encodeProbe, encodeRequest } from "./encode.ts";
import { type ProcessOptions, type Shell, startShell } from "./process.ts";
import { remoteProgram } from "./program.ts";
import { type Reply, understand } from "./reply.ts";

export interface ShellOptions extends ProcessOptions {
  /** The parameter file on the node. */
  readonly file: string;
  /** A person may have to answer ssh before the node answers us. */
  readonly firstAnswerMs: number;
  readonly onRequest?: ((request: Request["kind"] | "connect", ended: string) => void) | undefined;
}

/** Commands of the product that take their time. */
const slow: ReadonlySet<Request["kind"]> = new Set(["lifekeeper", "show"]);
const slowTimeoutMs = 15 * 60 * 1000;

export async function openShell(options: ShellOptions): Promise<Connection | HostFailure> {
  const { node, file, onRequest } = options;
  const shell = startShell(options);
  const opened = await becomeAble(shell, options);
  shell.settle();
  onRequest?.("connect", "kind" in opened ? opened.reason : "ok");
  if ("kind" in opened) {
    await shell.end();
    return opened;
  }
  return {
    kind: "connection",
    async request<R extends Request>(request: R): Promise<Answer<R> | HostFailure> {
      const nonce = makeNonce();
      const reply = await shell.exchange(
        encodeRequest(request, file, nonce),
        nonce,
        slow.has(request.kind) ? slowTimeoutMs : undefined,
      );
      const answer = "kind" in reply ? reply : toAnswer(request, node, reply, shell.printed());
      onRequest?.(request.kind, answer.kind === "failure" ? answer.reason : "ok");
      return answer;
    },
    close: () => shell.end(),
  };
}

function toAnswer<R extends Request>(request: R, node: string, reply: Reply, printed: string): Answer<R> | HostFailure {
  const understood = understand(request, node, reply);
  switch (understood.kind) {
    case "answer":
      return understood.answer;
    case "refused":
      return { kind: "failure", node, reason: understood.reason, detail: understood.detail };
    case "garbage":
      return { kind: "failure", node, reason: "garbage", detail: printed };
  }
}

/** Makes the shell ready and, when the file's folder is not the user's to write, root by `sudo -n`. */
async function becomeAble(shell: Shell, { file, firstAnswerMs }: ShellOptions): Promise<Reply | HostFailure> {
  const first = await probe(shell, file, firstAnswerMs);
  if ("kind" in first || isAble(first)) return first;
  const nonce = makeNonce();
  // The new shell says that it is there before it reads on, so nothing is lost in the buffer of the old one.
  const asRoot = await shell.exchange(`exec sudo -n sh -c 'printf "\\n%s end 0\\n" ${nonce}; exec sh'\n`, nonce);
  if ("kind" in asRoot) return asRoot.reason === "connection-lost" ? shell.failure("sudo-not-allowed") : asRoot;
  const second = await probe(shell, file);
  return "kind" in second || isAble(second) ? second : shell.failure("sudo-not-allowed");
}

function isAble(reply: Reply): boolean {
  return reply.items.some(({ key, value }) => key === "able" && String(value) === "yes");
}

/** Loads the program and asks whether this user may write beside the file. */
function probe(shell: Shell, file: string, limitMs?: number): Promise<Reply | HostFailure> {
  const nonce = makeNonce();
  return shell.exchange(`${remoteProgram}\n${encodeProbe(file, nonce)}`, nonce, limitMs);
}

function makeNonce(): string {
  return randomBytes(16).toString("hex");
}
