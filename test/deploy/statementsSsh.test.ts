// What is said is what is so, on real sshd nodes: a handful of sequences here, a few hundred in the bench.

import assert from "node:assert/strict";
import type { Command, Run, Sequence, Step } from "../support/statements/sequence.ts";
import { describeLived, liveOnSsh, sshSequences } from "../support/statements/sshSample.ts";

function run(command: Command, faults: Run["faults"] = []): Run {
  return { do: "run", command, clockAheadSeconds: 0, answer: true, faults };
}

function sequence(...steps: readonly Step[]): Sequence {
  return { size: 3, clocksAheadSeconds: [0, 0, 0, 0], running: [true, true, true, true], steps };
}

const deploy = (faults: Run["faults"] = []): Run => run({ kind: "deploy", options: {} }, faults);
const rollback = run({ kind: "rollback", options: {} });
const here = (file: number): Step => ({ do: "edit-here", here: file });

describe("statements about real nodes", function () {
  // A busy machine takes its time over every connection.
  this.timeout(400_000);

  it("are true after deployments and rollbacks, clients that die and nodes that stand still", async () => {
    // Of requests to a node: read, stage, arm, commit, read again, renew, confirm; even before, odd after.
    const all = [
      sequence(deploy(), rollback),
      sequence(deploy([{ place: 1, at: 7, fault: "client-killed", forSeconds: 1 }]), here(1), deploy()),
      // Every process of the node is stopped while the others are verified.
      sequence(deploy([{ place: 0, at: 8, fault: "node-pauses", forSeconds: 2 }])),
      ...sshSequences(Math.trunc(Math.random() * 0x7fff_ffff), 1),
    ];
    const seen: string[] = [];
    for await (const lived of liveOnSsh(all)) {
      assert.deepEqual(lived.untrue, [], describeLived(lived));
      for (const outcome of lived.outcomes) seen.push(outcome);
    }
    assert.ok(seen.includes("deployed") && seen.includes("no report"), seen.join(" "));
  });
});
