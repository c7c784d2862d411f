// The page of one deployment in the editor: shows it live, asks its one question, and stays as its record. It carries
// nothing out: what the run tells goes in, what the user wants comes out.

import { randomBytes } from "node:crypto";
import type { DeploymentPlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { labelText } from "@lkcluster/core/text/shown.ts";
import type { DeployReport, ProgressEvent } from "@lkcluster/deploy/report.ts";
import * as vscode from "vscode";
import { currentLocale, inUserLanguage, onLanguageChange } from "../../language.ts";
import { guarded } from "../../output.ts";
import { panelHtml } from "../../panel/panelHtml.ts";
import { showPlanDifferences } from "../planDocuments.ts";
import { beginDeployment, withAnswer, withCancelled, withEnd, withPlan, withProgress } from "./deployment.ts";
import { type Deployment, type FromPage, type PageAnswer, toPage } from "./protocol.ts";
import { recordOf } from "./record.ts";

export interface PageWishes {
  readonly cancel: () => void;
  readonly rollBack: () => void;
}

/** One a cluster file: the next deployment takes the place of the last one's record. */
const pages = new Map<string, DeploymentPage>();

export class DeploymentPage {
  #deployment: Deployment;
  #wishes: PageWishes;
  #panel: vscode.WebviewPanel | undefined;
  #plan: DeploymentPlan | undefined;
  #answer: ((answer: PageAnswer) => void) | undefined;
  readonly #clusterFile: vscode.Uri;
  readonly #extension: vscode.Uri;

  private constructor(clusterFile: vscode.Uri, extension: vscode.Uri, deployment: Deployment, wishes: PageWishes) {
    this.#clusterFile = clusterFile;
    this.#extension = extension;
    this.#deployment = deployment;
    this.#wishes = wishes;
  }

  static begin(
    clusterFile: vscode.Uri,
    { cluster, way }: Pick<Deployment, "cluster" | "way">,
    wishes: PageWishes,
  ): DeploymentPage {
    const deployment = beginDeployment(cluster, way, Date.now());
    const key = clusterFile.toString();
    const known = pages.get(key);
    const page = known ?? new DeploymentPage(clusterFile, extensionUri(), deployment, wishes);
    pages.set(key, page);
    page.#deployment = deployment;
    page.#wishes = wishes;
    page.#plan = undefined;
    page.reveal();
    return page;
  }

  progress(event: ProgressEvent): void {
    this.#show(withProgress(this.#deployment, event, Date.now()));
  }

  /** Stays open until it is answered; a page that is closed says no. */
  async ask(plan: DeploymentPlan, signal: AbortSignal): Promise<PageAnswer> {
    if (signal.aborted) return "no";
    this.#plan = plan;
    this.#show(withPlan(this.#deployment, plan));
    this.reveal();
    const close = (): void => this.#answer?.("no");
    signal.addEventListener("abort", close, { once: true });
    try {
      const answer = await new Promise<PageAnswer>((resolve) => {
        this.#answer = resolve;
      });
      this.#show(withAnswer(this.#deployment));
      return answer;
    } finally {
      this.#answer = undefined;
      signal.removeEventListener("abort", close);
    }
  }

  ended(report: DeployReport): void {
    this.#show(withEnd(this.#deployment, report, Date.now()));
  }

  reveal(): void {
    if (this.#panel === undefined) this.#open();
    else if (!this.#panel.visible) this.#panel.reveal();
  }

  #show(deployment: Deployment): void {
    this.#deployment = deployment;
    this.#send();
  }

  #send(): void {
    void this.#panel?.webview.postMessage(toPage(currentLocale(), this.#deployment, Date.now()));
  }

  #open(): void {
    const { cluster, way } = this.#deployment;
    const title = way === "deploy" ? { en: "Deploy", ja: "デプロイ" } : { en: "Roll back", ja: "ロールバック" };
    const panel = vscode.window.createWebviewPanel(
      "lifekeeper.deployment",
      `${inUserLanguage(title)}: ${labelText(cluster)}`,
      vscode.ViewColumn.Active,
      { enableScripts: true, enableFindWidget: true, retainContextWhenHidden: true },
    );
    this.#panel = panel;
    const root = vscode.Uri.joinPath(this.#extension, "dist", "webview");
    panel.webview.options = { enableScripts: true, localResourceRoots: [root] };
    const language = onLanguageChange(() => this.#send());
    panel.webview.onDidReceiveMessage((message: FromPage) => guarded("deployment page", () => this.#receive(message)));
    panel.onDidDispose(() => {
      language.dispose();
      this.#panel = undefined;
      this.#answer?.("no");
    });
    panel.webview.html = panelHtml({
      locale: currentLocale(),
      cspSource: panel.webview.cspSource,
      nonce: randomBytes(16).toString("base64url"),
      script: panel.webview.asWebviewUri(vscode.Uri.joinPath(root, "deployment.js")).toString(),
      codicons: panel.webview.asWebviewUri(vscode.Uri.joinPath(root, "codicon.css")).toString(),
      clusterFile: this.#clusterFile.toString(),
    });
  }

  async #receive(message: FromPage): Promise<void> {
    switch (message.kind) {
      case "ready":
        return this.#send();
      case "answer":
        return this.#answer?.(message.answer);
      case "cancel":
        this.#show(withCancelled(this.#deployment));
        return this.#wishes.cancel();
      case "copy-record":
        return await vscode.env.clipboard.writeText(recordOf(this.#deployment, currentLocale()));
      case "roll-back":
        return this.#wishes.rollBack();
      case "show-differences":
        if (this.#plan !== undefined) await showPlanDifferences(this.#plan);
    }
  }
}

let extension: vscode.Uri | undefined;

/** Called once, when the extension starts. */
export function registerDeploymentPage(context: vscode.ExtensionContext): void {
  extension = context.extensionUri;
}

function extensionUri(): vscode.Uri {
  if (extension === undefined) throw new Error("Bug in the extension: the deployment page was never registered");
  return extension;
}
