// The short status of a node as deployments look at it: what runs, which paths live, and what got worse meanwhile.

import { outputLines } from "../actual/outputLines.ts";
import { cutSections } from "../actual/sections.ts";
import { readShortDisplay } from "../actual/shortDisplay.ts";

export interface ShortStatus {
  readonly resources: readonly StatusResource[];
  readonly paths: readonly StatusPath[];
}

export interface StatusResource {
  readonly node: string;
  readonly tag: string;
  readonly id: string;
  readonly state: string;
  readonly priority: number | undefined;
  readonly primary: string;
  /** 0 for the root of a hierarchy. */
  readonly depth: number;
}

export interface StatusPath {
  readonly node: string;
  readonly network: string;
  /** `local/remote`, or a device. */
  readonly addresses: string;
  readonly state: string;
  readonly priority: number | undefined;
}

/** Reads what `lcdstatus -q` printed. Never throws; a line it does not understand is skipped. */
export function parseShortStatus(output: string): ShortStatus {
  const { sections } = cutSections(outputLines(output).lines);
  const displays = sections.filter(({ form }) => form === "lcdstatus -q").map(({ lines }) => readShortDisplay(lines));
  return {
    resources: displays
      .flatMap(({ rows }) => rows)
      .map(({ first, depth, ...row }) => ({ ...row, node: first ?? "", depth: depth ?? 0 })),
    paths: displays
      .flatMap(({ paths }) => paths ?? [])
      .map(({ peer, network, local, remote, state, priority }) => ({
        node: peer ?? "",
        network,
        addresses: remote === undefined ? local : `${local}/${remote}`,
        state: state ?? "",
        priority,
      })),
  };
}

/** What must still hold after a deployment: living paths stay alive, resources keep their states. */
export function findWorsened(before: ShortStatus, after: ShortStatus): readonly string[] {
  const dead = before.paths
    .filter(({ state }) => state === "ALIVE")
    .filter((path) => !after.paths.some((now) => samePath(path, now) && now.state === "ALIVE"))
    .map((path) => `${path.node} ${path.addresses}`);
  const moved = before.resources
    .filter((resource) => !after.resources.some(({ tag, state }) => tag === resource.tag && state === resource.state))
    .map(({ tag, state }) => {
      const now = after.resources.find((resource) => resource.tag === tag)?.state ?? "—";
      return `${tag} ${state} → ${now}`;
    });
  return [...dead, ...moved];
}

function samePath(a: StatusPath, b: StatusPath): boolean {
  return a.node === b.node && a.network === b.network && a.addresses === b.addresses;
}
