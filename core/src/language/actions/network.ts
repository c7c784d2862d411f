// What happens to communication paths, networks and what fails together, and how it is mended.

import { type ActionStatement, action, type Surroundings } from "../action.ts";

const worksAgain = { en: "what was broken works again", ja: "障害箇所の復旧" };

export const networkActions = [
  {
    keyword: "isolate",
    text: {
      en: "The node loses every communication path and keeps running.",
      ja: "ノードのコミュニケーションパスがすべて切れますが、ノードは動き続けます。",
    },
    actions: {
      isolate: action("isolate <node>", {
        role: "fault",
        told: ({ node }) => ({
          en: `${node} loses its network and runs on.`,
          ja: `${node} がネットワークを失い、稼働を続けます。`,
        }),
        asFault: ({ node }) => ({ en: `${node} loses its network`, ja: `${node} のネットワーク喪失` }),
        menu: () => ({ en: "Lose the whole network", ja: "ネットワークをすべて失う" }),
        instruction: ({ node }, bench) => bench.breaking({ node }),
        undoing: ({ node }, bench) => bench.mending({ node }),
      }),
    },
  },
  {
    keyword: "cut",
    text: {
      en: "All paths between two nodes are cut; or one of them, by its number; or everything on a network.",
      ja: "2 台のノード間の全パス、番号で指定した 1 本、またはネットワーク上のすべてを切断します。",
    },
    expected: {
      en: "`NODE <-> NODE`, `path NODE <-> NODE N` or `network NAME`",
      ja: "`NODE <-> NODE`、`path NODE <-> NODE N`、`network NAME` のいずれか",
    },
    actions: {
      "cut-pair": action("cut <between>", {
        role: "fault",
        each: "cut-link",
        told: ({ between: [a, b] }) => ({
          en: `The paths between ${a} and ${b} are cut.`,
          ja: `${a} と ${b} の間のパスが切断されます。`,
        }),
        asFault: ({ between: [a, b] }) => pathIsCut(a, b),
        menu: () => ({ en: "Cut all paths of the pair", ja: "両ノード間のパスをすべて切断" }),
        instruction: ({ between }, bench) => bench.breaking({ between, index: undefined }),
        undoing: ({ between }, bench) => bench.mending({ between, index: undefined }),
      }),
      "cut-link": action("cut path <between> <index:count>", {
        role: "fault",
        fault: {
          kind: "cut",
          usual: true,
          text: { en: "One link of a path is cut.", ja: "パスのリンク 1 本の切断です。" },
        },
        told: ({ between: [a, b], index }) => ({
          en: `The path ${a} <-> ${b} ${index} is cut.`,
          ja: `パス ${a} <-> ${b} ${index} が切断されます。`,
        }),
        asFault: ({ between, index }, cluster) => {
          const [a, b] = between;
          if (cluster.linksBetween(between).length <= 1) return pathIsCut(a, b);
          return { en: `path ${index} between ${a} and ${b} is cut`, ja: `${a} と ${b} の間のパス ${index} の切断` };
        },
        menu: ({ between, index }, _, cluster) => {
          const on = onNetwork(cluster, between, index);
          return { en: `Cut path ${index}${on}`, ja: `パス ${index}${on} を切断` };
        },
        instruction: ({ between, index }, bench) => bench.breaking({ between, index }),
        undoing: ({ between, index }, bench) => bench.mending({ between, index }),
      }),
      "cut-network": action("cut network <network>", {
        role: "fault",
        fault: { kind: "network", usual: true, text: { en: "A network fails.", ja: "ネットワークの障害です。" } },
        told: ({ network }) => ({
          en: `The network ${network} fails.`,
          ja: `ネットワーク ${network} に障害が発生します。`,
        }),
        asFault: ({ network }) => ({ en: `the network ${network} fails`, ja: `ネットワーク ${network} の障害` }),
        menu: () => ({ en: "Network fails", ja: "ネットワーク障害" }),
        instruction: ({ network }) => [
          {
            node: undefined,
            text: {
              en: `Make the network ${network} fail: switch off its switch or disable its ports.`,
              ja: `ネットワーク ${network} を停止する（スイッチの電源断またはポートの無効化）。`,
            },
          },
        ],
        undoing: ({ network }) => [
          {
            node: undefined,
            text: { en: `Restore the network ${network}.`, ja: `ネットワーク ${network} を復旧する。` },
          },
        ],
      }),
    },
  },
  {
    keyword: "partition",
    text: {
      en: "Every path between the two groups of nodes is cut; within each group nothing changes.",
      ja: "2 つのグループの間のパスがすべて切れます。グループ内の接続はそのままです。",
    },
    snippet: "partition <1:node> | <2:node>",
    actions: {
      partition: action("partition <left:node,> | <right:node,>", {
        role: "fault",
        each: "cut-link",
        told: ({ left, right }) => ({
          en: `The network splits: ${left.join(", ")} | ${right.join(", ")}.`,
          ja: `ネットワークが分断されます: ${left.join("、")} | ${right.join("、")}`,
        }),
      }),
    },
  },
  {
    keyword: "fail-domain",
    text: {
      en: "Everything in a failure domain fails at the same moment.",
      ja: "障害ドメインに属するものがすべて同時に障害になります。",
    },
    term: "failure-domain",
    actions: {
      "fail-domain": action("fail-domain <domain>", {
        role: "fault",
        fault: { kind: "domain", usual: true, text: { en: "A failure domain fails.", ja: "障害ドメインの障害です。" } },
        told: ({ domain }) => ({
          en: `The failure domain ${domain} fails.`,
          ja: `障害ドメイン ${domain} に障害が発生します。`,
        }),
        // With what is in it: nobody else knows that from its name.
        asFault: ({ domain }, cluster) => {
          const members = cluster.membersOf(domain).map(({ name }) => name);
          return members.length === 0
            ? { en: `the failure domain ${domain} fails`, ja: `障害ドメイン ${domain} の障害` }
            : {
                en: `the failure domain ${domain} (${members.join(", ")}) fails`,
                ja: `障害ドメイン ${domain}（${members.join("、")}）の障害`,
              };
        },
        menu: () => ({ en: "Everything in it fails", ja: "ドメイン全体の障害" }),
        instruction: ({ domain }, bench) => {
          const members = bench.membersOf(domain).map(({ name }) => name);
          return [
            {
              node: undefined,
              text: {
                en: `Make everything in the failure domain ${domain} fail at once: ${members.join(", ")}.`,
                ja: `障害ドメイン ${domain} に含まれるものをすべて同時に停止する: ${members.join("、")}`,
              },
            },
          ];
        },
        // Its nodes are not among them: whoever is off is powered on in a step of its own.
        undoing: ({ domain }, bench) => {
          const members = bench.membersOf(domain).filter(({ kind }) => kind !== "node");
          const names = members.map(({ name }) => name);
          if (names.length === 0) return [];
          return [
            {
              node: undefined,
              text: { en: `Restore ${names.join(", ")}.`, ja: `${names.join("、")} を復旧する。` },
            },
          ];
        },
      }),
    },
  },
  {
    keyword: "heal",
    text: {
      en: "What was cut or lost works again.",
      ja: "切断や喪失の状態から元に戻します。",
    },
    expected: {
      en: "`all`, a name, `NODE <-> NODE`, `path NODE <-> NODE N`, `network NAME` or `domain NAME`",
      ja: "`all`、名前、`NODE <-> NODE`、`path NODE <-> NODE N`、`network NAME`、`domain NAME` のいずれか",
    },
    actions: {
      /** Every link, network, storage and host. */
      "heal-all": action("heal all", {
        role: "repair",
        told: () => ({ en: "Everything that was broken works again.", ja: "壊れていたものがすべて復旧します。" }),
        asFault: () => worksAgain,
      }),
      /** Everything that belongs to a node; of a bare name that is a network's or a failure domain's, that one. */
      "heal-node": action("heal <node:healed>", {
        role: "repair",
        told: ({ node }) => ({ en: `The connections of ${node} work again.`, ja: `${node} の接続が復旧します。` }),
        asFault: () => worksAgain,
        menu: () => ({ en: "Heal everything of this node", ja: "このノードの障害をすべて復旧" }),
      }),
      "heal-pair": action("heal <between>", {
        role: "repair",
        each: "heal-link",
        told: ({ between: [a, b] }) => ({
          en: `The paths between ${a} and ${b} work again.`,
          ja: `${a} と ${b} の間のパスが復旧します。`,
        }),
        asFault: ({ between: [a, b] }) => pathWorksAgain(a, b),
        menu: () => ({ en: "Heal all paths of the pair", ja: "両ノード間のパスをすべて復旧" }),
      }),
      "heal-link": action("heal path <between> <index:count>", {
        role: "repair",
        fault: "reboot",
        told: ({ between: [a, b], index }) => ({
          en: `The path ${a} <-> ${b} ${index} works again.`,
          ja: `パス ${a} <-> ${b} ${index} が復旧します。`,
        }),
        asFault: ({ between: [a, b] }) => pathWorksAgain(a, b),
        menu: ({ between, index }, _, cluster) => {
          const on = onNetwork(cluster, between, index);
          return { en: `Heal path ${index}${on}`, ja: `パス ${index}${on} を復旧` };
        },
      }),
      "heal-network": action("heal network <network>", {
        role: "repair",
        fault: "reboot",
        told: ({ network }) => ({
          en: `The network ${network} works again.`,
          ja: `ネットワーク ${network} が復旧します。`,
        }),
        asFault: ({ network }) => ({ en: `the network ${network} works again`, ja: `ネットワーク ${network} の復旧` }),
        menu: () => ({ en: "Network works again", ja: "ネットワーク復旧" }),
      }),
      "heal-domain": action("heal domain <domain>", {
        role: "repair",
        told: ({ domain }) => ({
          en: `The failure domain ${domain} works again.`,
          ja: `障害ドメイン ${domain} が復旧します。`,
        }),
        asFault: () => worksAgain,
        menu: () => ({ en: "Everything in it works again", ja: "ドメイン全体の復旧" }),
      }),
    },
  },
] as const satisfies readonly ActionStatement[];

function pathIsCut(a: string, b: string) {
  return { en: `the path between ${a} and ${b} is cut`, ja: `${a} と ${b} の間のパスの切断` };
}

function pathWorksAgain(a: string, b: string) {
  return { en: `the path between ${a} and ${b} works again`, ja: `${a} と ${b} の間のパスの復旧` };
}

function onNetwork(cluster: Surroundings, between: readonly [string, string], index: number): string {
  const network = cluster.linksBetween(between)[index - 1];
  return network === undefined ? "" : ` (${network})`;
}
