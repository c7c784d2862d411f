// The table of what can happen: every form can be read, what others are counted with is a kind, and every text speaks
// of nothing but what its form names.

import { deepEqual, equal, ok } from "node:assert/strict";
import type { Surroundings, TestBench } from "@lkcluster/core/language/action.ts";
import {
  actionKinds,
  actionStatements,
  actions,
  faultKinds,
  type OutsideEvent,
  usualFaultKinds,
} from "@lkcluster/core/language/actions.ts";
import { type Field, fieldsOf, readForm, shownForm } from "@lkcluster/core/language/form.ts";
import { faultTextOf, instructionsFor, menuText, toldText, undoingOf } from "@lkcluster/core/language/tell.ts";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";

const cluster: Surroundings = {
  linksBetween: () => ["lan", undefined],
  membersOf: () => [
    { name: "n1", kind: "node" },
    { name: "lan", kind: "network" },
  ],
};
const bench: TestBench = { ...cluster, breaking: () => [], mending: () => [] };

function example({ name, slot, list }: Field): unknown {
  if (list) return [`${name}1`, `${name}2`];
  switch (slot) {
    case "between":
      return ["a", "b"];
    case "count":
      return 2;
    case "operation":
      return "restore";
    case "answer":
      return "yes";
    case "flag":
      return true;
    default:
      return `the-${name}`;
  }
}

/** With everything that its form can name, and with as little as it allows. */
function examplesOf(kind: OutsideEvent["kind"]): readonly OutsideEvent[] {
  const fields = fieldsOf(actions[kind].form);
  return [true, false].map((whole) => {
    const filled = fields.filter(({ optional }) => whole || !optional);
    const missing = fields.filter((field) => !filled.includes(field));
    const event = {
      kind,
      ...Object.fromEntries(filled.map((field) => [field.name, example(field)])),
      ...Object.fromEntries(missing.map(({ name, slot }) => [name, slot === "flag" ? false : undefined])),
    };
    // Reading what its form does not name is a mistake in a text.
    return new Proxy(event, {
      get: (target, name) => {
        ok(Object.hasOwn(target, name), `${kind} is told with ${String(name)}, which its form does not name`);
        return Reflect.get(target, name) as unknown;
      },
    }) as unknown as OutsideEvent;
  });
}

const eventKinds = actionKinds.filter((kind) => kind !== "wait");

describe("the table of actions", () => {
  for (const kind of actionKinds) {
    it(`${kind}: its form begins with its keyword, and an example of it is read as this action`, () => {
      const statement = actionStatements.find((each) => Object.hasOwn(each.actions, kind));
      ok(statement !== undefined);
      const [first] = readForm(actions[kind].form);
      deepEqual(first, { kind: "word", word: statement.keyword });
      const text = shownForm(actions[kind].form)
        .replaceAll(/[[\]]/g, "")
        .replaceAll("<count>", "2")
        .replaceAll("<duration>", "5s")
        .replaceAll("<operation>", "restore")
        .replaceAll("<answer>", "yes")
        .replaceAll(/<[a-z]+,?>/g, "thing");
      const { tree, problems } = parseCluster("c.lk", `cluster c { } scenario "s" { ${text} }`);
      deepEqual(problems, [], text);
      const step = tree.scenarios[0]?.steps[0];
      ok(step?.kind === "actions");
      const [action] = step.actions;
      equal(action?.kind, kind, text);
      deepEqual(
        Object.keys(action ?? {})
          .filter((name) => !["kind", "span", "keyword"].includes(name))
          .sort(),
        fieldsOf(actions[kind].form)
          .map(({ name }) => name)
          .sort(),
      );
    });
  }

  for (const kind of eventKinds) {
    it(`${kind}: every text of it speaks of what its form names, in both languages`, () => {
      for (const event of examplesOf(kind)) {
        const instructions = [...(instructionsFor(event, bench) ?? []), ...undoingOf(event, bench)];
        const texts: readonly (Localized | undefined)[] = [
          toldText(event),
          faultTextOf(event, cluster),
          menuText(event, "here", cluster),
          menuText(event, "shared", cluster),
          ...instructions.map(({ text }) => text),
        ];
        for (const text of texts) {
          if (text === undefined) continue;
          for (const words of [text.en, text.ja]) {
            ok(words !== "" && !words.includes("undefined") && !words.includes("[object"), words);
          }
        }
      }
    });
  }

  it("counts faults of proofs with a kind that some action has", () => {
    const known: readonly string[] = faultKinds;
    for (const kind of eventKinds) {
      const { fault, role } = actions[kind];
      if (typeof fault === "string") ok(known.includes(fault), `${kind} is counted as ${fault}`);
      else if (fault?.usual === true) equal(role, "fault", kind);
    }
    equal(new Set(known).size, known.length);
    ok(usualFaultKinds.length > 0 && usualFaultKinds.length < known.length);
  });
});
