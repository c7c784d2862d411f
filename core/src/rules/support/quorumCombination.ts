// Which QUORUM_MODE goes with which WITNESS_MODE.

import { parseVersion } from "../../catalogue/version.ts";
import type { Fix } from "../../problem.ts";
import { combinationRows, evaluateSupport, partnersOf } from "../../support/matrix.ts";
import type { QuorumMode, WitnessMode } from "../../support/modes.ts";
import { newestVersion } from "../../support/version.ts";
import { type Configuration, type Context, givenValue, placeOf } from "../context.ts";
import { pair, storageQuorum } from "../example.ts";
import { assigned, fix } from "../fixes.ts";
import type { Finding, Rule } from "../rule.ts";
import { alternatives } from "../wording.ts";

export const quorumCombination: Rule = {
  code: "quorum-combination",
  group: "support",
  title: {
    en: "Quorum and witness modes that do not go together",
    ja: "組み合わせられない Quorum モードと Witness モード",
  },
  documentation: {
    what: {
      en: "`QUORUM_MODE` and `WITNESS_MODE` must be one of the combinations of the support matrix.",
      ja: "`QUORUM_MODE` と `WITNESS_MODE` は、サポート表にある組み合わせでなければなりません。",
    },
    why: {
      en: "`storage` is one mechanism that answers both questions, so choose it for both modes or for neither. A combination that the manual marks as not available has no defined behaviour in a failure.",
      ja: "`storage` は 2 つの問いに 1 つの仕組みで答えるモードなので、両方に指定するか、どちらにも指定しないかのいずれかです。マニュアルで利用不可とされる組み合わせは、障害時の動作が保証されません。",
    },
    how: {
      en: "Change one of the two modes; the fixes offer those that the matrix allows.",
      ja: "どちらかのモードを変更してください。クイックフィックスに、表で許される選択肢が出ます。",
    },
  },
  sources: ["QW9J", "STO951"],
  evidence: "documented",
  severity: "error",
  about: "parameters",
  *check(context) {
    for (const configuration of context.configurations) yield* checkOne(context, configuration);
  },
  fires: pair(storageQuorum.replace("WITNESS_MODE=storage", "WITNESS_MODE=remote_verify")),
  reports: `
    LifeKeeper
    | WITNESS_MODE=remote_verify
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^ error: \`QUORUM_MODE=storage\` cannot be combined with \`WITNESS_MODE=remote_verify\`. With \`storage\` the witness mode must be \`storage\`.
    | QUORUM_MODE=storage
    | ------------------- the other mode is given here
  `,
  silent: pair(storageQuorum),
};

function* checkOne(context: Context, configuration: Configuration): Iterable<Finding> {
  const { quorumMode, witnessMode } = configuration.quorum;
  const version = context.version ?? parseVersion(newestVersion);
  if (version === undefined || !areModesKnown(configuration)) return;
  const verdict = evaluateSupport({ quorumMode, witnessMode, nodeCount: undefined, witnessNodeCount: 0, version });
  if (verdict.kind !== "unsupported" || !verdict.reasons.some((reason) => reason.kind === "combination")) return;
  // The side that was written is the one to speak about; when both were, the witness mode is the one that must follow.
  const name = givenValue(configuration, "WITNESS_MODE") === undefined ? "QUORUM_MODE" : "WITNESS_MODE";
  const partners = partnersOf(quorumMode);
  const other = givenValue(configuration, name === "WITNESS_MODE" ? "QUORUM_MODE" : "WITNESS_MODE");
  yield {
    place: placeOf(context, configuration, name),
    message: {
      en: `\`QUORUM_MODE=${quorumMode}\` cannot be combined with \`WITNESS_MODE=${witnessMode}\`. With \`${quorumMode}\` the witness mode must be ${alternatives(partners).en}.`,
      ja: `\`QUORUM_MODE=${quorumMode}\` と \`WITNESS_MODE=${witnessMode}\` は組み合わせられません。\`${quorumMode}\` に使える Witness モードは ${alternatives(partners).ja} です。`,
    },
    related:
      other === undefined
        ? []
        : [
            {
              ...other.place,
              message: { en: "the other mode is given here", ja: "もう一方のモードはここで指定されています" },
            },
          ],
    fixes: [...witnessFixes(context, configuration, partners), ...quorumFixes(context, configuration, witnessMode)],
  };
}

function witnessFixes(
  context: Context,
  configuration: Configuration,
  partners: readonly WitnessMode[],
): readonly Fix[] {
  const quorumWasWritten = givenValue(configuration, "QUORUM_MODE") !== undefined;
  return partners.map((mode) =>
    fix(
      { en: `Set WITNESS_MODE to ${mode}`, ja: `WITNESS_MODE を ${mode} にする` },
      assigned(context, configuration, [["WITNESS_MODE", mode]]),
      // storage on one side leaves one answer for the other.
      partners.length === 1 && quorumWasWritten ? "certain" : "a choice",
    ),
  );
}

function quorumFixes(context: Context, configuration: Configuration, witnessMode: WitnessMode): readonly Fix[] {
  const modes: readonly QuorumMode[] = combinationRows
    .filter((row) => row.allowed && row.witnessMode === witnessMode && row.quorumMode !== "none")
    .map((row) => row.quorumMode);
  return modes.map((mode) =>
    fix(
      { en: `Set QUORUM_MODE to ${mode}`, ja: `QUORUM_MODE を ${mode} にする` },
      assigned(context, configuration, [["QUORUM_MODE", mode]]),
      "a choice",
    ),
  );
}

function areModesKnown(configuration: Configuration): boolean {
  const known = (name: string, values: readonly string[]): boolean => {
    const value = configuration.values.get(name)?.value;
    return value === undefined || values.includes(value);
  };
  return (
    known("QUORUM_MODE", ["majority", "tcp_remote", "storage", "none", "off"]) &&
    known("WITNESS_MODE", ["remote_verify", "storage", "none", "off"])
  );
}
