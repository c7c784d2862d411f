// Settings that must be equal on every node and are not, by what counts on each.

import { parameters as known } from "../../catalogue/parameters.ts";
import type { ParameterSpec } from "../../catalogue/spec.ts";
import type { Evidence } from "../../evidence.ts";
import { type ClusterContext, type Configuration, givenValue } from "../context.ts";
import { trio } from "../example.ts";
import { fix, removedLine } from "../fixes.ts";
import type { Finding, Rule } from "../rule.ts";
import { listed } from "../wording.ts";

export const nodesMustAgree: Rule = {
  code: "nodes-must-agree",
  group: "agreement",
  title: { en: "Nodes that must agree and do not", ja: "ノード間で一致していない設定" },
  documentation: {
    what: {
      en: "Some parameters must be the same on all nodes: `LCMHBEATTIME`, `LCMNUMHBEATS` and `LCMPORT` by the manual, `QUORUM_MODE` as one mode per cluster.",
      ja: "すべてのノードで同じ値でなければならないパラメーターがあります。`LCMHBEATTIME`、`LCMNUMHBEATS`、`LCMPORT` はマニュアルに明記され、`QUORUM_MODE` はクラスターで 1 つのモードにします。",
    },
    why: {
      en: "With different heartbeats, one side considers a path dead while the other still considers it alive.",
      ja: "ハートビートが異なると、一方が切断と判断したパスを他方は正常とみなします。",
    },
    how: {
      en: "Give the value in the parameter file, and remove `set` lines that differ.",
      ja: "パラメーターファイルに値を書き、異なる `set` の行を削除してください。",
    },
  },
  sources: ["HB970", "CORE990", "VM941J"],
  evidence: "documented",
  severity: "error",
  about: "cluster",
  *check(context) {
    for (const spec of known) {
      if (spec.mustAgree !== "all" || spec.variableEnd !== undefined) continue;
      if (spec.kit !== "quorum" || context.cluster.quorumPackage) yield* checkOne(context, spec);
    }
  },
  fires: trio("", { b: "set LCMHBEATTIME = 7" }),
  reports: `
    cluster.lk
    |   node b { address 192.0.2.12 set LCMHBEATTIME = 7 }
    |                               ^^^^^^^^^^^^^^^^^^^^ error: \`LCMHBEATTIME\` must be the same on all nodes. It is \`7\` on \`b\` and \`5\` on \`a\` and \`w\`.
    |   node b { address 192.0.2.12 set LCMHBEATTIME = 7 }
    |        - differs on this node
  `,
  silent: trio("", { a: "set LCMHBEATTIME = 7", b: "set LCMHBEATTIME = 7", w: "set LCMHBEATTIME = 7" }),
};

function* checkOne(context: ClusterContext, spec: ParameterSpec): Iterable<Finding> {
  const groups = new Map<string, Configuration[]>();
  for (const configuration of context.configurations) {
    const value = normal(spec, configuration.values.get(spec.name)?.value);
    groups.set(value, [...(groups.get(value) ?? []), configuration]);
  }
  const nodesOf = (group: readonly Configuration[]): readonly string[] =>
    group.flatMap((each) => each.nodes.map((node) => node.name));
  const bySize = [...groups].sort((a, b) => nodesOf(b[1]).length - nodesOf(a[1]).length);
  const [majority, ...others] = bySize;
  if (majority === undefined) return;
  for (const [value, group] of others) {
    for (const configuration of group) {
      // Written on either side; a difference between two defaults cannot be.
      const written =
        givenValue(configuration, spec.name) ??
        majority[1].map((each) => givenValue(each, spec.name)).find((each) => each);
      if (written === undefined) continue;
      const isSet = written.origin === "set" && configuration.values.get(spec.name)?.place === written.place;
      yield {
        place: written.place,
        message: {
          en: `\`${spec.name}\` must be the same on all nodes. It is \`${value || "empty"}\` on ${listed(nodesOf(group)).en} and \`${majority[0] || "empty"}\` on ${listed(nodesOf(majority[1])).en}.`,
          ja: `\`${spec.name}\` はすべてのノードで同じ値にします。${listed(nodesOf(group)).ja} では \`${value || "空"}\`、${listed(nodesOf(majority[1])).ja} では \`${majority[0] || "空"}\` です。`,
        },
        evidence: evidenceOf(context, spec),
        sources: spec.sources,
        related: configuration.nodes.map((node) => ({
          ...node.place,
          message: { en: "differs on this node", ja: "このノードで異なっています" },
        })),
        fixes: isSet
          ? [
              fix(
                { en: "Remove this set", ja: "この set を削除する" },
                [removedLine(context.parsed.text, written.place)],
                "a choice",
              ),
            ]
          : [],
      };
    }
  }
}

/** Two spellings of one value agree. */
function normal(spec: ParameterSpec, value: string | undefined): string {
  if (value === undefined) return "";
  if (spec.type.kind !== "choice") return /^\d+$/.test(value) ? String(Number(value)) : value;
  return spec.type.values.find((each) => each.aliases?.includes(value))?.value ?? value;
}

/** That a cluster has one quorum mode is written for VMware, and concluded from that elsewhere. */
function evidenceOf({ cluster }: ClusterContext, spec: ParameterSpec): Evidence {
  if (spec.name === "QUORUM_MODE" && cluster.platform === "vmware") return "documented";
  return spec.evidence.mustAgree ?? "documented";
}
