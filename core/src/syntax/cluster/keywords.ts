// The words of the cluster language, by the block in which they open something, and the words that may follow.
// Grammar, completion, messages and the generated TextMate grammar all read these lists.

import { actionKeywords, faultKinds } from "../../language/actions.ts";

/** The blocks in which statements stand. */
export type BlockKind = "file" | "cluster" | "domain" | "node" | "path" | "storage" | "resource" | "scenario" | "prove";

/** What opens a statement in each block. A name that equals one of them in its block is written as a string. */
export const openers = {
  file: ["cluster", "scenario", "prove"],
  cluster: [
    "lifekeeper",
    "platform",
    "quorum-package",
    "defaults",
    "network",
    "domain",
    "node",
    "witness",
    "path",
    "storage",
    "host",
    "resource",
  ],
  domain: [],
  node: ["address", "ssh", "file", "shutdown", "confirm-failover", "block-resource-failover", "stonith", "set"],
  path: ["tcp", "tty"],
  storage: ["reached-by", "on", "holds"],
  resource: [
    "servers",
    "switchback",
    "failover",
    "local-recovery",
    "temporal-recovery",
    "mode",
    "reserved",
    "info",
    "on-network",
    "resource",
    "uses",
  ],
  scenario: ["given", "expect", ...actionKeywords],
  prove: ["never", "always", "sometimes", "up"],
} as const satisfies Readonly<Record<BlockKind, readonly string[]>>;

/** Words that have a meaning inside a statement only; elsewhere they are names like any other. */
export const connectives = [
  "on",
  "priority",
  "in",
  "active",
  "nowhere",
  "last",
  "down",
  "isolated",
  "mirror",
  "resyncing",
  "from",
  "to",
  "source",
  "and",
  "without",
  "all",
  "keeping",
  "applications",
  "allowing",
  "beyond",
  "local",
  "recovery",
  "up",
  "off",
  "halted",
  "rebooted",
  "no",
  "quorum",
  "split-brain",
  "corrupt",
  "within",
  "longer",
  "than",
  "recovers",
  "faults",
  "of",
] as const;

export type Keyword = (typeof openers)[BlockKind][number] | (typeof connectives)[number];

/** Values that the grammar lists; each is checked where it is read. */
export const choices = {
  platform: ["physical", "vmware", "aws", "azure", "gcp", "oci"],
  quorumPackage: ["installed", "none"],
  shutdown: ["switchover", "stay"],
  switchback: ["intelligent", "automatic"],
  onOff: ["on", "off"],
  mode: ["synchronous", "asynchronous"],
  refuse: ["restore", "remove"],
  answer: ["yes", "no"],
  state: ["ISP", "ISU", "OSU", "OSF"],
  nodeCondition: ["up", "off", "halted", "rebooted"],
  never: ["split-brain", "two-active", "outage", "data-loss"],
  sometimes: ["failover", "quorum-loss"],
  fault: faultKinds,
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ChoiceKind = keyof typeof choices;

/** True when `word` opens a statement in `block`. */
export function isOpener(block: BlockKind, word: string): boolean {
  const words: readonly string[] = openers[block];
  return words.includes(word);
}
