// ACLs and extended attributes on nodes whose own tools cannot carry them over to the new file: said before a
// deployment, because afterwards they would be gone.

import type { Localized } from "../locale/localized.ts";
import type { NodeFacts } from "./nodeFacts.ts";

export function checkExtras(
  facts: readonly NodeFacts[],
  changed: readonly string[],
): { readonly refusals: readonly Localized[]; readonly warnings: readonly Localized[] } {
  const on = (extras: "lost" | "unknown"): readonly string[] =>
    facts
      .filter(({ node, target }) => changed.includes(node) && target.kind === "file" && target.extras === extras)
      .map(({ node }) => node);
  const [lost, unknown] = [on("lost"), on("unknown")];
  return {
    refusals: lost.length === 0 ? [] : [lostText(lost.join(", "))],
    warnings: unknown.length === 0 ? [] : [unknownText(unknown.join(", "))],
  };
}

function lostText(names: string): Localized {
  return {
    en: `${names}: the parameter file has an ACL or extended attributes, and cp of BusyBox there would lose them. Install coreutils on the node, or remove them first.`,
    ja: `${names}: パラメーターファイルに ACL または拡張属性がありますが、ノードの BusyBox の cp では失われます。ノードに coreutils をインストールするか、先に削除してください。`,
  };
}

function unknownText(names: string): Localized {
  return {
    en: `${names}: cp of BusyBox there keeps owner, group and mode. If the parameter file has an ACL or extended attributes, they are lost.`,
    ja: `${names}: ノードの BusyBox の cp が維持するのは、所有者、グループ、モードです。パラメーターファイルに ACL または拡張属性があれば失われます。`,
  };
}
