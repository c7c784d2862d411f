// Reads what the remote program printed: items between lines that carry the request's nonce. Whatever a login shell
// prints besides is skipped, and an answer that is not whole is never taken for one.

import type { DeploymentRecord, Generation, NodeFacts, TargetFile } from "@lkcluster/core/plan/nodeFacts.ts";
import { asBytes, type ByteText, textOfBytes } from "@lkcluster/core/text/byteText.ts";
import { type NodeReason, nodeReasons } from "../failureReason.ts";
import type { Answer, Request } from "../host.ts";
import { printable } from "../printable.ts";
import { readJournal } from "./journal.ts";

export interface Item {
  readonly key: string;
  readonly value: ByteText;
}

export interface Reply {
  readonly items: readonly Item[];
  readonly status: number;
}

/** Undefined while the end has not arrived. */
export function findReply(received: ByteText, nonce: string): Reply | undefined {
  const ending = received.lastIndexOf(`\n${nonce} end `);
  if (ending < 0) return undefined;
  const status = /^(\d{1,3})\n/.exec(received.slice(ending + nonce.length + 6, ending + nonce.length + 12))?.[1];
  if (status === undefined) return undefined;
  const mark = `\n${nonce} `;
  const items = received
    .slice(0, ending)
    .split(mark)
    .slice(1)
    .map((part) => {
      const line = part.indexOf("\n");
      return line < 0
        ? { key: part, value: asBytes("") }
        : { key: part.slice(0, line), value: asBytes(part.slice(line + 1)) };
    });
  return { items, status: Number(status) };
}

export type Understood<R extends Request> =
  | { readonly kind: "answer"; readonly answer: Answer<R> }
  | { readonly kind: "refused"; readonly reason: NodeReason; readonly detail: string }
  | { readonly kind: "garbage" };

export function understand<R extends Request>(request: R, node: string, reply: Reply): Understood<R> {
  const failed = bytesOf(reply, "failed");
  if (failed !== undefined) {
    const reason = nodeReasons.find((known) => known === failed);
    if (reason === undefined) return { kind: "garbage" };
    const detail = bytesOf(reply, "detail") ?? asBytes("");
    if (reason !== "locked") return { kind: "refused", reason, detail: textOfBytes(detail) };
    const own = "transaction" in request && readRecord(detail)?.transaction === request.transaction;
    return own
      ? { kind: "refused", reason: "same-as-another", detail: "" }
      : { kind: "refused", reason, detail: holderOf(detail) };
  }
  if (reply.status !== 0) return { kind: "garbage" };
  const answer = readAnswer(request, node, reply);
  // The switch in readAnswer pairs every request with its own answer; the compiler cannot follow a generic through it.
  return answer === undefined ? { kind: "garbage" } : { kind: "answer", answer: answer as Answer<R> };
}

/** Who deploys there, from the record of the other deployment. */
function holderOf(record: ByteText): string {
  const { who, when } = readRecord(record) ?? { who: "", when: "" };
  return who === "" ? "" : `${who}, ${when}`;
}

function readAnswer(request: Request, node: string, reply: Reply): Answer<Request> | undefined {
  const value = (key: string): ByteText | undefined => bytesOf(reply, key);
  switch (request.kind) {
    case "read": {
      const facts = readFacts(node, reply);
      return facts === undefined ? undefined : { kind: "read", facts };
    }
    case "show": {
      const output = value("shown");
      return output === undefined || value("end") !== "show" ? undefined : { kind: "shown", output };
    }
    case "stage": {
      const written = value("written");
      if (written === undefined && value("gone") === undefined) return undefined;
      return { kind: "staged", old: value("old"), written };
    }
    case "arm": {
      const by = wordOf(reply, "armed");
      return by === "systemd" || by === "process" ? { kind: "armed", by } : undefined;
    }
    case "renew":
      return value("renewed") === undefined ? undefined : { kind: "renewed" };
    case "commit":
      return value("committed") === undefined ? undefined : { kind: "committed" };
    case "confirm": {
      const generation = Number(value("confirmed"));
      return Number.isSafeInteger(generation) ? { kind: "confirmed", generation } : undefined;
    }
    case "revert": {
      const file = wordOf(reply, "reverted");
      return file === "old" || file === "foreign" ? { kind: "reverted", file } : undefined;
    }
    case "generation": {
      const replaced = value("replaced");
      const deployed = value("deployed");
      if (replaced === undefined && value("replaced-absent") === undefined) return undefined;
      if (deployed === undefined && value("deployed-absent") === undefined) return undefined;
      return { kind: "generation", replaced, deployed };
    }
    case "lifekeeper": {
      const status = Number(value("status"));
      const output = printable(textOfBytes(value("output") ?? asBytes("")));
      return Number.isSafeInteger(status) ? { kind: "ran", status, output } : undefined;
    }
    case "stay-down":
      return value("down") === undefined ? undefined : { kind: "stays-down" };
  }
}

/** A short answer that is compared with words of ours. */
function wordOf(reply: Reply, key: string): string | undefined {
  return bytesOf(reply, key);
}

function bytesOf(reply: Reply, key: string): ByteText | undefined {
  return reply.items.find((item) => item.key === key)?.value;
}

function readFacts(node: string, reply: Reply): NodeFacts | undefined {
  const value = (key: string): ByteText | undefined => bytesOf(reply, key);
  const target = readTarget(reply);
  if (target === undefined || value("end") !== "read") return undefined;
  const test = value("lktest");
  const text = (key: string): string | undefined => {
    const bytes = value(key);
    return bytes === undefined ? undefined : printable(textOfBytes(bytes));
  };
  return {
    node,
    target,
    lifekeeper: test === undefined ? "absent" : test === "0" ? "running" : "stopped",
    status: text("status"),
    lifekeeperName: text("name")?.trim(),
    unfinished: readUnfinished(reply),
    generations: readGenerations(reply),
    journal: readJournal(value("journal")),
  };
}

function readTarget(reply: Reply): TargetFile | undefined {
  const kind = bytesOf(reply, "kind");
  switch (kind) {
    case undefined:
    case "":
      return undefined;
    case "absent":
      return { kind: "absent" };
    case "file": {
      const content = bytesOf(reply, "content");
      const behind = bytesOf(reply, "behind");
      const extras = wordOf(reply, "extras");
      if (content === undefined) return undefined;
      return {
        kind: "file",
        content,
        attributes: bytesOf(reply, "attributes") ?? "",
        behindLink: behind === undefined ? undefined : textOfBytes(behind),
        extras: extras === "lost" || extras === "unknown" ? extras : "kept",
      };
    }
    default:
      return { kind: "other", what: printable(textOfBytes(kind)).replaceAll("\n", " ").slice(0, 40) };
  }
}

function readUnfinished(reply: Reply): NodeFacts["unfinished"] {
  const transaction = bytesOf(reply, "tx");
  const state = wordOf(reply, "tx-state");
  const decision = wordOf(reply, "tx-decision");
  if (transaction === undefined) return undefined;
  return {
    transaction: textOfBytes(transaction),
    record: readRecord(bytesOf(reply, "tx-record")),
    state: state === "committed" || state === "staged" ? state : "foreign",
    decision: decision === "confirmed" || decision === "reverting" ? decision : "open",
    held: bytesOf(reply, "tx-held") !== undefined,
    timerArmed: bytesOf(reply, "tx-timer") !== undefined,
  };
}

function readGenerations(reply: Reply): readonly Generation[] {
  const lastNumber = Number(bytesOf(reply, "last"));
  const deployed = bytesOf(reply, "last-deployed");
  const removed = bytesOf(reply, "last-gone") !== undefined;
  const starts = reply.items.flatMap(({ key }, at) => (key === "gen" ? [at] : []));
  return starts.map((start, order) => {
    const items = reply.items.slice(start, starts[order + 1]);
    const number = Number(items[0]?.value);
    return {
      number,
      record: readRecord(items.find(({ key }) => key === "gen-record")?.value),
      confirmed: items.some(({ key }) => key === "gen-confirmed"),
      deployed: number === lastNumber ? deployed : undefined,
      removed: number === lastNumber && removed,
    };
  });
}

/** Undefined when it is not ours: a record is for people and for drift, nothing depends on its being there. */
export function readRecord(bytes: ByteText | undefined): DeploymentRecord | undefined {
  if (bytes === undefined) return undefined;
  try {
    const given: unknown = JSON.parse(textOfBytes(bytes));
    if (typeof given !== "object" || given === null) return undefined;
    const fields = new Map(Object.entries(given));
    const text = (name: string): string => line(fields.get(name));
    const { names, rollback, nodes, follows } = Object.fromEntries(fields);
    return {
      transaction: text("transaction"),
      cluster: text("cluster"),
      names: listOf(names).map(line),
      who: text("who"),
      when: text("when"),
      plan: text("plan"),
      proof: text("proof"),
      rollback: readRollback(rollback),
      nodes: listOf(nodes).map((each) => ({
        node: fieldOf(each, "node"),
        before: fieldOf(each, "before"),
        after: fieldOf(each, "after"),
      })),
      follows: listOf(follows).map(line),
    };
  } catch {
    // Decided: a record that is no JSON was cut off while it was written, and is treated as absent.
    return undefined;
  }
}

function line(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? printable(String(value)).replaceAll("\n", " ") : "";
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldOf(value: unknown, name: string): string {
  return typeof value === "object" && value !== null ? line(new Map(Object.entries(value)).get(name)) : "";
}

function readRollback(value: unknown): DeploymentRecord["rollback"] {
  const part = fieldOf(value, "part");
  return part === "before" || part === "after" ? { part, transaction: fieldOf(value, "transaction") } : undefined;
}
