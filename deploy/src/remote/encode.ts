// Writes a request as sh commands. Everything that came from a user, a file or a node becomes a word made of letters,
// digits and a few harmless marks, every other byte an octal escape that printf turns back. No quoting to get wrong.

import { type ByteText, bytesOfText } from "@lkcluster/core/text/byteText.ts";
import type { LifekeeperCommand, Request } from "../host.ts";
import { timerProgram } from "./program.ts";

/** Bytes that mean nothing to sh inside single quotes and nothing to printf. */
const harmful = /[^A-Za-z0-9 _/.,:=#+@]/g;

const escapes: readonly string[] = Array.from({ length: 256 }, (_, code) => `\\${code.toString(8).padStart(3, "0")}`);

/** Data for `printf '…'`, as the format itself. */
export function encodeData(bytes: ByteText): string {
  return bytes.replace(harmful, (byte) => escapes[byte.charCodeAt(0)] ?? "");
}

const chunkBytes = 4096;

/** Commands that print `bytes`, joined so that the first failure ends them. */
function printCommands(bytes: ByteText): string {
  const commands: string[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    // A slice of bytes is bytes.
    commands.push(`printf '${encodeData(bytes.slice(at, at + chunkBytes) as ByteText)}'`);
  }
  return commands.length === 0 ? "printf ''" : commands.join(" &&\n");
}

/** A file's content as a file on the node: `{ … } >"$X/new"`. */
function writeFile(name: "new" | "record" | "timer.sh", bytes: ByteText): string {
  return `{\n${printCommands(bytes)}\n} >"$X/${name}"`;
}

/** What it does to LifeKeeper, and the command. */
const commands: Readonly<Record<LifekeeperCommand, string>> = {
  "stop-keeping-applications": "stop lkstop -f",
  start: "start lkstart",
  "qwk-storage-init": "other qwk_storage_init",
};

function commandOf(request: Request): string {
  switch (request.kind) {
    case "read":
      return "lk_read";
    case "show":
      return "lk_show";
    case "stage": {
      return [
        "lk_stage_open",
        writeFile("record", bytesOfText(request.record)),
        writeFile("timer.sh", bytesOfText(timerProgram)),
        request.content === undefined ? ': >"$X/gone"' : writeFile("new", request.content),
        ":",
      ]
        .join(" &&\n")
        .concat(" || lk_fail write-failed new\nlk_stage_close");
    }
    case "arm":
      return `W=${wholeNumber(request.seconds)}\nlk_arm`;
    case "renew":
      return "lk_renew";
    case "commit":
      return "lk_commit";
    case "confirm":
      return "lk_confirm";
    case "revert":
      return "lk_revert";
    case "generation":
      return `lk_generation ${wholeNumber(request.number)}`;
    case "lifekeeper":
      return `lk_lifekeeper ${commands[request.command]}`;
    case "stay-down":
      return "lk_stay_down";
  }
}

function wholeNumber(value: number): string {
  return String(Math.max(0, Math.min(1_000_000, Math.trunc(value))));
}

/** Asks whether this user may write beside the file; root always may. */
export function encodeProbe(file: string, nonce: string): string {
  const ask =
    'lk_locate\nif [ "$(id -u)" = 0 ] || { [ -n "$B" ] && [ -w "$D" ]; }; then lk_say able yes; else lk_say able no; fi';
  return frame(ask, file, "none", nonce);
}

/** `nonce` is ours, hexadecimal and fresh: no file and no banner can contain it. */
export function encodeRequest(request: Request, file: string, nonce: string): string {
  return frame(commandOf(request), file, "transaction" in request ? request.transaction : "none", nonce);
}

/** One compound command: a request that arrives only in part is never begun. */
function frame(command: string, file: string, transaction: string, nonce: string): string {
  return [
    "(",
    `N=${nonce}`,
    `T=$(printf '${encodeData(bytesOfText(file))}')`,
    `I=$(printf '${encodeData(bytesOfText(transaction))}')`,
    "lk_staged=no",
    command,
    ")",
    `printf '\\n%s end %s\\n' ${nonce} $?`,
    "",
  ].join("\n");
}

/** A transaction's name becomes part of file names and unit names on the node. */
export function isTransactionName(name: string): boolean {
  return /^[a-z0-9]{1,40}$/.test(name);
}
