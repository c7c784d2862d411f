// Options that say how many faults of which kinds are tried.

import { type FaultKind, faultKinds } from "@lkcluster/core/language/actions.ts";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { BoundOverride } from "@lkcluster/core/prove/proof.ts";
import type { OptionSpec, Run } from "./command.ts";

export interface FaultOptions {
  readonly faults?: string;
  readonly of?: string;
}

export const faultOptions: readonly OptionSpec[] = [
  { flags: "--faults <count>", summary: { en: "at most this many faults", ja: "障害の最大数" } },
  {
    flags: "--of <kinds>",
    summary: {
      en: `kinds of fault, with commas: ${faultKinds.join(",")}`,
      ja: `障害の種類（カンマ区切り）: ${faultKinds.join(",")}`,
    },
  },
];

/** Undefined, with a message, when an option cannot be read. */
export function readFaults(run: Run, { faults, of }: FaultOptions, faultsMax: number): BoundOverride | undefined {
  const count = faults === undefined ? undefined : readCount(run, "--faults", faults, faultsMax);
  if (count === "wrong") return undefined;
  const named = of?.split(",").map((kind) => kind.trim());
  const unknown = named?.find((kind) => !faultKinds.some((known) => known === kind));
  if (unknown !== undefined) {
    run.io.writeError(`lkcluster: ${words.unknownKind(unknown)[run.locale]}\n`);
    return undefined;
  }
  const kinds = named === undefined ? undefined : faultKinds.filter((kind: FaultKind) => named.includes(kind));
  return { ...(count === undefined ? {} : { faults: count }), ...(kinds === undefined ? {} : { kinds }) };
}

export function readCount(run: Run, option: string, text: string, max: number): number | "wrong" {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= max) return count;
  run.io.writeError(`lkcluster: ${words.notACount(option, text, max)[run.locale]}\n`);
  return "wrong";
}

const words = {
  unknownKind: (kind: string): Localized => ({
    en: `there is no kind of fault called "${kind}". Kinds: ${faultKinds.join(", ")}`,
    ja: `「${kind}」という種類の障害はありません。種類: ${faultKinds.join("、")}`,
  }),
  notACount: (option: string, text: string, max: number): Localized => ({
    en: `${option} takes a whole number from 1 to ${max}, not "${text}".`,
    ja: `${option} には 1 から ${max} までの整数を指定してください（「${text}」は使えません）。`,
  }),
};
