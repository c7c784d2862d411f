// What an earlier deployment left is mended only after the user has seen what that does and agreed to it.

import { describeLeftover, type Leftover } from "@lkcluster/core/plan/leftover.ts";
import { inUserLanguage } from "../language.ts";
import { askModal } from "../notify.ts";

export async function confirmMending(leftovers: readonly Leftover[]): Promise<boolean> {
  const mend = inUserLanguage({ en: "Mend", ja: "修復する" });
  const detail = leftovers.map((left) => inUserLanguage(describeLeftover(left))).join("\n\n");
  const question = inUserLanguage({
    en: "Mend what an earlier deployment left unfinished?",
    ja: "完了していない以前のデプロイを修復しますか。",
  });
  return (await askModal(question, detail, mend)) === mend;
}
