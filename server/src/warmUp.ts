// Goes the way from text to answers a few times on a small cluster, while nobody waits: code is slow the first times it
// runs, and what somebody types first should not be what pays for that.

import { codeLenses } from "@lkcluster/core/ide/codeLenses.ts";
import { complete } from "@lkcluster/core/ide/completion.ts";
import { hover } from "@lkcluster/core/ide/hover.ts";
import { inlayHints } from "@lkcluster/core/ide/inlayHints.ts";
import { clusterTokens } from "@lkcluster/core/ide/semanticTokens.ts";
import { createSnapshot } from "@lkcluster/core/ide/snapshot.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { later, soon } from "./timers.ts";

const file = "/warm/up.lk";

/** A little of everything; nothing in it is wrong. */
export const warmUpText = `cluster up {
  lifekeeper 9.9.0
  defaults "LifeKeeper"
  network lan
  network backup
  node a { address 10.0.0.1 }
  node b { address 10.0.0.2 }
  witness c { address 10.0.0.3 set WITNESS_MODE = none }
  path a <-> b {
    tcp 10.0.0.1 <-> 10.0.0.2 on lan priority 1
    tcp 10.1.0.1 <-> 10.1.0.2 on backup priority 2
  }
  path a <-> c {
    tcp 10.0.0.1 <-> 10.0.0.3 on lan
    tcp 10.1.0.1 <-> 10.1.0.3 on backup
  }
  path b <-> c {
    tcp 10.0.0.2 <-> 10.0.0.3 on lan
    tcp 10.1.0.2 <-> 10.1.0.3 on backup
  }
  resource app gen/app {
    servers a 1, b 10
    switchback intelligent
    resource part gen/app { servers a 1, b 10 }
  }
}

scenario "crash" {
  given app active on a
  crash a
  expect app active on b within 2m
}

prove "one" {
  never split-brain
  up to 1 faults of crash
}
`;

export const warmUpParameters = "# modes\nQUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n";

const rounds = 15;

/** Its caller pumps: a step is some milliseconds at most, once the first are done. */
export function* warmUpSteps(): Generator<undefined, void> {
  for (let round = 0; round < rounds; round++) {
    // Every other time something is half typed, as it is under somebody's hands.
    const text = round % 2 === 0 ? warmUpText : warmUpText.replace("servers a 1, b 10", "servers a 1, b");
    const snapshot = createSnapshot({
      files: filesOf({ [file]: text, "/warm/LifeKeeper": warmUpParameters }),
      clusterFiles: [file],
      settings: {},
    });
    const at = (word: string) => ({ file, language: "cluster", offset: text.indexOf(word) + 1 }) as const;
    snapshot.parsed(file);
    yield;
    hover(snapshot, at("a {"), "en");
    clusterTokens(snapshot.parsed(file).tree);
    yield;
    complete(snapshot, at("gen/app"), "en");
    yield;
    snapshot.problems(file, "cluster");
    yield;
    inlayHints(snapshot, file, "cluster", { start: 0, end: text.length });
    codeLenses(snapshot.parsed(file).tree);
    yield;
  }
}

/** One step between any two things that the server has to do, once it has begun to serve. */
export function warmUp(afterMs: number): void {
  const steps = warmUpSteps();
  const next = (): void => {
    if (steps.next().done !== true) soon(next);
  };
  later(next, afterMs);
}
