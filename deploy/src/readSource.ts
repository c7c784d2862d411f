// Reads one running node for an import: what LifeKeeper's commands say there, and its parameter file. Changes nothing.

import type { Source } from "@lkcluster/core/adopt/joinNodes.ts";
import { decodeText } from "./decodeText.ts";
import { type HostFailure, isFailure } from "./failure.ts";
import type { Hosts } from "./host.ts";

export async function readSource(
  hosts: Hosts,
  ssh: string,
  file: string,
  signal?: AbortSignal,
): Promise<Source | HostFailure> {
  const connection = await hosts({ node: ssh, ssh, file }).connect(signal);
  if (isFailure(connection)) return connection;
  try {
    const answer = await connection.request({ kind: "read" });
    if (isFailure(answer)) return answer;
    const shown = await connection.request({ kind: "show" });
    if (isFailure(shown)) return shown;
    const { target, lifekeeperName } = answer.facts;
    return {
      label: ssh,
      name: lifekeeperName === undefined || lifekeeperName === "" ? ssh : lifekeeperName,
      ssh,
      output: decodeText(Buffer.from(shown.output, "latin1")).text,
      parameters: target.kind === "file" ? decodeText(Buffer.from(target.content, "latin1")).text : undefined,
    };
  } finally {
    await connection.close();
  }
}
