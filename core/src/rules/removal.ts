// The fix that takes a whole item out of the cluster block.

import type { Fix } from "../problem.ts";
import type { ClusterFile } from "../syntax/cluster/tree.ts";
import type { Parsed } from "../syntax/parsed.ts";
import { fix, removedLine } from "./fixes.ts";

export function removal(parsed: Parsed<ClusterFile>, kind: "network" | "storage", name: string): readonly Fix[] {
  const item = parsed.tree.cluster?.items.find((each) => each.kind === kind && each.name?.value === name);
  if (item === undefined) return [];
  const edit = removedLine(parsed.text, { file: parsed.file, span: item.span });
  return [fix({ en: `Remove ${name}`, ja: `${name} を削除する` }, [edit], "a choice")];
}
