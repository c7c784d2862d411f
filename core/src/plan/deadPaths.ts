// qwk_storage_init needs every communication path of the node ALIVE: run without, the quorum storage did not prevent a
// failover [SOLUTIONS952].

import type { Localized } from "../locale/localized.ts";
import { parseShortStatus } from "./lcdstatus.ts";
import type { NodeFacts } from "./nodeFacts.ts";

/** What speaks against initialising the quorum storage now; nothing where no path is shown. */
export function deadPathsBeforeInit(facts: readonly NodeFacts[]): readonly Localized[] {
  const dead = facts.flatMap(({ node, status }) =>
    parseShortStatus(status ?? "")
      .paths.filter(({ state }) => state !== "ALIVE")
      .map((path) => `${node} → ${path.node} (${path.addresses}, ${path.state})`),
  );
  if (dead.length === 0) return [];
  const list = dead.join(", ");
  return [
    {
      en: `qwk_storage_init needs all communication paths ALIVE, and these are not: ${list}. Initialised so, the quorum storage may not prevent a failover. Bring them up, and run qwk_storage_exit first where it had been initialised so before.`,
      ja: `qwk_storage_init は、すべてのコミュニケーションパスが ALIVE のときに実行する必要がありますが、次のパスはそうではありません: ${list}。このまま初期化すると、storage モードでもフェイルオーバーを防げないことがあります。パスを回復させてください。以前にこの状態で初期化した場合は、先に qwk_storage_exit を実行してください。`,
    },
  ];
}
