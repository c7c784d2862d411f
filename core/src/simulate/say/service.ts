// Reasons: resources that come in service and go out.

import type { Cause, Work } from "../work.ts";
import { nameOf, tagOf, tell } from "./why.ts";

export function sayRestored(work: Work, node: number, index: number, cause: Cause): void {
  if (work.tracer === undefined) return;
  const tag = tagOf(work, index);
  tell(work, node, "restore", {
    text: { en: `${tag} comes in service.`, ja: `${tag} をサービス中にします。` },
    facts: { tag, cause },
    place: work.model.resources[index]?.source.place,
  });
}

export function sayRestoreFailed(
  work: Work,
  node: number,
  index: number,
  how: "no-server" | "child" | "refused" | "address",
): void {
  if (work.tracer === undefined) return;
  const tag = tagOf(work, index);
  const place = work.model.resources[index]?.source.place;
  const facts = { tag, how };
  const name = nameOf(work, node);
  switch (how) {
    case "no-server":
      tell(work, node, "restore-failed", {
        text: {
          en: `${tag} cannot come in service: ${name} is not one of its servers. The restore ends here.`,
          ja: `${name} は ${tag} のサーバーではないため、サービス中にできません。起動処理はここで終わります。`,
        },
        facts,
        place,
      });
      return;
    case "child":
      tell(work, node, "restore-failed", {
        text: {
          en: `${tag} cannot come in service: something it needs is not. The restore ends here.`,
          ja: `${tag} が必要とするリソースがサービス中でないため、起動できません。起動処理はここで終わります。`,
        },
        facts,
        place,
      });
      return;
    case "refused":
      tell(work, node, "restore-failed", {
        text: {
          en: `The restore of ${tag} fails and ends here: ${tag} becomes OSF.`,
          ja: `${tag} の起動に失敗しました。起動処理はここで終わり、OSF になります。`,
        },
        facts,
        place,
      });
      return;
    case "address":
      tell(work, node, "restore-failed", {
        text: {
          en: `The duplicate check finds the address of ${tag} in use: the restore ends here, and ${tag} becomes OSF.`,
          ja: `${tag} のアドレスは重複チェックで使用中と判定されました。起動処理はここで終わり、OSF になります。`,
        },
        facts,
        reading: "address-check",
        place,
      });
  }
}

export function sayRemoved(work: Work, node: number, index: number): void {
  if (work.tracer === undefined) return;
  const tag = tagOf(work, index);
  tell(work, node, "remove", {
    text: { en: `${tag} goes out of service.`, ja: `${tag} をサービス休止にします。` },
    facts: { tag },
    place: work.model.resources[index]?.source.place,
  });
}

export function sayRemoveFailed(work: Work, node: number, index: number): void {
  if (work.tracer === undefined) return;
  const tag = tagOf(work, index);
  tell(work, node, "remove-failed", {
    text: { en: `The removal of ${tag} fails.`, ja: `${tag} の停止に失敗しました。` },
    facts: { tag },
    place: work.model.resources[index]?.source.place,
  });
}
