// What happens to machines and to LifeKeeper on them.

import { type ActionStatement, action } from "../action.ts";

export const nodeActions = [
  {
    keyword: "crash",
    text: {
      en: "The node stops at once and stays off until it is booted.",
      ja: "ノードが直ちに停止し、起動されるまで停止したままになります。",
    },
    actions: {
      crash: action("crash <node>", {
        role: "fault",
        fault: { kind: "crash", usual: true, text: { en: "A node crashes.", ja: "ノードのクラッシュです。" } },
        told: ({ node }) => ({ en: `${node} crashes.`, ja: `${node} がクラッシュします。` }),
        asFault: ({ node }) => ({ en: `${node} crashes`, ja: `${node} のクラッシュ` }),
        menu: () => ({ en: "Crash", ja: "クラッシュ" }),
        instruction: ({ node }) => [
          {
            node,
            text: { en: "Crash the kernel.", ja: "カーネルをクラッシュさせる。" },
            command: "echo c > /proc/sysrq-trigger",
            sources: ["AZSTO951J"],
          },
        ],
      }),
    },
  },
  {
    keyword: "boot",
    text: {
      en: "The node is powered on and LifeKeeper starts; `without network` with all its communication paths still cut.",
      ja: "ノードの電源が入り、LifeKeeper が起動します。`without network` を付けると、コミュニケーションパスがすべて切れたまま起動します。",
    },
    actions: {
      boot: action("boot <node> [without network]", {
        role: "repair",
        fault: "reboot",
        told: ({ node, withoutNetwork }) =>
          withoutNetwork
            ? { en: `${node} is powered on without its network.`, ja: `${node} の電源がネットワークなしで入ります。` }
            : { en: `${node} is powered on.`, ja: `${node} の電源が入ります。` },
        asFault: ({ node }) => ({ en: `${node} is started`, ja: `${node} の起動` }),
        menu: ({ withoutNetwork }) =>
          withoutNetwork
            ? { en: "Power on without network", ja: "ネットワークなしで電源を入れる" }
            : { en: "Power on", ja: "電源を入れる" },
        instruction: ({ node }) => [
          {
            node,
            text: {
              en: "Power the node on, unless it has come up by itself.",
              ja: "ノードの電源を入れる（自動的に起動していない場合）。",
            },
          },
        ],
      }),
    },
  },
  {
    keyword: "freeze",
    text: {
      en: "The node hangs: it does nothing and answers nobody, but is not off.",
      ja: "ノードがフリーズします。動作も応答もしませんが、電源は入ったままです。",
    },
    actions: {
      freeze: action("freeze <node>", {
        role: "fault",
        fault: {
          kind: "freeze",
          usual: false,
          text: { en: "A node hangs and goes on later.", ja: "ノードがフリーズし、後で動作を再開します。" },
        },
        told: ({ node }) => ({ en: `${node} freezes.`, ja: `${node} がフリーズします。` }),
        asFault: ({ node }) => ({ en: `${node} freezes`, ja: `${node} のフリーズ` }),
        menu: () => ({ en: "Freeze", ja: "フリーズ" }),
      }),
    },
  },
  {
    keyword: "thaw",
    text: { en: "A frozen node resumes where it stopped.", ja: "フリーズしていたノードが動作を再開します。" },
    actions: {
      thaw: action("thaw <node>", {
        role: "repair",
        told: ({ node }) => ({ en: `${node} resumes.`, ja: `${node} が動作を再開します。` }),
        asFault: ({ node }) => ({ en: `${node} resumes`, ja: `${node} のフリーズからの復帰` }),
        menu: () => ({ en: "Resume", ja: "フリーズから復帰" }),
      }),
    },
  },
  {
    keyword: "shutdown",
    text: {
      en: "The node is shut down properly; its shutdown strategy decides whether another one takes over.",
      ja: "ノードを正常にシャットダウンします。ほかのノードへ切り替えるかはシャットダウンストラテジーで決まります。",
    },
    term: "shutdown-strategy",
    actions: {
      shutdown: action("shutdown <node>", {
        role: "operation",
        told: ({ node }) => ({ en: `${node} is shut down.`, ja: `${node} をシャットダウンします。` }),
        menu: () => ({ en: "Shut down", ja: "シャットダウン" }),
        instruction: ({ node }) => [
          {
            node,
            text: {
              en: "Shut the operating system down in the usual way.",
              ja: "OS を通常の手順でシャットダウンする。",
            },
            sources: ["SHUT941J"],
          },
        ],
      }),
    },
  },
  {
    keyword: "stop",
    text: {
      en: "LifeKeeper is stopped on the node; `keeping applications` (`lkstop -f`) leaves them running.",
      ja: "ノードの LifeKeeper を停止します。`keeping applications`（`lkstop -f`）を付けると、アプリケーションは動いたままになります。",
    },
    actions: {
      /** `allowing failover`: the other nodes are not told to leave its resources alone. */
      stop: action("stop <node> [keeping applications] [allowing failover]", {
        role: "operation",
        fault: {
          kind: "stop",
          usual: false,
          text: { en: "LifeKeeper is stopped on a node.", ja: "ノードの LifeKeeper の停止です。" },
        },
        told: ({ node }) => ({ en: `LifeKeeper is stopped on ${node}.`, ja: `${node} で LifeKeeper を停止します。` }),
        asFault: ({ node }) => ({ en: `LifeKeeper is stopped on ${node}`, ja: `${node} での LifeKeeper の停止` }),
        menu: ({ keepingApplications, allowingFailover }) =>
          keepingApplications
            ? {
                en: "Stop LifeKeeper, keeping applications",
                ja: "アプリケーションを残して LifeKeeper を停止",
              }
            : allowingFailover
              ? { en: "Stop LifeKeeper, allowing failover", ja: "フェイルオーバーを許して LifeKeeper を停止" }
              : { en: "Stop LifeKeeper", ja: "LifeKeeper を停止" },
        instruction: ({ node, keepingApplications, allowingFailover }) => {
          if (keepingApplications) {
            return [
              {
                node,
                text: {
                  en: "Stop LifeKeeper and leave the applications running.",
                  ja: "アプリケーションを残して LifeKeeper を停止する。",
                },
                command: "lkstop -f",
                caution: {
                  en: "Not with VMDK resources: the node would halt.",
                  ja: "VMDK リソースがある場合は使わないでください。ノードが停止します。",
                },
                sources: ["LCD75", "KB-STOP"],
              },
            ];
          }
          if (allowingFailover) return undefined;
          return [
            {
              node,
              text: { en: "Stop LifeKeeper.", ja: "LifeKeeper を停止する。" },
              command: "lkstop",
              sources: ["LCD75", "KB-STOP"],
            },
          ];
        },
      }),
    },
  },
  {
    keyword: "start",
    text: { en: "LifeKeeper is started on the node.", ja: "ノードの LifeKeeper を起動します。" },
    actions: {
      start: action("start <node>", {
        role: "operation",
        fault: "reboot",
        told: ({ node }) => ({ en: `LifeKeeper is started on ${node}.`, ja: `${node} で LifeKeeper を開始します。` }),
        asFault: ({ node }) => ({ en: `${node} is started`, ja: `${node} の起動` }),
        menu: () => ({ en: "Start LifeKeeper", ja: "LifeKeeper を起動" }),
        instruction: ({ node }) => [
          {
            node,
            text: { en: "Start LifeKeeper.", ja: "LifeKeeper を起動する。" },
            command: "lkstart",
            sources: ["LCD75"],
          },
        ],
      }),
    },
  },
  {
    keyword: "reboot",
    text: {
      en: "The node goes down at once and comes up again, with LifeKeeper.",
      ja: "ノードが直ちに再起動し、LifeKeeper も起動します。",
    },
    actions: {
      reboot: action("reboot <node>", {
        role: "operation",
        fault: { kind: "reboot", usual: false, text: { en: "A node reboots.", ja: "ノードの再起動です。" } },
        told: ({ node }) => ({
          en: `${node} is restarted by an operator.`,
          ja: `オペレーターが ${node} を再起動します。`,
        }),
        asFault: ({ node }) => ({ en: `${node} is rebooted`, ja: `${node} の再起動` }),
        menu: () => ({ en: "Reboot", ja: "再起動" }),
        instruction: ({ node }) => [
          {
            node,
            text: { en: "Reboot the operating system in the usual way.", ja: "OS を通常の手順で再起動する。" },
            sources: ["SHUT941J"],
          },
        ],
      }),
    },
  },
  {
    keyword: "confirm",
    text: {
      en: "The administrator answers whether the failed node named here may be taken over from.",
      ja: "障害の起きたノードからの引き継ぎを認めるかどうか、管理者が回答します。",
    },
    actions: {
      confirm: action("confirm <node> <answer>", {
        role: "operation",
        told: ({ node, answer }) =>
          answer === "yes"
            ? { en: `An administrator confirms that ${node} has failed.`, ja: `管理者が ${node} の障害を確認します。` }
            : {
                en: `An administrator blocks the failover from ${node}.`,
                ja: `管理者が ${node} からのフェイルオーバーを止めます。`,
              },
        menu: ({ node, answer }) =>
          answer === "yes"
            ? { en: `Confirm: ${node} has failed`, ja: `確認: ${node} は障害である` }
            : { en: `Deny: ${node} has not failed`, ja: `否認: ${node} は障害ではない` },
      }),
    },
  },
  {
    keyword: "wait",
    text: {
      en: "Time passes. Without it the simulation runs after each action until nothing more happens by itself.",
      ja: "時間を進めます。書かない場合は、各アクションの後、何も起きなくなるまで進みます。",
    },
    snippet: "wait <1:10s>",
    actions: {
      wait: action("wait <duration>", {
        role: "time",
        told: () => ({ en: "Time passes.", ja: "時間が経過します。" }),
      }),
    },
  },
] as const satisfies readonly ActionStatement[];
