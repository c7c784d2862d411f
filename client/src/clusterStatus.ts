// What the status bar says about a cluster file: its problems, the verdict of its proofs, and how its nodes stand to it.

import { series } from "@lkcluster/core/locale/enumeration.ts";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { labelText, visibleLine } from "@lkcluster/core/text/shown.ts";
import type { ClusterState, Standing } from "./clusterStates.ts";
import { inUserLanguage } from "./language.ts";
import type { StatusText } from "./parameterFileStatus.ts";

export function clusterStatus(name: string, errors: number, state: ClusterState): StatusText {
  const parts = standing(errors, state);
  return {
    text: [`$(pulse) ${labelText(name)}`, ...parts.map(({ icon }) => `$(${icon})`)].join(" "),
    tooltip: [
      visibleLine(name),
      ...parts.map(({ text }) => inUserLanguage(text)),
      inUserLanguage({ en: "Click to open the simulator.", ja: "クリックするとシミュレーターを開きます。" }),
    ].join("\n"),
  };
}

interface Part {
  readonly icon: string;
  readonly text: Localized;
}

function standing(errors: number, { verdict, standing: found, nodes }: ClusterState): readonly Part[] {
  const parts: Part[] = [];
  parts.push(
    errors > 0
      ? { icon: "error", text: { en: errors === 1 ? "1 error" : `${errors} errors`, ja: `エラー ${errors} 件` } }
      : { icon: "check", text: { en: "No errors", ja: "エラーなし" } },
  );
  for (const part of found === undefined ? [] : scenarioParts(found)) parts.push(part);
  const typed = found === undefined ? undefined : verdictOf(found);
  const counted = typed ?? verdict;
  if (counted !== undefined) parts.push(verdicts[counted]);
  const count = (wanted: string): number => [...nodes.values()].filter((one) => one === wanted).length;
  const [drifted, unreachable] = [count("drifted"), count("unreachable")];
  const [unequal, unknown] = [count("unequal"), count("unknown")];
  if (drifted > 0) {
    parts.push({
      icon: "diff",
      text: {
        en: drifted === 1 ? "1 node differs from here" : `${drifted} nodes differ from here`,
        ja: `${drifted} 台のノードがここの内容と異なります`,
      },
    });
  }
  if (unequal > 0) {
    parts.push({
      icon: "warning",
      text: { en: "Values that must be equal on all nodes are not", ja: "全ノードで同じであるべき値が異なります" },
    });
  }
  if (unknown > 0) {
    parts.push({
      icon: "question",
      text: {
        en: unknown === 1 ? "What 1 node holds is not known" : `What ${unknown} nodes hold is not known`,
        ja: `${unknown} 台のノードの内容が分かりません`,
      },
    });
  }
  if (unreachable > 0) {
    parts.push({
      icon: "debug-disconnect",
      text: {
        en: unreachable === 1 ? "1 node cannot be reached" : `${unreachable} nodes cannot be reached`,
        ja: `${unreachable} 台のノードに接続できません`,
      },
    });
  }
  return parts;
}

/** Of what is simulated while somebody types. */
function scenarioParts({ scenarios: { passed, failed }, failedScenarios }: Standing): readonly Part[] {
  const ran = passed + failed;
  if (failed > 0) {
    const names = series(failedScenarios);
    return [
      {
        icon: "testing-failed-icon",
        text: {
          en: `${failed} of ${ran} ${ran === 1 ? "scenario does" : "scenarios do"} not come out as expected: ${names.en}`,
          ja: `シナリオ ${ran} 件中 ${failed} 件が期待どおりになりません: ${names.ja}`,
        },
      },
    ];
  }
  if (passed === 0) return [];
  const text = {
    en: passed === 1 ? "The scenario comes out as expected" : `All ${passed} scenarios come out as expected`,
    ja: `シナリオ ${passed} 件はすべて期待どおりです`,
  };
  return [{ icon: "beaker", text }];
}

/** Undefined while none of them is done. */
function verdictOf({ proofs: { of, hold, violated, incomplete } }: Standing): ClusterState["verdict"] {
  if (violated > 0) return "violated";
  if (incomplete > 0) return "incomplete";
  return of > 0 && hold === of ? "holds" : undefined;
}

const verdicts: Readonly<Record<NonNullable<ClusterState["verdict"]>, Part>> = {
  holds: { icon: "verified", text: { en: "All proofs hold", ja: "すべての証明が成り立ちます" } },
  violated: { icon: "warning", text: { en: "A proof is violated", ja: "成り立たない証明があります" } },
  incomplete: { icon: "question", text: { en: "A proof is not finished", ja: "完了していない証明があります" } },
};
