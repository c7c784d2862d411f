// Exactly half is not more than half.

import { witnessAdded } from "../addWitness.ts";
import { placeOf } from "../context.ts";
import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

const fourth =
  "node c { address 192.0.2.14 }\n" +
  ["a 11", "b 12", "w 13"]
    .map((each) => each.split(" "))
    .map(
      ([name, end]) =>
        `path ${name} <-> c {\n  tcp 198.51.100.${end} <-> 198.51.100.14 on private priority 1\n  tcp 192.0.2.${end} <-> 192.0.2.14 on office priority 2\n}`,
    )
    .join("\n");

export const evenVoters: Rule = {
  code: "even-voters",
  group: "network",
  title: { en: "An even number of voters", ja: "偶数の投票ノード" },
  documentation: {
    what: {
      en: "With `QUORUM_MODE=majority` an odd number of nodes is recommended, witness-only nodes counted.",
      ja: "`QUORUM_MODE=majority` では、Witness 専用ノードを含めて奇数のノード数が推奨されています。",
    },
    why: {
      en: "A node must reach more than half of the nodes. When the cluster splits into two equal halves, neither has quorum and the service stops in both.",
      ja: "過半数のノードに到達できる必要があるため、半数ずつに分断されるとどちらも Quorum を失い、サービスは両側で停止します。",
    },
    how: {
      en: "Add a witness-only node, or remove one node.",
      ja: "Witness 専用ノードを追加するか、ノードを 1 台減らしてください。",
    },
  },
  sources: ["MAJ931", "MAJ940J", "P129"],
  evidence: "documented",
  severity: "information",
  about: "cluster",
  *check(context) {
    const { cluster, configurations } = context;
    const count = cluster.nodes.length;
    // Two nodes are the matter of the support matrix.
    if (count < 4 || count % 2 === 1) return;
    const [first] = configurations.filter(
      ({ quorum, nodes }) => quorum.quorumMode === "majority" && nodes.some((node) => node.role === "node"),
    );
    if (first === undefined) return;
    yield {
      place: placeOf(context, first, "QUORUM_MODE"),
      message: {
        en: `${count} nodes vote: if the cluster splits into halves of ${count / 2}, both lose quorum. An odd number is recommended.`,
        ja: `投票するノードが ${count} 台です。${count / 2} 台ずつに分断されると両方が Quorum を失います。奇数が推奨されています。`,
      },
      fixes: witnessAdded(context),
    };
  },
  fires: trio(fourth),
  reports: `
    LifeKeeper
    | QUORUM_MODE=majority
    | ^^^^^^^^^^^^^^^^^^^^ information: 4 nodes vote: if the cluster splits into halves of 2, both lose quorum. An odd number is recommended.
  `,
  silent: trio(""),
};
