// How a tester makes an event happen on the real machines. Commands only where a public source shows them in use;
// where none does, the operation is told in words.

import type { SourceKey } from "../catalogue/sources.ts";
import type { Localized } from "../locale/localized.ts";
import type { OutsideEvent } from "../simulate/event.ts";

export interface Operation {
  /** Where; undefined: at the network, the storage or a console. */
  readonly node: string | undefined;
  readonly text: Localized;
  /** Undefined when no source shows a command. */
  readonly command: string | undefined;
  readonly caution?: Localized;
  readonly sources: readonly SourceKey[];
}

/** Quotes what a shell would read otherwise. */
function shellWord(text: string): string {
  return /^[\w./:@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

const notOverAddress: Localized = {
  en: "Do not do this on an interface that carries a protected address: the path may not come back.",
  ja: "保護対象の IP アドレスがあるインターフェースでは行わないでください。パスが復旧しないことがあります。",
};

const notWithVmdk: Localized = {
  en: "Not with VMDK resources: the node would halt.",
  ja: "VMDK リソースがある場合は使わないでください。ノードが停止します。",
};

export function operationsFor(event: OutsideEvent): readonly Operation[] | undefined {
  switch (event.kind) {
    case "crash":
      return [
        {
          node: event.node,
          text: { en: "Crash the kernel.", ja: "カーネルをクラッシュさせる。" },
          command: "echo c > /proc/sysrq-trigger",
          sources: ["AZSTO951J"],
        },
      ];
    case "isolate":
      return [
        {
          node: event.node,
          text: {
            en: "Take down every interface that carries a communication path.",
            ja: "コミュニケーションパスが使うインターフェースをすべて停止する。",
          },
          command: "ip link set INTERFACE down",
          caution: notOverAddress,
          sources: ["AZSTO951J", "KI951"],
        },
      ];
    case "cut-pair":
    case "cut-link":
      return [
        {
          node: event.between[0],
          text:
            event.kind === "cut-link"
              ? {
                  en: `Take down the interface of link ${event.index} to ${event.between[1]}.`,
                  ja: `${event.between[1]} へのリンク ${event.index} が使うインターフェースを停止する。`,
                }
              : {
                  en: `Break every communication path to ${event.between[1]} and no other.`,
                  ja: `${event.between[1]} へのコミュニケーションパスだけをすべて切断する。`,
                },
          command: "ip link set INTERFACE down",
          caution: notOverAddress,
          sources: ["AZSTO951J", "KI951"],
        },
      ];
    case "cut-network":
      return [
        {
          node: undefined,
          text: {
            en: `Make the network ${event.network} fail: switch off its switch or disable its ports.`,
            ja: `ネットワーク ${event.network} を停止する（スイッチの電源断またはポートの無効化）。`,
          },
          command: undefined,
          sources: [],
        },
      ];
    case "fail-domain":
      return [
        {
          node: undefined,
          text: {
            en: `Make everything in the failure domain ${event.domain} fail at once.`,
            ja: `障害ドメイン ${event.domain} に含まれるものをすべて同時に停止する。`,
          },
          command: undefined,
          sources: [],
        },
      ];
    case "lose-storage":
      return [
        {
          node: event.node,
          text: {
            en: `Detach the quorum storage from ${event.node} (for example at the console of the cloud).`,
            ja: `${event.node} から Quorum ストレージを切り離す（クラウドの管理画面などから）。`,
          },
          command: undefined,
          sources: ["AZSTO951J"],
        },
      ];
    case "lose-host":
      return [
        {
          node: event.node,
          text: {
            en: `Make ${event.host} unreachable${event.node === undefined ? "" : ` from ${event.node}`}, for example with a firewall rule.`,
            ja: `${event.node === undefined ? "" : `${event.node} から `}${event.host} に接続できないようにする（ファイアウォールなど）。`,
          },
          command: undefined,
          sources: ["TCP940J"],
        },
      ];
    case "fail":
      return [
        {
          node: event.node,
          text: event.beyondLocalRecovery
            ? {
                en: `Make ${event.tag} fail so that it cannot be started again here.`,
                ja: `${event.tag} を、このノードでは再起動できない状態にして障害を発生させる。`,
              }
            : {
                en: `Stop what ${event.tag} protects, without LifeKeeper (for example end its process).`,
                ja: `${event.tag} の保護対象を LifeKeeper を使わずに停止する（プロセスの終了など）。`,
              },
          command: undefined,
          sources: ["KB-FLOW"],
        },
      ];
    case "in-service":
      return [perform(event.node, event.tag, "restore")];
    case "out-of-service":
      return [perform(event.node, event.tag, "remove")];
    case "stop":
      if (event.mode === "allowing-failover") return undefined;
      return [
        {
          node: event.node,
          text:
            event.mode === "keeping-applications"
              ? {
                  en: "Stop LifeKeeper and leave the applications running.",
                  ja: "アプリケーションを残して LifeKeeper を停止する。",
                }
              : { en: "Stop LifeKeeper.", ja: "LifeKeeper を停止する。" },
          command: event.mode === "keeping-applications" ? "lkstop -f" : "lkstop",
          ...(event.mode === "keeping-applications" ? { caution: notWithVmdk } : {}),
          sources: ["LCD75", "KB-STOP"],
        },
      ];
    case "start":
      return [
        {
          node: event.node,
          text: { en: "Start LifeKeeper.", ja: "LifeKeeper を起動する。" },
          command: "lkstart",
          sources: ["LCD75"],
        },
      ];
    case "boot":
      return [
        {
          node: event.node,
          text: { en: "Power the node on.", ja: "ノードの電源を入れる。" },
          command: undefined,
          sources: [],
        },
      ];
    case "shutdown":
      return [
        {
          node: event.node,
          text: { en: "Shut the operating system down in the usual way.", ja: "OS を通常の手順でシャットダウンする。" },
          command: undefined,
          sources: ["SHUT941J"],
        },
      ];
    case "confirm":
      return undefined;
    case "heal-all":
      return [
        {
          node: undefined,
          text: {
            en: "Restore every interface, network, storage and host.",
            ja: "インターフェース、ネットワーク、ストレージ、ホストをすべて元に戻す。",
          },
          command: undefined,
          sources: [],
        },
      ];
    default:
      return undefined;
  }
}

function perform(node: string, tag: string, action: "restore" | "remove"): Operation {
  return {
    node,
    text:
      action === "restore"
        ? { en: `Bring ${tag} in service.`, ja: `${tag} をサービス中にする。` }
        : { en: `Take ${tag} out of service.`, ja: `${tag} をサービス休止にする。` },
    command: `perform_action -t ${shellWord(tag)} -a ${action}`,
    sources: ["BLOG2012"],
  };
}
