// One change at a time that might make a violated proof hold, as edits to the files. Whether it does is proved, not
// assumed; what a change costs besides is told with it.

import type { Localized } from "../locale/localized.ts";
import { writtenName } from "../model/names.ts";
import type { CheckResult } from "../rules/check.ts";
import { type ClusterContext, clusterContext } from "../rules/context.ts";
import { type Assignments, assigned, insertedInCluster } from "../rules/fixes.ts";
import { combinationRows, evaluateSupport } from "../support/matrix.ts";
import type { PathItem, ResourceItem, ResourceSetting } from "../syntax/cluster/tree.ts";
import type { FileEdit } from "../text/edit.ts";

export interface RepairCandidate {
  readonly title: Localized;
  readonly edits: readonly FileEdit[];
  /** What it does, one code each; no two candidates do the same. Of two repairs the one that does less is enough. */
  readonly steps: readonly string[];
  /** What it needs that no proof sees: a machine, a cable, an address to fill in. */
  readonly cost: Localized | undefined;
}

export function repairCandidates(check: CheckResult): readonly RepairCandidate[] {
  const { cluster, parsed, parameterFile } = check;
  if (cluster === undefined) return [];
  const context = clusterContext(parsed, cluster, parameterFile);
  const witness = newWitness(context);
  return [
    ...modeCandidates(context),
    ...lossActionCandidates(context),
    ...pathCandidates(context),
    ...reservationCandidates(context),
    ...fencingCandidates(context),
    ...(witness === undefined ? [] : [witness]),
  ].filter(({ edits }) => edits.length > 0);
}

/** The same parameters on every node that serves something; a witness-only node keeps its own WITNESS_MODE. */
function onNodes(context: ClusterContext, assignments: Assignments): readonly FileEdit[] {
  const found = new Map<string, FileEdit>();
  for (const configuration of context.configurations) {
    const witnessOnly = configuration.nodes.every(({ role }) => role === "witness");
    const wanted = witnessOnly ? assignments.filter(([name]) => name !== "WITNESS_MODE") : assignments;
    for (const edit of assigned(context, configuration, wanted)) {
      found.set(JSON.stringify([edit.file, edit.span, edit.newText]), edit);
    }
  }
  return [...found.values()];
}

function modeCandidates(context: ClusterContext): readonly RepairCandidate[] {
  const { cluster } = context;
  const first = context.configurations.find(({ nodes }) => nodes.some(({ role }) => role === "node"))?.quorum;
  if (first === undefined || !cluster.quorumPackage) return [];
  const facts = {
    nodeCount: cluster.nodes.length,
    witnessNodeCount: cluster.nodes.filter(({ role }) => role === "witness").length,
    version: cluster.version,
  };
  return combinationRows.flatMap(({ quorumMode, witnessMode }): readonly RepairCandidate[] => {
    if (quorumMode === first.quorumMode && witnessMode === first.witnessMode) return [];
    if (evaluateSupport({ ...facts, quorumMode, witnessMode }).kind !== "supported") return [];
    // Hosts and storage objects cannot be invented.
    if (quorumMode === "tcp_remote" && first.quorumHosts.length === 0) return [];
    if (quorumMode === "storage" && first.storageType === undefined) return [];
    const assignments = [
      ...(quorumMode === first.quorumMode ? [] : [["QUORUM_MODE", quorumMode] as const]),
      ...(witnessMode === first.witnessMode ? [] : [["WITNESS_MODE", witnessMode] as const]),
    ];
    const said = assignments.map(([name, value]) => `${name}=${value}`).join(", ");
    return [
      {
        title: { en: `Set ${said}`, ja: `${said} にする` },
        edits: onNodes(context, assignments),
        steps: assignments.map(([name, value]) => `${name}=${value}`),
        cost: undefined,
      },
    ];
  });
}

function lossActionCandidates(context: ClusterContext): readonly RepairCandidate[] {
  const now = context.configurations[0]?.quorum.lossAction;
  if (!context.cluster.quorumPackage) return [];
  return (["fastkill", "fastboot", "osu"] as const)
    .filter((action) => action !== now)
    .map((action) => ({
      title: { en: `Set QUORUM_LOSS_ACTION=${action}`, ja: `QUORUM_LOSS_ACTION=${action} にする` },
      edits: onNodes(context, [["QUORUM_LOSS_ACTION", action]]),
      steps: [`QUORUM_LOSS_ACTION=${action}`],
      cost: undefined,
    }));
}

/** A path more for a pair, and a path moved to another network. */
function pathCandidates(context: ClusterContext): readonly RepairCandidate[] {
  const items = (context.parsed.tree.cluster?.items ?? []).filter((item): item is PathItem => item.kind === "path");
  const networks = context.cluster.networks.map(({ name }) => name);
  return items.flatMap((item): readonly RepairCandidate[] => {
    const { left, right, body } = item;
    if (left === undefined || right === undefined || body === undefined) return [];
    const pair = { en: `${left.value} and ${right.value}`, ja: `${left.value} と ${right.value}` };
    const used = item.links.flatMap(({ network }) => (network === undefined ? [] : [network.value]));
    const free = networks.find((name) => !used.includes(name));
    const address = (name: string): string =>
      writtenName(`${context.nodes.get(name)?.address ?? name}-path${item.links.length + 1}`);
    const on = free === undefined ? "" : ` on ${writtenName(free)}`;
    const added: RepairCandidate = {
      title: {
        en: `Add a path between ${pair.en}${free === undefined ? "" : ` on ${free}`}`,
        ja: `${pair.ja} の間に${free === undefined ? "" : ` ${free} 上の`}パスを追加する`,
      },
      edits: [before(context, body.end, `tcp ${address(left.value)} <-> ${address(right.value)}${on}`)],
      steps: [`path ${writtenName(left.value)} ${writtenName(right.value)}`],
      cost: {
        en: "Needs another network and its addresses. Replace the two names with the real addresses.",
        ja: "別のネットワークとアドレスが必要です。2 つの名前を実際のアドレスに置き換えてください。",
      },
    };
    const moved = item.links.flatMap((link, index): readonly RepairCandidate[] => {
      const shared = used.filter((name) => name === link.network?.value).length > 1;
      if (!shared || free === undefined || link.network === undefined || index === 0) return [];
      return [
        {
          title: {
            en: `Move path ${index + 1} between ${pair.en} to ${free}`,
            ja: `${pair.ja} の間のパス ${index + 1} を ${free} に移す`,
          },
          edits: [{ file: context.parsed.file, span: link.network.span, newText: writtenName(free) }],
          steps: [`path ${writtenName(left.value)} ${writtenName(right.value)} ${index + 1} on ${writtenName(free)}`],
          cost: {
            en: "Needs cabling and addresses on that network.",
            ja: "そのネットワークへの配線とアドレスが必要です。",
          },
        },
      ];
    });
    return [added, ...moved];
  });
}

function reservationCandidates(context: ClusterContext): readonly RepairCandidate[] {
  return resourceItems(context).flatMap((item): readonly RepairCandidate[] => {
    const isDisk = item.type?.value === "scsi/disk" || item.type?.value === "scsi/device";
    if (!isDisk || item.tag === undefined || item.items.some(({ kind }) => kind === "reserved")) return [];
    const end = item.id?.span.end ?? item.type?.span.end ?? item.tag.span.end;
    return [
      {
        title: {
          en: `Protect ${item.tag.value} with a SCSI reservation`,
          ja: `${item.tag.value} を SCSI リザベーションで保護する`,
        },
        edits: [
          item.body === undefined
            ? { file: context.parsed.file, span: { start: end, end }, newText: " { reserved }" }
            : before(context, item.body.end, "reserved"),
        ],
        steps: [`reserved ${writtenName(item.tag.value)}`],
        cost: {
          en: "Needs a disk that supports reservations.",
          ja: "リザベーションに対応したディスクが必要です。",
        },
      },
    ];
  });
}

function resourceItems(context: ClusterContext): readonly ResourceItem[] {
  const found: ResourceItem[] = [];
  const visit = (items: readonly (ResourceSetting | { readonly kind: string })[]): void => {
    for (const item of items) {
      if (item.kind !== "resource") continue;
      // Only a resource item has this kind.
      const resource = item as ResourceItem;
      found.push(resource);
      visit(resource.items);
    }
  };
  visit(context.parsed.tree.cluster?.items ?? []);
  return found;
}

function fencingCandidates(context: ClusterContext): readonly RepairCandidate[] {
  const servers = context.cluster.nodes.filter(({ role, stonith }) => role === "node" && !stonith);
  if (servers.length === 0) return [];
  const edits = servers.flatMap(({ name }) => {
    const item = context.nodeItems.get(name);
    if (item?.name === undefined) return [];
    const end = item.name.span.end;
    return item.body === undefined
      ? [{ file: context.parsed.file, span: { start: end, end }, newText: " { stonith }" }]
      : [before(context, item.body.end, "stonith")];
  });
  return [
    {
      title: {
        en: "Let the nodes power each other off (STONITH)",
        ja: "ノードが互いの電源を切れるようにする（STONITH）",
      },
      edits,
      steps: ["stonith"],
      cost: {
        en: "Needs power control that works when the network between the nodes does not; a node powered off is started by hand.",
        ja: "ノード間のネットワークが切れても動作する電源制御が必要です。電源を切られたノードは手動で起動します。",
      },
    },
  ];
}

/** A third machine, and the modes that make use of it. */
function newWitness(context: ClusterContext): RepairCandidate | undefined {
  const { cluster } = context;
  if (cluster.nodes.length > 3) return undefined;
  let name = "witness-1";
  for (let number = 2; context.nodes.has(name); number++) name = `witness-${number}`;
  const lines = [
    `witness ${name} { set WITNESS_MODE = none set QUORUM_MODE = majority }`,
    ...cluster.nodes.map(
      (node) => `path ${writtenName(node.name)} <-> ${name} { tcp ${writtenName(node.address)} <-> ${name} }`,
    ),
  ];
  const added = insertedInCluster(context, lines);
  if (added === undefined) return undefined;
  const first = context.configurations[0]?.quorum;
  const item = context.parsed.tree.cluster?.items.find(({ kind }) => kind === "quorum-package");
  const value = item?.kind === "quorum-package" ? item.value : undefined;
  const installed =
    cluster.quorumPackage || value === undefined
      ? []
      : [{ file: context.parsed.file, span: value.span, newText: "installed" }];
  const assignments = [
    ...(first?.quorumMode === "majority" ? [] : [["QUORUM_MODE", "majority"] as const]),
    ...(first?.witnessMode === "remote_verify" ? [] : [["WITNESS_MODE", "remote_verify"] as const]),
  ];
  return {
    title: {
      en: `Add a witness-only node, with QUORUM_MODE=majority and WITNESS_MODE=remote_verify`,
      ja: `Witness 専用ノードを追加し、QUORUM_MODE=majority、WITNESS_MODE=remote_verify にする`,
    },
    edits: [added, ...installed, ...onNodes(context, assignments)],
    steps: ["witness"],
    cost:
      installed.length === 0
        ? {
            en: "Needs one more machine with a LifeKeeper licence, ideally at another site. Fill in its address.",
            ja: "もう 1 台のマシン（できれば別サイト）と LifeKeeper のライセンスが必要です。アドレスを記入してください。",
          }
        : {
            en: "Needs the Quorum/Witness package on every node and one more machine with a LifeKeeper licence, ideally at another site. Fill in its address.",
            ja: "全ノードへの Quorum/Witness パッケージのインストールと、もう 1 台のマシン（できれば別サイト）、LifeKeeper のライセンスが必要です。アドレスを記入してください。",
          },
  };
}

/** As the last item of a block whose `}` ends at `end`. */
function before({ parsed }: ClusterContext, end: number, line: string): FileEdit {
  const { file, text } = parsed;
  let at = end - 1;
  while (at > 0 && /\s/.test(text.charAt(at - 1))) at--;
  const gap = text.slice(at, end - 1);
  const indent = /\n([ \t]*)$/.exec(gap)?.[1];
  const newText = indent === undefined ? ` ${line}` : `\n${indent}  ${line}`;
  return { file, span: { start: at, end: at }, newText: `${newText}${gap === "" ? " " : ""}` };
}
