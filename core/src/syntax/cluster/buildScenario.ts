// From the concrete syntax tree to the tree of tree.ts: scenarios and proofs.

import type { CstNode } from "chevrotain";
import { type Reading, report } from "../syntaxProblem.ts";
import { blockOf, partOf, reportStrange } from "./blocks.ts";
import { nodeOf, nodesOf, tokenOf } from "./cst.ts";
import { choices } from "./keywords.ts";
import type {
  Action,
  ActionForm,
  Expectation,
  ExpectationForm,
  Given,
  ProofBlock,
  ProofClause,
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
  return { ...blockOf(reading, cst), title: word(reading, cst, "title"), givens, steps };
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

function buildAction(reading: Reading, action: CstNode): readonly Action[] {
  const rule = Object.keys(action.children)[0];
  const cst = rule === undefined ? undefined : nodeOf(action, rule);
  const form = cst === undefined ? undefined : buildActionForm(reading, cst);
  return cst === undefined || form === undefined ? [] : [{ ...partOf(cst), ...form }];
}

function buildActionForm(reading: Reading, cst: CstNode): ActionForm | undefined {
  const named = (label: string): Word | undefined => name(reading, cst, label, "scenario");
  const kind = tokenOf(cst, "keyword")?.image;
  switch (kind) {
    case "crash":
    case "freeze":
    case "thaw":
    case "isolate":
    case "shutdown":
    case "start":
    case "reboot":
      return { kind, node: named("node") };
    case "boot":
      return { kind, node: named("node"), withoutNetwork: tokenOf(cst, "option") !== undefined };
    case "stop":
      return {
        kind,
        node: named("node"),
        keepingApplications: tokenOf(cst, "keeping") !== undefined,
        allowingFailover: tokenOf(cst, "allowing") !== undefined,
      };
    case "cut":
      return buildCut(reading, cst);
    case "partition":
      return { kind, left: words(reading, cst, "left"), right: words(reading, cst, "right") };
    case "fail-domain":
      return { kind, domain: named("domain") };
    case "heal":
      return buildHeal(reading, cst);
    case "lose":
    case "regain": {
      const node = word(reading, nodeOf(cst, "onNode"), "name");
      if (tokenOf(cst, "host") === undefined) {
        return { kind: `${kind}-storage`, storage: word(reading, cst, "storageName"), node };
      }
      return { kind: `${kind}-host`, host: named("hostPort"), node };
    }
    case "in-service":
    case "out-of-service":
    case "take-reservation":
    case "force-mirror":
    case "timeout-check":
    case "fail-standby":
    case "retstate":
    case "fill":
    case "free":
      return { kind, tag: named("tag"), node: onNode(reading, cst) };
    case "hold-reservation":
    case "break-mirror":
      return { kind, tag: named("tag") };
    case "fail": {
      const beyondLocalRecovery = tokenOf(cst, "option") !== undefined;
      return { kind, tag: named("tag"), node: onNode(reading, cst), beyondLocalRecovery };
    }
    case "refuse": {
      const operation = word(reading, cst, "operation");
      checkChoice(reading, operation, "refuse");
      const known = choices.refuse.find((each) => each === operation?.value);
      return { kind, operation: known, tag: named("tag"), node: onNode(reading, cst) };
    }
    case "confirm": {
      const answer = word(reading, cst, "answer");
      checkChoice(reading, answer, "answer");
      return { kind, node: named("node"), answer: choices.answer.find((each) => each === answer?.value) };
    }
    case "wait":
      return { kind, duration: durationWord(reading, cst) };
    default:
      return undefined;
  }
}

function onNode(reading: Reading, cst: CstNode): Word | undefined {
  return name(reading, nodeOf(cst, "onNode"), "name", "scenario");
}

function buildLink(reading: Reading, cst: CstNode) {
  const path = nodeOf(cst, "linkPath");
  return path === undefined
    ? undefined
    : { between: buildPair(reading, path), index: numberWord(reading, path, "index") };
}

function buildPair(reading: Reading, cst: CstNode) {
  return [name(reading, cst, "left", "scenario"), name(reading, cst, "right", "scenario")] as const;
}

function buildCut(reading: Reading, cst: CstNode): ActionForm {
  const link = buildLink(reading, cst);
  if (link !== undefined) return { kind: "cut-link", ...link };
  if (tokenOf(cst, "network") !== undefined) return { kind: "cut-network", network: word(reading, cst, "networkName") };
  return { kind: "cut-pair", between: buildPair(reading, cst) };
}

function buildHeal(reading: Reading, cst: CstNode): ActionForm {
  if (tokenOf(cst, "all") !== undefined) return { kind: "heal-all" };
  const link = buildLink(reading, cst);
  if (link !== undefined) return { kind: "heal-link", ...link };
  if (tokenOf(cst, "network") !== undefined) {
    return { kind: "heal-network", network: word(reading, cst, "networkName") };
  }
  if (tokenOf(cst, "domain") !== undefined) return { kind: "heal-domain", domain: word(reading, cst, "domainName") };
  const between = buildPair(reading, cst);
  return tokenOf(cst, "arrow") === undefined ? { kind: "heal-node", node: between[0] } : { kind: "heal-pair", between };
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
