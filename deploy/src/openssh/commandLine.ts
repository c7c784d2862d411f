// What a person would type to do something on a node: shown, never run.

import type { Destination } from "../host.ts";
import { parseDestination } from "./destination.ts";

const startLifekeeper = "sudo /opt/LifeKeeper/bin/lkstart";

/** The command that starts LifeKeeper on the node behind an `ssh` line of the cluster file. */
export function startCommandFor({ ssh }: Destination): string {
  const target = parseDestination(ssh);
  if (target === undefined) return startLifekeeper;
  const { user, host, port } = target;
  const where = `${user === undefined ? "" : `${user}@`}${host}`;
  return `ssh ${port === undefined ? "" : `-p ${port} `}${where} ${startLifekeeper}`;
}
