// From the concrete syntax tree to the tree of tree.ts: scenarios and proofs.

import type { CstNode } from "chevrotain";
import { choices } from "../../language/choices.ts";
import { type Reading, report } from "../syntaxProblem.ts";
import { blockOf, partOf, reportStrange } from "./blocks.ts";
import { buildAction } from "./buildAction.ts";
import { nodeOf, nodesOf, tokenOf } from "./cst.ts";
import type {
  Expectation,
  ExpectationForm,
  Given,
  ProofBlock,
  ProofClause,
  RequirementItem,
  ScenarioBlock,
  Step,
  Word,
} from "./tree.ts";
import { checkChoice, durationWord, name, numberWord, reportUnknownWord, word, words } from "./words.ts";

export function buildScenario(reading: Reading, cst: CstNode): ScenarioBlock {
  reportStrange(reading, cst, "scenario");
  const steps = nodesOf(cst, "expectation", "actions").map((step) => buildStep(reading, step));
  const givens = nodesOf(cst, "given").flatMap((given) => buildGiven(reading, given));
  for (const given of givens) {
    const firstStep = steps[0];
    if (firstStep === undefined || given.span.start < firstStep.span.start) continue;
    report(reading, "syntax-late-given", given.span, {
      en: "`given` says how the scenario begins: write it before the first action or expectation.",
      ja: "`given` はシナリオの初期状態を表します。最初のアクションや期待より前に書いてください。",
    });
  }
  return {
    ...blockOf(reading, cst),
    title: word(reading, cst, "title"),
    requirements: buildRequirements(reading, cst),
    givens,
    steps,
  };
}

function buildRequirements(reading: Reading, cst: CstNode): readonly RequirementItem[] {
  return nodesOf(cst, "requirement").map((part) => ({ ...partOf(part), names: words(reading, part) }));
}

function buildGiven(reading: Reading, cst: CstNode): readonly Given[] {
  const part = partOf(cst);
  const mirror = nodeOf(cst, "givenMirror");
  if (mirror !== undefined) {
    const tag = word(reading, mirror, "tag");
    if (tag === undefined) return [];
    if (tokenOf(mirror, "`source`") !== undefined) {
      return [{ kind: "mirror-source", ...part, tag, node: name(reading, mirror, "source", "scenario") }];
    }
    const from = name(reading, mirror, "from", "scenario");
    return [{ kind: "mirror-resyncing", ...part, tag, from, to: name(reading, mirror, "to", "scenario") }];
  }
  const state = nodeOf(cst, "givenState");
  const subject = word(reading, state, "subject");
  if (state === undefined || subject === undefined) return [];
  if (tokenOf(state, "`down`") !== undefined) return [{ kind: "down", ...part, node: subject }];
  if (tokenOf(state, "`isolated`") !== undefined) return [{ kind: "isolated", ...part, node: subject }];
  const last = nodeOf(state, "lastActive");
  if (last !== undefined) return [{ kind: "last-active", ...part, tag: subject, node: onNode(reading, last) }];
  const active = nodeOf(state, "active");
  return active === undefined ? [] : [{ kind: "active", ...part, tag: subject, nodes: words(reading, active) }];
}

function buildStep(reading: Reading, cst: CstNode): Step {
  if (cst.name === "expectation") return buildExpectation(reading, cst);
  const actions = nodesOf(cst, "action").flatMap((action) => buildAction(reading, action));
  const span = partOf(cst).span;
  return { kind: "actions", span, keyword: actions[0]?.keyword ?? span, actions };
}

function onNode(reading: Reading, cst: CstNode): Word | undefined {
  return name(reading, nodeOf(cst, "onNode"), "name", "scenario");
}

function buildExpectation(reading: Reading, cst: CstNode): Expectation {
  return { kind: "expect", ...partOf(cst), form: buildExpectationForm(reading, cst) };
}

function buildExpectationForm(reading: Reading, cst: CstNode): ExpectationForm | undefined {
  const not = nodeOf(cst, "notExpected");
  const asked = not ?? cst;
  const expected = not === undefined;
  const quorum = nodeOf(asked, "quorum");
  if (quorum !== undefined) return { kind: "quorum", expected, node: onNode(reading, quorum) };
  if (tokenOf(asked, "failover") !== undefined) return { kind: "failover", expected };
  if (tokenOf(asked, "splitBrain") !== undefined) return { kind: "no-split-brain" };
  const mirror = nodeOf(cst, "mirrorCorrupt");
  if (mirror !== undefined) {
    const tag = word(reading, mirror, "tag");
    return tag === undefined ? undefined : { kind: "mirror-corrupt", tag, node: onNode(reading, mirror) };
  }
  const state = nodeOf(cst, "expectedState");
  return state === undefined ? undefined : buildExpectedState(reading, state);
}

function buildExpectedState(reading: Reading, cst: CstNode): ExpectationForm | undefined {
  const subject = name(reading, cst, "subject", "scenario");
  if (subject === undefined) return undefined;
  const active = nodeOf(cst, "active");
  if (active !== undefined) {
    const nodes = words(reading, active);
    if (nodes.length === 0 && tokenOf(active, "`nowhere`") === undefined) return undefined;
    return { kind: "active", tag: subject, nodes, within: durationWord(reading, cst, "within") };
  }
  const state = word(reading, cst, "state");
  if (state === undefined) return undefined;
  const on = nodeOf(cst, "onNode");
  const condition = choices.nodeCondition.find((each) => each === state.value);
  if (condition !== undefined && on === undefined) return { kind: "node", node: subject, condition };
  const node = on === undefined ? undefined : onNode(reading, cst);
  if (!choices.state.some((each) => each === state.value)) {
    const behindOn = ["active", ...choices.state];
    reportUnknownWord(reading, state, on === undefined ? [...behindOn, ...choices.nodeCondition] : behindOn);
    return undefined;
  }
  if (on === undefined) {
    report(reading, "syntax-missing-part", state.span, {
      en: `State where: \`${subject.value} ${state.value} on NODE\`.`,
      ja: `どのノードかを書いてください: \`${subject.value} ${state.value} on NODE\``,
    });
  }
  return { kind: "state", tag: subject, state, node };
}

export function buildProof(reading: Reading, cst: CstNode): ProofBlock {
  reportStrange(reading, cst, "prove");
  const parts = nodesOf(cst, "never", "always", "sometimes", "upTo");
  return {
    ...blockOf(reading, cst),
    title: word(reading, cst, "title"),
    requirements: buildRequirements(reading, cst),
    clauses: parts.flatMap((part) => buildClause(reading, part)),
  };
}

function buildClause(reading: Reading, cst: CstNode): readonly ProofClause[] {
  const part = partOf(cst);
  switch (cst.name) {
    case "never": {
      const property = word(reading, cst, "property");
      checkChoice(reading, property, "never");
      const longerThan = durationWord(reading, cst);
      if (longerThan !== undefined && property !== undefined && property.value !== "two-active") {
        report(reading, "syntax-unexpected", longerThan.word.span, {
          en: "`longer than` can only follow `two-active`.",
          ja: "`longer than` は `two-active` にだけ付けられます。",
        });
      }
      return [{ kind: "never", ...part, property, longerThan }];
    }
    case "always":
      return [{ kind: "always-recovers", ...part, tag: name(reading, cst, "tag", "prove") }];
    case "sometimes": {
      const property = word(reading, cst, "property");
      checkChoice(reading, property, "sometimes");
      return [{ kind: "sometimes", ...part, property }];
    }
    case "upTo": {
      const of = words(reading, cst);
      for (const fault of of) checkChoice(reading, fault, "fault");
      return [{ kind: "up-to", ...part, faults: numberWord(reading, cst, "faults"), of }];
    }
    default:
      return [];
  }
}
