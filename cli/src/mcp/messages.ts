// What comes in on standard input and goes out on standard output: one JSON-RPC message a line. Whatever a line holds, it
// becomes a message, an error to answer with, or nothing.

export type Id = string | number;

export interface Request {
  readonly kind: "request";
  readonly id: Id;
  readonly method: string;
  readonly params: Params;
}

export interface Notification {
  readonly kind: "notification";
  readonly method: string;
  readonly params: Params;
}

/** An answer to a question of ours, which there is none. */
interface Ignored {
  readonly kind: "ignored";
}

interface Malformed {
  readonly kind: "malformed";
  readonly id: Id | undefined;
  readonly error: RpcError;
}

export type Incoming = Request | Notification | Ignored | Malformed;

export type Params = Readonly<Record<string, unknown>>;

export interface RpcError {
  readonly code: number;
  readonly message: string;
  readonly data?: object;
}

/** Of JSON-RPC, and of the protocol's own range. */
export const errorCode = {
  parse: -32700,
  invalidRequest: -32600,
  unknownMethod: -32601,
  invalidParams: -32602,
  internal: -32603,
  unsupportedVersion: -32022,
} as const;

/** A batch, which one revision of the protocol has, is several messages; each is answered by itself. */
export function readMessages(line: string): readonly Incoming[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    // Whatever is not JSON is no message; whoever sent it is told so.
    return [malformed(undefined, errorCode.parse, "Parse error: a message is one line of JSON")];
  }
  if (depthOf(line) > depthMax) {
    const id = isObject(parsed) && isId(parsed["id"]) ? parsed["id"] : undefined;
    return [malformed(id, errorCode.invalidParams, `A message has at most ${depthMax} levels`)];
  }
  if (!Array.isArray(parsed)) return [readMessage(parsed)];
  if (parsed.length === 0 || parsed.length > batchMax) {
    return [malformed(undefined, errorCode.invalidRequest, `A batch has 1 to ${batchMax} messages`)];
  }
  return parsed.map(readMessage);
}

const batchMax = 50;
/** Whatever walks through a message may follow it down. */
const depthMax = 64;

/** Of the brackets outside of strings, whether they match or not. */
function depthOf(json: string): number {
  let depth = 0;
  let most = 0;
  let isText = false;
  for (let at = 0; at < json.length; at++) {
    const mark = json[at];
    if (mark === '"') isText = !isText;
    else if (isText) at += mark === "\\" ? 1 : 0;
    else if (mark === "[" || mark === "{") most = Math.max(most, ++depth);
    else if (mark === "]" || mark === "}") depth--;
  }
  return most;
}

/** Of a method or an id: longer ones are none of ours. */
const nameMax = 500;

function readMessage(value: unknown): Incoming {
  if (!isObject(value)) return malformed(undefined, errorCode.invalidRequest, "A message is an object");
  const { id, method, params = {} } = value;
  if (method === undefined && ("result" in value || "error" in value)) return { kind: "ignored" };
  const known = isId(id) ? id : undefined;
  const isRequest = "id" in value;
  if (isRequest && known === undefined) {
    return malformed(undefined, errorCode.invalidRequest, "An id is a string or a whole number");
  }
  if (value["jsonrpc"] !== "2.0" || typeof method !== "string" || method.length > nameMax) {
    return malformed(known, errorCode.invalidRequest, 'A message has "jsonrpc": "2.0" and a method');
  }
  if (!isObject(params)) return malformed(known, errorCode.invalidParams, "Params are an object");
  return known === undefined
    ? { kind: "notification", method, params }
    : { kind: "request", id: known, method, params };
}

function malformed(id: Id | undefined, code: number, message: string): Malformed {
  return { kind: "malformed", id, error: { code, message } };
}

export function isObject(value: unknown): value is Params {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isId(value: unknown): value is Id {
  return typeof value === "string" ? value.length <= nameMax : Number.isSafeInteger(value);
}

/** Ends of lines in strings are escaped by JSON, so that a message is one line. */
export function line(message: object): string {
  return `${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`;
}
