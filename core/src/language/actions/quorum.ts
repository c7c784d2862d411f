// What happens to the quorum storage and to quorum hosts.

import { type ActionStatement, action } from "../action.ts";

export const quorumActions = [
  {
    keyword: "lose",
    text: {
      en: "A node can no longer reach the quorum storage, or a quorum host; without `on` no node can. With `network`, it loses its paths and every host at once.",
      ja: "ノードが Quorum ストレージまたは Quorum ホストに到達できなくなります。`on` がなければ全ノードが対象です。`network` なら、パスと全ホストを一度に失います。",
    },
    expected: { en: "`storage`, `host` or `network`", ja: "`storage`、`host`、`network` のいずれか" },
    actions: {
      /** Without a storage: all of them; without a node: for every node. */
      "lose-storage": action("lose storage [<storage>] [on <node>]", {
        role: "fault",
        fault: {
          kind: "storage",
          usual: true,
          text: {
            en: "The quorum storage is lost, to one node or to all.",
            ja: "1 台または全ノードが Quorum ストレージに到達できなくなります。",
          },
        },
        told: ({ node, storage }) => ({
          en: `${node ?? "Every node"} loses the quorum storage${storage === undefined ? "" : ` ${storage}`}.`,
          ja: `${node ?? "全ノード"} が Quorum ストレージ${storage === undefined ? "" : ` ${storage} `}に到達できなくなります。`,
        }),
        asFault: ({ node, storage }) => ({
          en: `${node ?? "every node"} loses the quorum storage${storage === undefined ? "" : ` ${storage}`}`,
          ja: `${node ?? "全ノード"} の Quorum ストレージ${storage === undefined ? "" : ` ${storage} の`}喪失`,
        }),
        menu: ({ node }, place) =>
          node === undefined
            ? { en: "No node reaches it", ja: "どのノードからも到達不可" }
            : place === "shared"
              ? { en: `${node} loses it`, ja: `${node} から到達不可` }
              : { en: "Loses the quorum storage", ja: "Quorum ストレージに到達不可" },
        instruction: ({ node }) => [
          {
            node,
            text: {
              en: `Detach the quorum storage from ${node === undefined ? "every node" : "this node"} (for example at the console of the cloud).`,
              ja: `${node === undefined ? "全ノード" : "このノード"}から Quorum ストレージを切り離す（クラウドの管理画面などから）。`,
            },
            sources: ["AZSTO951J"],
          },
        ],
        undoing: ({ node }) => [
          {
            node,
            text: { en: "Attach the quorum storage again.", ja: "Quorum ストレージを再び接続する。" },
          },
        ],
      }),
      /** Without a node: for every node. */
      "lose-host": action("lose host <host> [on <node>]", {
        role: "fault",
        fault: {
          kind: "host",
          usual: true,
          text: {
            en: "A quorum host is lost, to one node or to all.",
            ja: "1 台または全ノードが Quorum ホストに到達できなくなります。",
          },
        },
        told: ({ host, node }) =>
          node === undefined
            ? {
                en: `The host ${host} is lost for every node.`,
                ja: `すべてのノードから ${host} に到達できなくなります。`,
              }
            : { en: `${node} loses the host ${host}.`, ja: `${node} が ${host} に到達できなくなります。` },
        asFault: ({ host, node }) =>
          node === undefined
            ? { en: `${host} cannot be reached`, ja: `${host} への到達不能` }
            : { en: `${node} no longer reaches ${host}`, ja: `${node} から ${host} への到達不能` },
        menu: ({ host, node }, place) =>
          node === undefined
            ? { en: "No node reaches it", ja: "どのノードからも到達不可" }
            : place === "shared"
              ? { en: `${node} loses it`, ja: `${node} から到達不可` }
              : { en: `Loses ${host}`, ja: `${host} に到達不可` },
        instruction: ({ host, node }) => [
          {
            node,
            text: {
              en: `Make ${host} unreachable from ${node === undefined ? "every node" : "here"}, for example with a firewall rule.`,
              ja: `${node === undefined ? "全ノード" : "このノード"}から ${host} に接続できないようにする（ファイアウォールなど）。`,
            },
            sources: ["TCP940J"],
          },
        ],
        undoing: ({ host, node }) => [
          {
            node,
            text: { en: `Make ${host} reachable again.`, ja: `${host} に再び接続できるようにする。` },
          },
        ],
      }),
      /** Its paths but serial lines, every quorum host, and each storage that is reached over a network. */
      "lose-network": action("lose network on <node>", {
        role: "fault",
        fault: {
          kind: "isolate",
          usual: true,
          text: {
            en: "A node loses its network at once, paths and quorum hosts, and keeps running; serial lines go on.",
            ja: "ノードが稼働したまま、パスも Quorum ホストも含めてネットワークを一度に失います。シリアル回線は使えるままです。",
          },
        },
        told: ({ node }) => ({
          en: `${node} loses its network, with every host behind it, and runs on.`,
          ja: `${node} がホストへの到達性も含めてネットワークを失い、稼働を続けます。`,
        }),
        asFault: ({ node }) => ({ en: `${node} loses its network`, ja: `${node} のネットワーク喪失` }),
        menu: () => ({
          en: "Lose the whole network, with every quorum host",
          ja: "ネットワークをすべて失う（Quorum ホストも含む）",
        }),
        instruction: ({ node }, bench) => bench.breaking({ node }),
        undoing: ({ node }, bench) => bench.mending({ node }),
      }),
    },
  },
  {
    keyword: "regain",
    text: { en: "The opposite of `lose`.", ja: "`lose` の逆で、再び到達できるようになります。" },
    expected: { en: "`storage` or `host`", ja: "`storage` または `host`" },
    actions: {
      "regain-storage": action("regain storage [<storage>] [on <node>]", {
        role: "repair",
        fault: "reboot",
        told: ({ node, storage }) => ({
          en: `${node ?? "Every node"} reaches the quorum storage${storage === undefined ? "" : ` ${storage}`} again.`,
          ja: `${node ?? "全ノード"} が Quorum ストレージ${storage === undefined ? "" : ` ${storage} `}に再び到達できます。`,
        }),
        asFault: ({ node }) => ({
          en: `${node ?? "every node"} reaches the quorum storage again`,
          ja: `${node ?? "全ノード"} の Quorum ストレージの復旧`,
        }),
        menu: ({ node }, place) =>
          node === undefined
            ? { en: "Every node reaches it", ja: "すべてのノードから到達可" }
            : place === "shared"
              ? { en: `${node} reaches it again`, ja: `${node} から到達可` }
              : { en: "Reaches the quorum storage again", ja: "Quorum ストレージに到達可" },
      }),
      "regain-host": action("regain host <host> [on <node>]", {
        role: "repair",
        fault: "reboot",
        told: ({ host, node }) =>
          node === undefined
            ? { en: `Every node reaches the host ${host} again.`, ja: `すべてのノードが ${host} に再び到達できます。` }
            : { en: `${node} reaches the host ${host} again.`, ja: `${node} が ${host} に再び到達できます。` },
        asFault: ({ host, node }) =>
          node === undefined
            ? { en: `${host} can be reached again`, ja: `${host} への到達の復旧` }
            : { en: `${node} reaches ${host} again`, ja: `${node} から ${host} への到達の復旧` },
        menu: ({ host, node }, place) =>
          node === undefined
            ? { en: "Every node reaches it", ja: "すべてのノードから到達可" }
            : place === "shared"
              ? { en: `${node} reaches it again`, ja: `${node} から到達可` }
              : { en: `Reaches ${host} again`, ja: `${host} に到達可` },
      }),
    },
  },
] as const satisfies readonly ActionStatement[];
