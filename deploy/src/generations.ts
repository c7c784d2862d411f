// The files that a node keeps, found by their hash: what is put back is exactly what a deployment wrote down, or nothing.

import type { Generation, NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import type { ByteText } from "@lkcluster/core/text/byteText.ts";
import { type HostFailure, isFailure, leavesDoubt, wasNotReached } from "./failure.ts";
import { hashOf } from "./hash.ts";
import type { Answer } from "./host.ts";
import type { NodeSession } from "./nodeSession.ts";

/** `undefined` content: there was no file. `not-kept`: the node has no such file any more. */
export type Found =
  | { readonly kind: "found"; readonly content: ByteText | undefined }
  | { readonly kind: "not-kept" }
  | HostFailure;

export interface KeptFiles {
  /** In place or in a generation. */
  find(hash: string): Promise<Found>;
}

/** Each generation is asked for once. */
export function keptFilesOf({ node, target, generations }: NodeFacts, session: NodeSession): KeptFiles {
  const known = new Map<number, Promise<Answer<{ kind: "generation"; number: number }> | HostFailure>>();
  const ask = (number: number) => {
    const answer = known.get(number) ?? session.request({ kind: "generation", number });
    known.set(number, answer);
    return answer;
  };
  return {
    async find(hash) {
      if (hash === "absent") return { kind: "found", content: undefined };
      if (target.kind === "file" && hashOf(target.content) === hash) return { kind: "found", content: target.content };
      for (const generation of generations.toReversed().filter((each) => mayHold(each, node, hash))) {
        const answer = await ask(generation.number);
        if (isFailure(answer)) {
          if (leavesDoubt(answer) || wasNotReached(answer)) return answer;
          continue;
        }
        const content = [answer.deployed, answer.replaced].find((each) => hashOf(each) === hash);
        if (content !== undefined) return { kind: "found", content };
      }
      return { kind: "not-kept" };
    },
  };
}

/** The record says; without one the node is asked. */
function mayHold({ record }: Generation, node: string, hash: string): boolean {
  const hashes = record?.nodes.find((each) => each.node === node);
  return hashes === undefined || hashes.before === hash || hashes.after === hash;
}
