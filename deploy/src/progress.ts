// Tells the caller what is happening, step by step and node by node, and writes the same to the audit sink.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { AuditDetails, AuditSink, Phase, ProgressEvent } from "./report.ts";

export interface Reporter {
  begins(phase: Phase, node?: string): void;
  done(phase: Phase, node?: string): void;
  failed(phase: Phase, why: Localized, node?: string): void;
  /** A long step is still under way; how far it is. */
  goesOn(phase: Phase, text: Localized): void;
  /** Something worth a line that is no step: what was found and healed. */
  note(phase: Phase, text: Localized, node?: string): void;
  /** For the record only: the run as a whole. */
  record(event: "run" | "plan" | "mended", status: string, details: AuditDetails): void;
  /** From now on audit entries name this transaction. */
  entitle(transaction: string): void;
}

export function makeReporter(
  onProgress: ((event: ProgressEvent) => void) | undefined,
  audit: AuditSink | undefined,
): Reporter {
  let transaction: string | undefined;
  const tell = (phase: Phase, state: ProgressEvent["state"], text: Localized, node: string | undefined): void => {
    onProgress?.({ node, phase, state, text });
    if (state === "begins" || state === "goes-on") return;
    audit?.write({
      at: new Date().toISOString(),
      transaction,
      node,
      event: phase,
      status: state === "done" ? "ok" : text.en,
    });
  };
  const named = (text: Localized, node: string | undefined): Localized =>
    node === undefined ? text : { en: `${node}: ${text.en}`, ja: `${node}: ${text.ja}` };
  return {
    begins: (phase, node) => tell(phase, "begins", named(phaseTexts[phase], node), node),
    done: (phase, node) => tell(phase, "done", named(phaseTexts[phase], node), node),
    failed: (phase, why, node) => tell(phase, "failed", why, node),
    goesOn: (phase, text) => tell(phase, "goes-on", text, undefined),
    note: (phase, text, node) => tell(phase, "done", text, node),
    record: (event, status, details) =>
      audit?.write({ at: new Date().toISOString(), transaction, node: undefined, event, status, details }),
    entitle(name) {
      transaction = name;
    },
  };
}

const phaseTexts: Readonly<Record<Phase, Localized>> = {
  connect: { en: "connecting", ja: "接続" },
  heal: { en: "finishing an earlier deployment", ja: "以前の未完了のデプロイの処理" },
  read: { en: "reading the node", ja: "ノードの読み取り" },
  plan: { en: "making the plan", ja: "計画の作成" },
  show: { en: "showing the plan", ja: "計画の表示" },
  stage: { en: "writing the new file beside the old one", ja: "元のファイルの横に新しいファイルを書き込み" },
  arm: { en: "arming the timer", ja: "タイマーの設定" },
  stop: { en: "stopping LifeKeeper", ja: "LifeKeeper の停止" },
  commit: { en: "renaming the new file into place", ja: "新しいファイルへの置き換え" },
  start: { en: "starting LifeKeeper", ja: "LifeKeeper の起動" },
  verify: { en: "checking over a new connection", ja: "新しい接続での確認" },
  activate: { en: "activating the new values", ja: "新しい値の有効化" },
  confirm: { en: "confirming", ja: "確定" },
  revert: { en: "putting the old file back", ja: "元のファイルへの復元" },
  record: { en: "recording", ja: "記録" },
};
