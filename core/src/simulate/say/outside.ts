// Reasons: what came from outside, and what an operator asked for.

import { toldText } from "../../language/tell.ts";
import { indexOf } from "../code.ts";
import { decode } from "../decode.ts";
import { isOutside } from "../event.ts";
import type { Work } from "../work.ts";
import { tagOf, tell } from "./why.ts";

/** Told first; what changes directly is told with the next reason or at the end of the event. */
export function sayOperator(
  work: Work,
  node: number,
  index: number,
  how: "refused" | "switch-over" | "in-service",
): void {
  if (work.tracer === undefined) return;
  const tag = tagOf(work, index);
  switch (how) {
    case "refused":
      tell(work, node, "restore-refused", {
        text: {
          en: `${tag} is not brought in service, because a node without quorum may not do that.`,
          ja: `Quorum のないノードでは、${tag} をサービス中にできません。`,
        },
        facts: { tag },
        parameter: "QUORUM_MODE",
        reading: "manual-without-quorum",
      });
      return;
    case "switch-over":
      tell(work, node, "switch-over", {
        text: {
          en: `Switchover: ${tag} goes out of service here first.`,
          ja: `スイッチオーバー: ここで先に ${tag} をサービス休止にします。`,
        },
        facts: { tag },
      });
      return;
    case "in-service":
      return;
  }
}

export function sayOutside(work: Work, code: number): void {
  if (work.tracer === undefined) return;
  const { model } = work;
  const event = decode(model, code);
  if (event === undefined || !isOutside(event)) return;
  const link = "index" in event ? model.links[indexOf(code)] : undefined;
  tell(work, -1, "outside", { text: toldText(event), ...(link === undefined ? {} : { place: link.place }) });
}
