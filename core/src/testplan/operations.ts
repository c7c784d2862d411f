// How a tester makes an event happen on the real machines. Commands only where a public source shows them in use;
// where none does, the operation is told in words.

import type { Localized } from "../locale/localized.ts";
import type { Cluster } from "../model/cluster.ts";
import type { OutsideEvent } from "../simulate/event.ts";
import { breakingOf, inWords } from "./interfaces.ts";
import type { Operation } from "./plan.ts";

/** Quotes what a shell would read otherwise. */
function shellWord(text: string): string {
  return /^[\w./:@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

const writesAreLost: Localized = {
  en: "What was written here since the split is lost when the mirror fills from the other side.",
  ja: "分裂後にこのノードで書き込まれたデータは、相手側からの再同期で失われます。",
};

const notWithVmdk: Localized = {
  en: "Not with VMDK resources: the node would halt.",
  ja: "VMDK リソースがある場合は使わないでください。ノードが停止します。",
};

/** Undefined for what no tester can do. */
export function operationsFor(cluster: Cluster, event: OutsideEvent): readonly Operation[] | undefined {
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
      return breakingOf(cluster, { node: event.node });
    case "cut-pair":
      return breakingOf(cluster, { between: event.between, index: undefined });
    case "cut-link":
      return breakingOf(cluster, { between: event.between, index: event.index });
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
            en: `Make everything in the failure domain ${event.domain} fail at once: ${membersOf(cluster, event.domain).join(", ")}.`,
            ja: `障害ドメイン ${event.domain} に含まれるものをすべて同時に停止する: ${membersOf(cluster, event.domain).join("、")}`,
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
            en: "Detach the quorum storage from this node (for example at the console of the cloud).",
            ja: "このノードから Quorum ストレージを切り離す（クラウドの管理画面などから）。",
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
            en: `Make ${event.host} unreachable from ${event.node === undefined ? "every node" : "here"}, for example with a firewall rule.`,
            ja: `${event.node === undefined ? "全ノード" : "このノード"}から ${event.host} に接続できないようにする（ファイアウォールなど）。`,
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
        inWords(event.node, {
          en: "Power the node on, unless it has come up by itself.",
          ja: "ノードの電源を入れる（自動的に起動していない場合）。",
        }),
      ];
    case "reboot":
      return [
        {
          node: event.node,
          text: { en: "Reboot the operating system in the usual way.", ja: "OS を通常の手順で再起動する。" },
          command: undefined,
          sources: ["SHUT941J"],
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
    default:
      return undefined;
  }
}

/** Whoever goes on before a mirror is in sync finds that its target cannot take over. */
export function waitForMirror(tag: string, node: string | undefined): Operation {
  return {
    node,
    text: { en: `Wait until the mirror ${tag} is in sync.`, ja: `ミラー ${tag} の同期が完了するまで待つ。` },
    command: `mirror_status ${shellWord(tag)}`,
    sources: ["BLOG2012"],
  };
}

export function waitUntilSettled(seconds: number): Operation {
  return inWords(undefined, {
    en: `Wait until nothing more changes (about ${seconds} s, plus the time the applications take).`,
    ja: `状態が落ち着くまで待つ（約 ${seconds} 秒。アプリケーションの停止と起動にかかる時間を除く）。`,
  });
}

/** Of two that run at once, the one that is given up. */
export function stoppedTwin(node: string, tag: string, isMirror: boolean): Operation {
  const operation = perform(node, tag, "remove");
  return isMirror ? { ...operation, caution: writesAreLost } : operation;
}

function membersOf({ domains }: Cluster, domain: string): readonly string[] {
  return domains.find(({ name }) => name === domain)?.members.map(({ name }) => name) ?? [];
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
