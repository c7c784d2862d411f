// Reasons: SCSI reservations.

import type { Work } from "../work.ts";
import { nameOf, tagOf, tell } from "./why.ts";

export function sayReservation(
  work: Work,
  node: number,
  index: number,
  how: "won" | "lost" | "respected" | "ignored",
): void {
  if (work.tracer === undefined) return;
  const tag = tagOf(work, index);
  const name = nameOf(work, node);
  const place = work.model.resources[index]?.source.place;
  const facts = { tag, how };
  switch (how) {
    case "ignored":
      tell(work, node, "reservation-taken", {
        text: {
          en: `Another node has taken the reservation of ${tag}, and SCSIHALT is FALSE: the node goes on.`,
          ja: `${tag} のリザベーションをほかのノードに奪われましたが、SCSIHALT が FALSE のため、ノードは動作を続けます。`,
        },
        facts,
        parameter: "SCSIHALT",
        place,
      });
      return;
    case "won":
      tell(work, node, "reservation-won", {
        text: {
          en: `${name} takes the reservation of ${tag} after a reset of the device; the former holder notices at its next disk check.`,
          ja: `${name} がデバイスのリセットを経て ${tag} のリザベーションを取得しました。元の保持者は次のディスクチェックで気付きます。`,
        },
        facts,
        place,
      });
      return;
    case "lost":
      tell(work, node, "reservation-lost", {
        text: {
          en: `${name} cannot take the reservation of ${tag}: the restore ends here, and ${tag} becomes OSF.`,
          ja: `${name} は ${tag} のリザベーションを取得できませんでした。起動処理はここで終わり、OSF になります。`,
        },
        facts,
        place,
      });
      return;
    case "respected":
      tell(work, node, "reservation-taken", {
        text: {
          en: `${tag} is reserved by another node, so it is not activated here.`,
          ja: `${tag} のリザベーションはほかのノードが持っているため、ここでは起動しません。`,
        },
        facts,
        place,
      });
  }
}
