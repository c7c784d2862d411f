// Questions of ssh in VS Code's own dialogs, one after the other. What is typed is handed back to ssh and kept nowhere.

import { notificationText } from "@lkcluster/core/text/shown.ts";
import type { Question } from "@lkcluster/deploy/openssh/askpass.ts";
import { printable } from "@lkcluster/deploy/printable.ts";
import * as vscode from "vscode";
import { inUserLanguage } from "../language.ts";
import { askModal } from "../notify.ts";

/** Several nodes are connected at once; two dialogs at once would confuse their answers. */
let last: Promise<unknown> = Promise.resolve();

export function askQuestion(question: Question): Promise<string | undefined> {
  // What a server makes ssh ask may try to look like something else.
  const prompt = printable(question.prompt).slice(0, 2000);
  const answer = last.then(() => ask({ ...question, prompt }));
  last = answer.catch(() => undefined);
  return answer;
}

async function ask({ node, prompt, kind }: Question): Promise<string | undefined> {
  switch (kind) {
    case "host-key":
    case "confirm": {
      const yes = inUserLanguage({ en: "Yes, Connect", ja: "はい、接続します" });
      const choice = await askModal(
        inUserLanguage({ en: `ssh asks about ${node}`, ja: `${node} について ssh からの確認` }),
        prompt.trim(),
        yes,
      );
      return choice === yes ? "yes" : "no";
    }
    case "secret":
      return await vscode.window.showInputBox({
        title: notificationText(inUserLanguage({ en: `ssh asks for ${node}`, ja: `${node} への接続に必要な情報` })),
        prompt: notificationText(prompt.trim()),
        password: true,
        ignoreFocusOut: true,
      });
  }
}
