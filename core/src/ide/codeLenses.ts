// The actions that stand above a block: simulate, deploy, run, prove, and how often a name is used.

import type { Localized } from "../locale/localized.ts";
import { areProofsLeftToAsking } from "../prove/proof.ts";
import type { ClusterFile } from "../syntax/cluster/tree.ts";
import type { Span } from "../text/span.ts";
import { namesIn, resolver } from "./names.ts";

export type LensCommand =
  /** Opens the panel; with a scenario, it replays that. */
  | { readonly kind: "simulate"; readonly scenario?: string }
  | { readonly kind: "deploy" }
  | { readonly kind: "run-scenario"; readonly title: string /** Where the title begins. */; readonly at: number }
  | { readonly kind: "prove"; readonly title: string /** Where the title begins. */; readonly at: number }
  /** Makes the standard proofs of a cluster that is too large to make them unasked. */
  | { readonly kind: "prove-standard" }
  /** Shows where the name at this offset is used. */
  | { readonly kind: "references"; readonly offset: number };

export interface CodeLens {
  readonly span: Span;
  readonly title: Localized;
  readonly command: LensCommand;
}

export function codeLenses(tree: ClusterFile): readonly CodeLens[] {
  const lenses: CodeLens[] = [];
  if (tree.cluster !== undefined) {
    const span = tree.cluster.keyword;
    lenses.push({ span, title: { en: "Simulate", ja: "シミュレーション" }, command: { kind: "simulate" } });
    lenses.push({ span, title: { en: "Deploy", ja: "デプロイ" }, command: { kind: "deploy" } });
    if (areProofsLeftToAsking(tree)) {
      const title = { en: "Run the standard proofs", ja: "標準の証明を実行" };
      lenses.push({ span, title, command: { kind: "prove-standard" } });
    }
  }
  for (const { keyword, title } of tree.scenarios) {
    if (title === undefined) continue;
    const command = { kind: "run-scenario", title: title.value, at: title.span.start } as const;
    lenses.push({ span: keyword, title: { en: "Run scenario", ja: "シナリオを実行" }, command });
    const replay = { kind: "simulate", scenario: title.value } as const;
    lenses.push({ span: keyword, title: { en: "Simulate", ja: "シミュレーション" }, command: replay });
  }
  for (const { keyword, title } of tree.proofs) {
    if (title === undefined) continue;
    const command = { kind: "prove", title: title.value, at: title.span.start } as const;
    lenses.push({ span: keyword, title: { en: "Prove", ja: "証明" }, command });
  }
  return [...lenses, ...referenceLenses(tree)];
}

/** Above nodes and root resources: what else of the cluster hangs on them. */
function referenceLenses(tree: ClusterFile): readonly CodeLens[] {
  const names = namesIn(tree);
  const resolve = resolver(names);
  const counts = new Map<string, number>();
  for (const use of names) {
    if (use.defines) continue;
    const { kind, name } = resolve(use);
    counts.set(`${kind} ${name}`, (counts.get(`${kind} ${name}`) ?? 0) + 1);
  }
  return (tree.cluster?.items ?? []).flatMap((item): readonly CodeLens[] => {
    const isNode = item.kind === "node" || item.kind === "witness";
    const word = isNode ? item.name : item.kind === "resource" ? item.tag : undefined;
    if (word === undefined) return [];
    const count = counts.get(`${isNode ? "node" : "resource"} ${word.value}`) ?? 0;
    const title = { en: count === 1 ? "1 reference" : `${count} references`, ja: `${count} 個の参照` };
    return [{ span: item.keyword, title, command: { kind: "references", offset: word.span.start } }];
  });
}
