// Shows what a deployment would do, in VS Code's diff editor and in words, and asks once. The question stays open while
// the user reads the differences.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { type DeploymentPlan, isChanged } from "@lkcluster/core/plan/deploymentPlan.ts";
import { labelText } from "@lkcluster/core/text/shown.ts";
import * as vscode from "vscode";
import { inUserLanguage } from "../language.ts";
import { showPlanDifferences } from "./planDocuments.ts";

/** `activate`: deploy, and also run what makes the new values count; that is another plan, which is shown again. */
export type Answer = "deploy" | "activate" | "no";

interface Choice extends vscode.QuickPickItem {
  /** Undefined: a line to read. */
  readonly answer?: Answer;
}

export async function confirmPlan(plan: DeploymentPlan, signal: AbortSignal): Promise<Answer> {
  await showPlanDifferences(plan);
  if (signal.aborted) return "no";
  const pick = vscode.window.createQuickPick<Choice>();
  const changed = plan.nodes.filter(isChanged).length;
  const isBack = plan.rollback !== undefined;
  pick.title = inUserLanguage({
    en: `${isBack ? "Roll back" : "Deploy"} ${plan.cluster}: ${changed === 1 ? "one node changes" : `${changed} nodes change`}`,
    ja: `${plan.cluster} の${isBack ? "ロールバック" : "配備"}: ${changed} 台のノードが変わります`,
  });
  pick.placeholder = inUserLanguage({
    en: "Check the differences below, then choose.",
    ja: "下の差分を確かめてから選んでください。",
  });
  pick.ignoreFocusOut = true;
  pick.items = [...choices(plan), ...lines(plan)];
  const close = (): void => pick.hide();
  signal.addEventListener("abort", close, { once: true });
  try {
    return await new Promise<Answer>((resolve) => {
      pick.onDidAccept(() => {
        const answer = pick.selectedItems[0]?.answer;
        // A line to read is no answer.
        if (answer !== undefined) resolve(answer);
      });
      pick.onDidHide(() => resolve("no"));
      pick.show();
    });
  } finally {
    signal.removeEventListener("abort", close);
    pick.dispose();
  }
}

function choices(plan: DeploymentPlan): readonly Choice[] {
  const order = plan.order.join(" → ");
  const go = plan.rollback === undefined ? forward : back;
  return [
    {
      label: inUserLanguage(go.label),
      description: labelText(order),
      detail: inUserLanguage(go.detail),
      answer: "deploy",
    },
    ...(plan.rollback === undefined && plan.steps.some(({ kind }) => kind === "later") ? [activation()] : []),
    { label: inUserLanguage(go.not), answer: "no" },
  ];
}

const forward = {
  label: { en: "$(cloud-upload) Deploy", ja: "$(cloud-upload) 配備する" },
  detail: {
    en: "All nodes get the new file, or none does.",
    ja: "全ノードが新しいファイルになるか、どのノードも変わらないかのどちらかです。",
  },
  not: { en: "$(close) Do Not Deploy", ja: "$(close) 配備しない" },
} as const satisfies Record<string, Localized>;

const back = {
  label: { en: "$(discard) Roll Back", ja: "$(discard) 元に戻す" },
  detail: {
    en: "All nodes get the earlier file, or none does.",
    ja: "全ノードが以前のファイルに戻るか、どのノードも変わらないかのどちらかです。",
  },
  not: { en: "$(close) Do Not Roll Back", ja: "$(close) 元に戻さない" },
} as const satisfies Record<string, Localized>;

function activation(): Choice {
  return {
    label: inUserLanguage({ en: "$(debug-restart) Deploy and Activate…", ja: "$(debug-restart) 配備して有効化…" }),
    detail: inUserLanguage({
      en: "Also does what the new values need to take effect, and shows the steps before it begins.",
      ja: "新しい値を有効にする操作も行います。始める前に手順を表示します。",
    }),
    answer: "activate",
  };
}

function lines(plan: DeploymentPlan): readonly Choice[] {
  const separator = (text: Localized): Choice => ({
    label: inUserLanguage(text),
    kind: vscode.QuickPickItemKind.Separator,
  });
  const line = (icon: string, text: Localized): Choice => {
    const [first, rest] = folded(labelText(inUserLanguage(text)));
    return { label: `$(${icon}) ${first}`, ...(rest === "" ? {} : { detail: rest }), alwaysShow: true };
  };
  const icon = plan.rollout.kind === "proved" ? "verified" : "question";
  const rollout = plan.rollout.kind === "trivial" ? [] : [line(icon, plan.rollout.text)];
  return [
    ...(plan.warnings.length === 0 ? [] : [separator({ en: "Note", ja: "注意" })]),
    ...plan.warnings.map((text) => line("warning", text)),
    separator({ en: "Where it goes", ja: "配備先" }),
    ...plan.goesTo.map(({ node, ssh, file }) =>
      line("server", { en: `${node}: ssh ${ssh}, ${file}`, ja: `${node}: ssh ${ssh}、${file}` }),
    ),
    separator({ en: "What happens", ja: "実行される内容" }),
    ...plan.steps.map(({ text }) => line("circle-small", text)),
    ...rollout,
  ];
}

/** A quick pick cuts long lines off, and what is asked must be read whole: the rest goes to a line of its own. */
function folded(text: string): readonly [first: string, rest: string] {
  const columnsMax = 68;
  let columns = 0;
  let at = 0;
  for (const character of text) {
    columns += character.charCodeAt(0) < 0x2e80 ? 1 : 2;
    if (columns > columnsMax) break;
    at += character.length;
  }
  if (at >= text.length) return [text, ""];
  const blank = text.lastIndexOf(" ", at);
  const cut = blank > at / 2 ? blank : at;
  return [text.slice(0, cut), text.slice(cut).trim()];
}
