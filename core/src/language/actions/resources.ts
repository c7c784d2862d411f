// What happens to resources, their disks and mirrors, and what an operator does with them.

import { type ActionStatement, action, type Instruction } from "../action.ts";

export const resourceActions = [
  {
    keyword: "in-service",
    text: {
      en: "An operator brings the resource in service there: a switchover if it is in service elsewhere.",
      ja: "オペレーターがそのノードでリソースをサービス中にします。ほかで動いていればスイッチオーバーになります。",
    },
    actions: {
      "in-service": action("in-service <tag> on <node>", {
        role: "operation",
        told: ({ tag, node }) => ({
          en: `An operator brings ${tag} in service on ${node}.`,
          ja: `オペレーターが ${node} で ${tag} をサービス中にします。`,
        }),
        menu: () => ({ en: "Bring in service here", ja: "ここでサービス中にする" }),
        instruction: ({ tag, node }) => [
          performed(node, tag, "restore", { en: `Bring ${tag} in service.`, ja: `${tag} をサービス中にする。` }),
        ],
      }),
    },
  },
  {
    keyword: "out-of-service",
    text: {
      en: "An operator takes the resource out of service there.",
      ja: "オペレーターがそのノードでリソースをサービス休止にします。",
    },
    actions: {
      "out-of-service": action("out-of-service <tag> on <node>", {
        role: "operation",
        told: ({ tag, node }) => ({
          en: `An operator takes ${tag} out of service on ${node}.`,
          ja: `オペレーターが ${node} で ${tag} をサービス休止にします。`,
        }),
        menu: () => ({ en: "Take out of service", ja: "サービス休止にする" }),
        instruction: ({ tag, node }) => [
          performed(node, tag, "remove", { en: `Take ${tag} out of service.`, ja: `${tag} をサービス休止にする。` }),
        ],
      }),
    },
  },
  {
    keyword: "fail",
    text: {
      en: "The resource fails. Local recovery repairs it, unless it is `beyond local recovery`. Without `on`, where it is in service.",
      ja: "リソースに障害が起きます。`beyond local recovery` がなければローカルリカバリーで復旧します。`on` を省略すると、サービス中のノードで起きます。",
    },
    actions: {
      /** Without a node: where it is in service. */
      fail: action("fail <tag> [on <node>] [beyond local recovery]", {
        role: "fault",
        fault: { kind: "resource", usual: true, text: { en: "A resource fails.", ja: "リソースの障害です。" } },
        told: ({ tag }) => ({ en: `${tag} fails.`, ja: `${tag} に障害が発生します。` }),
        asFault: ({ tag, node }) => ({
          en: `${tag} fails${node === undefined ? "" : ` on ${node}`}`,
          ja: `${node === undefined ? "" : `${node} での `}${tag} の障害`,
        }),
        menu: ({ beyondLocalRecovery }) =>
          beyondLocalRecovery
            ? { en: "Fails beyond local recovery", ja: "障害（ローカルリカバリー失敗）" }
            : { en: "Fails, local recovery succeeds", ja: "障害（ローカルリカバリー成功）" },
        instruction: ({ tag, node, beyondLocalRecovery }) => [
          {
            node,
            text: beyondLocalRecovery
              ? {
                  en: `Make ${tag} fail so that it cannot be started again here.`,
                  ja: `${tag} を、このノードでは再起動できない状態にして障害を発生させる。`,
                }
              : {
                  en: `Stop what ${tag} protects, without LifeKeeper (for example end its process).`,
                  ja: `${tag} の保護対象を LifeKeeper を使わずに停止する（プロセスの終了など）。`,
                },
            sources: ["KB-FLOW"],
          },
        ],
        undoing: ({ tag, node, beyondLocalRecovery }) =>
          beyondLocalRecovery
            ? [
                {
                  node,
                  text: {
                    en: `Undo what made ${tag} fail, so that it can start here again.`,
                    ja: `${tag} の障害の原因を取り除き、このノードで再び起動できる状態に戻す。`,
                  },
                },
              ]
            : [],
      }),
    },
  },
  {
    keyword: "refuse",
    text: {
      en: "The next restore or remove of the resource on that node fails.",
      ja: "そのノードで次に行われる restore または remove が失敗します。",
    },
    actions: {
      refuse: action("refuse <operation> <tag> on <node>", {
        role: "fault",
        told: ({ operation, tag, node }) =>
          operation === "restore"
            ? {
                en: `The next restore of ${tag} on ${node} will fail.`,
                ja: `${node} での ${tag} の次の起動は失敗します。`,
              }
            : {
                en: `The next removal of ${tag} on ${node} will fail.`,
                ja: `${node} での ${tag} の次の停止は失敗します。`,
              },
        menu: ({ operation }) =>
          operation === "restore"
            ? { en: "The next restore fails", ja: "次の restore が失敗" }
            : { en: "The next remove fails", ja: "次の remove が失敗" },
      }),
    },
  },
  {
    keyword: "take-reservation",
    text: {
      en: "The node succeeds in taking the SCSI reservation of the disk.",
      ja: "そのノードがディスクの SCSI リザベーションの取得に成功します。",
    },
    actions: {
      "take-reservation": action("take-reservation <tag> on <node>", {
        role: "operation",
        of: "reserved disk",
        told: ({ tag, node }) => ({
          en: `${node} would win a contest for ${tag}.`,
          ja: `${tag} のリザベーションの競合では ${node} が勝つものとします。`,
        }),
        menu: () => ({ en: "Takes the reservation in a contest", ja: "競合時にリザベーションを取得する" }),
      }),
    },
  },
  {
    keyword: "hold-reservation",
    text: {
      en: "The node that has the SCSI reservation of the disk keeps it, and the other fails to take it.",
      ja: "ディスクの SCSI リザベーションを持つノードがそれを保持し、ほかのノードは取得に失敗します。",
    },
    actions: {
      "hold-reservation": action("hold-reservation <tag>", {
        role: "operation",
        of: "reserved disk",
        told: ({ tag }) => ({
          en: `The holder of ${tag} would keep it in a contest.`,
          ja: `${tag} のリザベーションの競合では保持者が保つものとします。`,
        }),
        menu: () => ({
          en: "The holder keeps the reservation in a contest",
          ja: "競合時も保持者がリザベーションを保持する",
        }),
      }),
    },
  },
  {
    keyword: "force-mirror",
    text: {
      en: "An operator forces the mirror in service there although its data may be old.",
      ja: "データが古い可能性があっても、オペレーターがそのノードでミラーを強制的にサービス中にします。",
    },
    actions: {
      "force-mirror": action("force-mirror <tag> on <node>", {
        role: "repair",
        of: "mirror",
        told: ({ tag, node }) => ({
          en: `An operator forces ${tag} online on ${node}.`,
          ja: `オペレーターが ${node} で ${tag} を強制的にオンラインにします。`,
        }),
        menu: ({ node }, place) =>
          place === "shared"
            ? { en: `Force it online on ${node}`, ja: `${node} で強制オンライン` }
            : { en: "Force the mirror online here", ja: "ここでミラーを強制オンライン" },
      }),
    },
  },
  {
    keyword: "break-mirror",
    text: { en: "Replication of the mirror stops.", ja: "ミラーの複製が止まります。" },
    actions: {
      "break-mirror": action("break-mirror <tag>", {
        role: "fault",
        of: "mirror",
        told: ({ tag }) => ({ en: `The replication of ${tag} is interrupted.`, ja: `${tag} の複製が途切れます。` }),
        menu: () => ({ en: "Break the mirror", ja: "ミラーを切断" }),
      }),
    },
  },
  {
    keyword: "fullresync",
    text: {
      en: "An operator lets the source copy everything to its targets again (`mirror_action TAG fullresync`). Until that is done, no target can take over.",
      ja: "オペレーターがソースの全体をターゲットに再複製します（`mirror_action TAG fullresync`）。完了するまで、ターゲットは引き継げません。",
    },
    term: "mirror_action",
    actions: {
      fullresync: action("fullresync <tag>", {
        role: "operation",
        of: "mirror",
        told: ({ tag }) => ({
          en: `An operator has all of ${tag} copied to its targets again.`,
          ja: `オペレーターが ${tag} の全体をターゲットに再複製します。`,
        }),
        menu: () => ({ en: "Copy everything again (fullresync)", ja: "全体を再複製（fullresync）" }),
        instruction: ({ tag }) => [
          {
            node: undefined,
            text: {
              en: `On the source of ${tag}, copy everything to its targets again.`,
              ja: `${tag} のソースのノードで、全体をターゲットに再複製する。`,
            },
            command: ["mirror_action", tag, "fullresync"],
            sources: ["MIRROR"],
          },
        ],
      }),
    },
  },
  {
    keyword: "timeout-check",
    text: {
      en: "The check of the resource times out.",
      ja: "リソースの監視処理がタイムアウトします。",
    },
    actions: {
      "timeout-check": action("timeout-check <tag> [on <node>]", {
        role: "fault",
        told: ({ tag }) => ({
          en: `The check of ${tag} stops responding.`,
          ja: `${tag} のチェックが応答しなくなります。`,
        }),
        menu: () => ({ en: "A check times out", ja: "チェックがタイムアウト" }),
      }),
    },
  },
  {
    keyword: "fail-standby",
    text: {
      en: "The check of the standby on that node finds the resource failed.",
      ja: "そのスタンバイノードでのヘルスチェックがリソースの障害を見つけます。",
    },
    actions: {
      "fail-standby": action("fail-standby <tag> on <node>", {
        role: "fault",
        told: ({ tag }) => ({
          en: `${tag} breaks on a standby.`,
          ja: `スタンバイノードの ${tag} に異常が発生します。`,
        }),
        menu: () => ({ en: "Standby health check fails", ja: "スタンバイノードのヘルスチェックが失敗" }),
      }),
    },
  },
  {
    keyword: "retstate",
    text: {
      en: "The operator clears the failed state of the standby (`retstate`); it is checked again from then on.",
      ja: "オペレーターがスタンバイの障害状態を解除します（`retstate`）。以後、再びチェックされます。",
    },
    actions: {
      retstate: action("retstate <tag> on <node>", {
        role: "repair",
        told: ({ tag, node }) => ({
          en: `An operator sets ${tag} on ${node} back to OSU.`,
          ja: `オペレーターが ${node} で ${tag} を OSU に戻します。`,
        }),
        menu: () => ({ en: "Set back to OSU (retstate)", ja: "OSU に戻す（retstate）" }),
      }),
    },
  },
  {
    keyword: "fill",
    text: {
      en: "The file system fills up beyond its limit.",
      ja: "ファイルシステムの使用率が上限を超えます。",
    },
    actions: {
      fill: action("fill <tag> [on <node>]", {
        role: "fault",
        of: "file system",
        told: ({ tag }) => ({ en: `${tag} fills up.`, ja: `${tag} の空き容量が少なくなります。` }),
        menu: () => ({ en: "File system fills up", ja: "ファイルシステムの容量が逼迫" }),
      }),
    },
  },
  {
    keyword: "free",
    text: {
      en: "The file system has room again.",
      ja: "ファイルシステムの使用率が上限を下回ります。",
    },
    actions: {
      free: action("free <tag> [on <node>]", {
        role: "repair",
        of: "file system",
        told: ({ tag }) => ({ en: `${tag} has room again.`, ja: `${tag} の空き容量が回復します。` }),
        menu: () => ({ en: "File system has space again", ja: "ファイルシステムに空きができる" }),
      }),
    },
  },
] as const satisfies readonly ActionStatement[];

function performed(node: string, tag: string, what: "restore" | "remove", text: Instruction["text"]): Instruction {
  return { node, text, command: ["perform_action", "-t", tag, "-a", what], sources: ["BLOG2012"] };
}
