// A plan file is sealed with a key that only this user has, so that a plan that came from elsewhere, or was edited, is
// not taken for one's own. The key is made on first use and never leaves its file.

import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { closeSync, constants, fstatSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

export interface PlanKey {
  /** Tells keys apart without giving them away. */
  readonly id: string;
  readonly secret: Buffer;
}

export interface Seal {
  readonly key: string;
  readonly code: string;
}

const secretBytes = 32;

export function planKeyFile(environment: Readonly<Record<string, string | undefined>>): string {
  const given = environment["XDG_CONFIG_HOME"] ?? "";
  const home = environment["HOME"] ?? homedir();
  return join(given.startsWith("/") ? given : join(home, ".config"), "lkcluster", "plan.key");
}

/** Undefined when there is no key that only this user can read, and none can be made: plans are then not sealed. */
export function planKey(file: string): PlanKey | undefined {
  try {
    return readKey(file) ?? makeKey(file);
  } catch {
    // Decided: a plan without a seal is still a plan, and is said to be unsealed.
    return undefined;
  }
}

function readKey(file: string): PlanKey | undefined {
  let handle: number;
  try {
    handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  try {
    const found = fstatSync(handle);
    const isOurs = process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o077) === 0);
    if (!found.isFile() || found.size > 4 * secretBytes || !isOurs) throw new Error(`${file} is not a key of ours`);
    return keyOf(readFileSync(handle, "utf8"));
  } finally {
    closeSync(handle);
  }
}

function makeKey(file: string): PlanKey {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const text = `${randomBytes(secretBytes).toString("hex")}\n`;
  const handle = openSync(file, "wx", 0o600);
  try {
    writeSync(handle, text);
  } finally {
    closeSync(handle);
  }
  return keyOf(text);
}

function keyOf(text: string): PlanKey {
  const secret = Buffer.from(text.trim(), "hex");
  if (secret.length !== secretBytes) throw new Error("the key has another length");
  return { secret, id: createHash("sha256").update(secret).digest("hex").slice(0, 16) };
}

export function sealWith({ id, secret }: PlanKey, text: string): Seal {
  return { key: id, code: createHmac("sha256", secret).update(text).digest("hex") };
}

/** `sealed`: by this user, and not a letter has changed. `edited`: by this user, and something has. `unsealed`: neither. */
export function checkSeal(
  key: PlanKey | undefined,
  seal: Seal | undefined,
  text: string,
): "sealed" | "edited" | "unsealed" {
  if (key === undefined || seal === undefined || seal.key !== key.id) return "unsealed";
  const right = Buffer.from(sealWith(key, text).code);
  const given = Buffer.from(seal.code);
  return given.length === right.length && timingSafeEqual(given, right) ? "sealed" : "edited";
}
