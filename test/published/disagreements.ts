// Every field in which the simulator and a row differ, with the reason. A difference that is not here fails the
// test, and so does an entry that no longer differs.

import type { Localized } from "@lkcluster/core/locale/localized.ts";

export interface Disagreement {
  readonly row: string;
  readonly field: string;
  readonly reason: Reason;
}

export type Reason = keyof typeof reasons;

/** `silent`: the source says nothing here, and the simulator says more. `differs`: they say different things. */
export const reasons = {
  "start-raises-lcm-avail": {
    kind: "silent",
    text: {
      en: "The source tells the result and lists no events. Each start of LifeKeeper raises LCM_AVAIL once (MAJ932, MAJ940J).",
      ja: "出典は結果だけを述べ、イベントを挙げていません。LifeKeeper の起動のたびに LCM_AVAIL が 1 回発生します（MAJ932、MAJ940J）。",
    },
  },
  "return-raises-comm-up": {
    kind: "silent",
    text: {
      en: "The source lists no COMM_UP. It is raised for each pair whose communication comes back (MAJ932).",
      ja: "出典は COMM_UP を挙げていません。通信が復旧したペアごとに発生します（MAJ932）。",
    },
  },
  "loss-raises-comm-down": {
    kind: "silent",
    text: {
      en: "The source lists no events. Both sides of a pair get COMM_DOWN when its last path is dead, also after an orderly stop (P134, SRV990).",
      ja: "出典はイベントを挙げていません。最後のパスが切れると、正常停止の後でも、ペアの両側で COMM_DOWN が発生します（P134、SRV990）。",
    },
  },
  "order-tells-no-steps": {
    kind: "silent",
    text: {
      en: "The source gives the order of commands and says that quorum is not lost; it does not tell events, checks and removals on the way.",
      ja: "出典が述べるのはコマンドの順序と Quorum を失わないことだけで、途中のイベント、チェック、リソースの停止は書かれていません。",
    },
  },
  "witness-loses-too": {
    kind: "silent",
    text: {
      en: "The article tells what the active node A does, and nothing of W. After A has halted, W reaches 1 of 3 nodes, which is not more than half (P130), so its own check fails too.",
      ja: "記事はアクティブノード A の動作だけを述べ、W には触れていません。A の停止後、W が到達できるのは 3 ノード中 1 ノードで過半数に満たず（P130）、W のチェックも失敗します。",
    },
  },
  "asking-comes-first": {
    kind: "silent",
    text: {
      en: "The source tells what the answer leads to. The question, and the wait for it, come before (CSO75).",
      ja: "出典は回答後の動作を述べています。その前に確認の要求と待ちがあります（CSO75）。",
    },
  },
  "former-side-not-looked-at": {
    kind: "silent",
    text: {
      en: "The field report looked at B only. Without a quorum check nothing stops A, so the simulator has the hierarchy on both.",
      ja: "報告では B だけが確認されています。Quorum チェックがなければ A を止めるものはないため、シミュレーターでは両方で稼働します。",
    },
  },
  "steps-not-listed": {
    kind: "silent",
    text: {
      en: "The row follows from rules and lists no events; COMM_DOWN is raised for each pair whose last path is dead (MAJ932).",
      ja: "この行は規則から導いたもので、イベントを挙げていません。最後のパスが切れたペアごとに COMM_DOWN が発生します（MAJ932）。",
    },
  },
} as const satisfies Record<string, { readonly kind: "silent" | "differs"; readonly text: Localized }>;

const of = (row: string, reason: Reason, ...fields: readonly string[]): readonly Disagreement[] =>
  fields.map((field) => ({ row, field, reason }));

const startsOnA = [
  "sb-intelligent",
  "sb-automatic",
  "sb-automatic-dk",
  "start-wasISP",
  "start-wasOSU",
  "start-peerTookOver",
];

export const disagreements: readonly Disagreement[] = [
  ...of("maj3w-s4-fastboot", "start-raises-lcm-avail", "nodes.A.events"),
  ...of("maj3w-order", "order-tells-no-steps", "nodes.A.events", "nodes.A.quorum", "nodes.A.deeds"),
  ...of("maj3w-order", "order-tells-no-steps", "nodes.B.events", "nodes.B.quorum"),
  ...of("maj3w-order", "order-tells-no-steps", "nodes.W.events", "nodes.W.quorum"),
  ...of("maj3w-order-bug960", "witness-loses-too", "lost"),
  ...["shutdown-noswitch", "shutdown-switch", "lkstop-f", "stopfailover-switch"].flatMap((row) =>
    of(row, "loss-raises-comm-down", "nodes.B.events"),
  ),
  ...startsOnA.flatMap((row) => of(row, "start-raises-lcm-avail", "nodes.A.events")),
  ...startsOnA.flatMap((row) => of(row, "return-raises-comm-up", "nodes.B.events")),
  ...of("scsi-splitbrain-stolen", "start-raises-lcm-avail", "nodes.A.events"),
  ...of("stonith", "loss-raises-comm-down", "nodes.A.events"),
  ...of("aws-nic-down", "former-side-not-looked-at", "active"),
  ...of("aws-nic-down", "loss-raises-comm-down", "nodes.A.events"),
  ...of("confirmso-yes", "asking-comes-first", "nodes.B.deeds"),
  ...of("res-removefail", "start-raises-lcm-avail", "nodes.A.events"),
  ...of("res-removefail", "loss-raises-comm-down", "nodes.B.events"),
  ...of("dk-s1", "start-raises-lcm-avail", "nodes.A.events"),
  ...of("dk-s1", "return-raises-comm-up", "nodes.B.events"),
  ...of("dk-s3", "start-raises-lcm-avail", "nodes.A.events"),
  ...of("dk-s3-force", "start-raises-lcm-avail", "nodes.A.events"),
  ...of("dk-order-right", "start-raises-lcm-avail", "nodes.A.events", "nodes.B.events"),
  ...of("d-maj4-3-1", "steps-not-listed", "nodes.A.events", "nodes.B.events", "nodes.C.events", "nodes.D.events"),
];
