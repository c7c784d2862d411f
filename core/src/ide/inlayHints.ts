// What follows from the text and is not written in it: detection times, inherited priorities, modes in force.

import type { Locale, Localized } from "../locale/localized.ts";
import type { Cluster, EffectiveConfiguration, EffectiveValue } from "../model/cluster.ts";
import { defaultConfiguration, withParameterFile } from "../model/effective.ts";
import { type QuorumConfiguration, quorumConfigurationOf } from "../model/quorumConfiguration.ts";
import type { Place } from "../problem.ts";
import type { NodeItem, ResourceItem } from "../syntax/cluster/tree.ts";
import { code } from "../text/shown.ts";
import type { Span } from "../text/span.ts";
import type { ExpectationOutcome } from "./scenarioOutcome.ts";
import type { Language, Snapshot } from "./snapshot.ts";

export interface InlayHint {
  readonly offset: number;
  readonly label: readonly LabelPart[];
  readonly tooltip: Localized;
}

export interface LabelPart {
  readonly text: string;
  /** Where it follows from, when somebody wrote that. */
  readonly from: Place | undefined;
}

export function inlayHints(snapshot: Snapshot, file: string, language: Language, range: Span): readonly InlayHint[] {
  const hints = language === "cluster" ? inCluster(snapshot, file) : inParameterFile(snapshot, file);
  return hints.filter(({ offset }) => range.start <= offset && offset <= range.end);
}

/** Beside each expectation what came out, as a run that belongs to this very text found it. */
export function outcomeHints(
  expectations: readonly ExpectationOutcome[],
  range: Span,
  locale: Locale,
): readonly InlayHint[] {
  return expectations.flatMap(({ span, passed, found }): readonly InlayHint[] => {
    if (span.end < range.start || range.end < span.end) return [];
    const text = `${passed ? "✓" : "✗"}${found === undefined ? "" : ` ${found[locale]}`}`;
    const tooltip = passed
      ? { en: "Met when the scenario is simulated.", ja: "シナリオをシミュレーションした結果、期待どおりです。" }
      : {
          en: "Not met when the scenario is simulated: this came out.",
          ja: "シナリオをシミュレーションした実際の結果です。期待とは異なります。",
        };
    return [{ offset: span.end, label: [{ text, from: undefined }], tooltip }];
  });
}

// ---- a cluster file -----------------------------------------------------------------------------------------------

function inCluster(snapshot: Snapshot, file: string): readonly InlayHint[] {
  const { parsed, cluster } = snapshot.model(file);
  if (cluster === undefined) return [];
  return (parsed.tree.cluster?.items ?? []).flatMap((item) => {
    if (item.kind === "node" || item.kind === "witness") return nodeHints(item, cluster);
    return item.kind === "resource" ? resourceHints(item, cluster) : [];
  });
}

function nodeHints(item: NodeItem, cluster: Cluster): readonly InlayHint[] {
  const node = cluster.nodes.find((each) => each.name === item.name?.value);
  if (node === undefined || item.name === undefined || !cluster.quorumPackage) return [];
  const { quorumMode, witnessMode } = quorumConfigurationOf(node.configuration);
  return [
    {
      offset: item.name.span.end,
      label: [
        { text: quorumMode, from: node.configuration.get("QUORUM_MODE")?.place },
        { text: " / ", from: undefined },
        { text: witnessMode, from: node.configuration.get("WITNESS_MODE")?.place },
      ],
      tooltip: {
        en: `In force on ${code(node.name)}: ${code(`QUORUM_MODE=${quorumMode}`)}, ${code(`WITNESS_MODE=${witnessMode}`)}`,
        ja: `${code(node.name)} で有効な値: ${code(`QUORUM_MODE=${quorumMode}`)}、${code(`WITNESS_MODE=${witnessMode}`)}`,
      },
    },
  ];
}

/** A child without `servers` has those of its parent; `around` is where they are written. */
function resourceHints(item: ResourceItem, cluster: Cluster, around?: Place): readonly InlayHint[] {
  const written = item.items.find((child) => child.kind === "servers");
  const from = written === undefined ? around : { file: cluster.file, span: written.span };
  const inside = item.items.flatMap((child) => (child.kind === "resource" ? resourceHints(child, cluster, from) : []));
  const resource = cluster.resources.find((each) => each.name === item.tag?.value);
  const end = (item.id ?? item.type)?.span.end;
  const inherits = resource?.servers.some((server) => server.inherited) === true;
  if (resource === undefined || end === undefined || !inherits) return inside;
  const servers = resource.servers.map((server) => `${server.node} ${server.priority}`).join(", ");
  const own: InlayHint = {
    offset: end,
    label: [{ text: `servers ${servers}`, from }],
    tooltip: {
      en: "Inherited from the resource around it.",
      ja: "外側のリソースから引き継いだサーバーと優先順位です。",
    },
  };
  return [own, ...inside];
}

// ---- a parameter file ---------------------------------------------------------------------------------------------

function inParameterFile(snapshot: Snapshot, file: string): readonly InlayHint[] {
  const { tree } = snapshot.parameterFile(file);
  const version = snapshot.clustersOf(file)[0]?.cluster?.version;
  const values = withParameterFile(defaultConfiguration(version), file, tree);
  const quorum = quorumConfigurationOf(values);
  return tree.lines.flatMap((line) => {
    if (line.kind !== "assignment") return [];
    const hint = parameterHint(line.name.text, quorum, values);
    return hint === undefined ? [] : [{ offset: line.rawValue.span.end, ...hint }];
  });
}

function parameterHint(
  name: string,
  quorum: QuorumConfiguration,
  values: EffectiveConfiguration,
): Pick<InlayHint, "label" | "tooltip"> | undefined {
  // One of the two carries the hint: the one that is written, the count when both are.
  const isGiven = (parameter: string): boolean => values.get(parameter)?.origin === "file";
  switch (name) {
    case "LCMHBEATTIME":
      return isGiven("LCMNUMHBEATS") ? undefined : heartbeat(quorum, values);
    case "LCMNUMHBEATS":
      return heartbeat(quorum, values);
    case "QWK_STORAGE_HBEATTIME":
      return isGiven("QWK_STORAGE_NUMHBEATS") ? undefined : storage(quorum, values);
    case "QWK_STORAGE_NUMHBEATS":
      return storage(quorum, values);
    default:
      return undefined;
  }
}

function heartbeat({ heartbeatMs, heartbeatCount }: QuorumConfiguration, values: EffectiveConfiguration) {
  const sum = product(heartbeatMs, heartbeatCount);
  return {
    label: factors(heartbeatMs, heartbeatCount, values.get("LCMHBEATTIME"), values.get("LCMNUMHBEATS")),
    tooltip: {
      en: `A dead communication path is noticed after ${sum} (\`LCMHBEATTIME\` × \`LCMNUMHBEATS\`, minimums applied).`,
      ja: `コミュニケーションパスの切断を検知するまで ${sum} です（\`LCMHBEATTIME\` × \`LCMNUMHBEATS\`、下限値を適用）。`,
    },
  };
}

function storage({ storageHeartbeatMs, storageHeartbeatCount }: QuorumConfiguration, values: EffectiveConfiguration) {
  const sum = product(storageHeartbeatMs, storageHeartbeatCount);
  const [step, count] = [values.get("QWK_STORAGE_HBEATTIME"), values.get("QWK_STORAGE_NUMHBEATS")];
  return {
    label: factors(storageHeartbeatMs, storageHeartbeatCount, step, count),
    tooltip: {
      en: `A node that no longer updates its object counts as dead after ${sum} (\`QWK_STORAGE_HBEATTIME\` × \`QWK_STORAGE_NUMHBEATS\`).`,
      ja: `オブジェクトを更新しなくなったノードは、${sum} で停止したとみなされます（\`QWK_STORAGE_HBEATTIME\` × \`QWK_STORAGE_NUMHBEATS\`）。`,
    },
  };
}

function product(stepMs: number, count: number): string {
  return `${stepMs / 1000} s × ${count} = ${(stepMs * count) / 1000} s`;
}

function factors(
  stepMs: number,
  count: number,
  step: EffectiveValue | undefined,
  times: EffectiveValue | undefined,
): readonly LabelPart[] {
  return [
    { text: `${stepMs / 1000} s`, from: step?.place },
    { text: " × ", from: undefined },
    { text: String(count), from: times?.place },
    { text: ` = ${(stepMs * count) / 1000} s`, from: undefined },
  ];
}
