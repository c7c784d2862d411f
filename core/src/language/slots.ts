// What may stand in a place of a form, and which names of the cluster it may be.

/** The kinds of things that have names in a cluster file. */
export type NameKind = "node" | "network" | "domain" | "storage" | "host" | "resource";

export type Slot =
  | "address"
  | "answer"
  /** Two nodes with `<->` between them. */
  | "between"
  | "count"
  | "device"
  | "domain"
  | "duration"
  | "fault"
  | "file"
  | "healed"
  | "host"
  | "id"
  | "member"
  | "mode"
  | "name"
  | "network"
  | "never"
  | "node"
  | "onOff"
  | "operation"
  | "parameter"
  | "platform"
  | "priority"
  | "quorumPackage"
  | "requirement"
  | "shutdown"
  | "sometimes"
  | "ssh"
  | "state"
  | "storage"
  | "switchback"
  | "tag"
  | "text"
  | "title"
  | "type"
  | "value"
  | "version";

/** What a name in a slot may be the name of; the first kind that has such a name counts. */
const namedBySlot = {
  between: ["node"],
  domain: ["domain"],
  healed: ["node", "network", "storage", "host", "domain"],
  host: ["host"],
  member: ["node", "network", "storage", "host"],
  network: ["network"],
  node: ["node"],
  storage: ["storage"],
  tag: ["resource"],
} as const satisfies Readonly<Partial<Record<Slot, readonly NameKind[]>>>;

export function namedIn(slot: Slot): readonly NameKind[] {
  const table: Readonly<Partial<Record<Slot, readonly NameKind[]>>> = namedBySlot;
  return table[slot] ?? [];
}
