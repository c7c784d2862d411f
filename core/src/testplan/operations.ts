// How a tester makes an event happen on the real machines and takes it back, as the language says of each action.
// Commands only where a public source shows them in use; where none does, the operation is told in words.

import { assert } from "../assert.ts";
import type { Instruction, TestBench } from "../language/action.ts";
import type { OutsideEvent } from "../language/actions.ts";
import { instructionsFor, undoingOf } from "../language/tell.ts";
import type { Localized } from "../locale/localized.ts";
import type { Cluster } from "../model/cluster.ts";
import { surroundingsOf } from "../model/surroundings.ts";
import { shellWord } from "../text/shellWord.ts";
import { breakingOf, inWords, mendingOf } from "./interfaces.ts";
import type { Operation } from "./plan.ts";

const writesAreLost: Localized = {
  en: "What was written here since the split is lost when the mirror fills from the other side.",
  ja: "分裂後にこのノードで書き込まれたデータは、相手側からの再同期で失われます。",
};

/** Undefined for what no tester can do. */
export function operationsFor(cluster: Cluster, event: OutsideEvent): readonly Operation[] | undefined {
  const bench = benchOf(cluster, new Set());
  return instructionsFor(event, bench)?.map(operationOf);
}

/** How a tester takes back what a test broke; `returning` are the nodes that are powered on afterwards anyway. */
export function undoingOperations(
  cluster: Cluster,
  event: OutsideEvent,
  returning: ReadonlySet<string>,
): readonly Operation[] {
  return undoingOf(event, benchOf(cluster, returning)).map(operationOf);
}

function benchOf(cluster: Cluster, returning: ReadonlySet<string>): TestBench {
  return {
    ...surroundingsOf(cluster),
    breaking: (what) => breakingOf(cluster, what),
    mending: (what) => mendingOf(cluster, what, returning),
  };
}

function operationOf({ node, text, command, caution, sources = [] }: Instruction): Operation {
  return {
    node,
    text,
    command: typeof command === "string" || command === undefined ? command : command.map(shellWord).join(" "),
    ...(caution === undefined ? {} : { caution }),
    sources,
  };
}

/** Whoever goes on before a mirror is in sync finds that its target cannot take over. */
export function waitForMirror(tag: string, node: string | undefined): Operation {
  return {
    node,
    text: { en: `Wait until the mirror ${tag} is in sync.`, ja: `ミラー ${tag} の同期が完了するまで待つ。` },
    command: `mirror_status ${shellWord(tag)}`,
    sources: ["BLOG2012"],
  };
}

export function waitUntilSettled(seconds: number): Operation {
  return inWords(undefined, {
    en: `Wait until nothing more changes (about ${seconds} s, plus the time the applications take).`,
    ja: `状態が落ち着くまで待つ（約 ${seconds} 秒。アプリケーションの停止と起動にかかる時間を除く）。`,
  });
}

/** Of two that run at once, the one that is given up. */
export function stoppedTwin(cluster: Cluster, node: string, tag: string, isMirror: boolean): Operation {
  const [operation] = instructionsFor({ kind: "out-of-service", tag, node }, benchOf(cluster, new Set())) ?? [];
  assert(operation !== undefined, "an operator can take a resource out of service");
  return operationOf(isMirror ? { ...operation, caution: writesAreLost } : operation);
}
