// What the parts of the proofs are drawn from.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import type { Message } from "../message.ts";
import type { ProofState } from "./findings.ts";

export interface ProveProps {
  readonly proofs: readonly ProofState[];
  readonly locale: Locale;
  readonly lineOf: (file: string, offset: number) => number | undefined;
  readonly dispatch: (message: Message) => void;
}
