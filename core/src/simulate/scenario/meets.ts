// Whether an expectation holds in a state, and in words what is found instead.

import { unreachable } from "../../assert.ts";
import { type Localized, same } from "../../locale/localized.ts";
import type { Expectation, Word } from "../../syntax/cluster/tree.ts";
import type { NodeView, ResourceView, StateView } from "../read.ts";
import { seconds } from "../say/why.ts";
import type { Moment } from "./moment.ts";

/** Undefined when it holds. */
export function unmet(expectation: Expectation, moment: Moment): Localized | undefined {
  const form = expectation.form;
  const { view } = moment;
  if (form === undefined) return notUnderstood;
  switch (form.kind) {
    case "active": {
      const resource = resourceNamed(view, form.tag);
      if (resource === undefined) return unknown(form.tag);
      const expected = form.nodes.map(({ value }) => value);
      if (!sameNames(resource.activeOn, expected)) return activeText(resource);
      if (form.within?.ms === undefined) return undefined;
      const took = moment.activeSinceMs(resource.tag) - moment.lastActionMs;
      return took <= form.within.ms ? undefined : tookText(resource, took);
    }
    case "state": {
      const resource = resourceNamed(view, form.tag);
      if (resource === undefined) return unknown(form.tag);
      const found = resource.states.find(({ node }) => node === form.node?.value);
      if (found === undefined) return form.node === undefined ? notUnderstood : unknown(form.node);
      return found.state === form.state.value ? undefined : same(`${resource.tag} ${found.state} on ${found.node}`);
    }
    case "node": {
      const node = nodeNamed(view, form.node);
      if (node === undefined) return unknown(form.node);
      return hasCondition(node, form.condition) ? undefined : conditionText(node);
    }
    case "quorum": {
      const node = nodeNamed(view, form.node);
      if (node === undefined) return form.node === undefined ? notUnderstood : unknown(form.node);
      const held = node.quorum === undefined ? moment.holdsQuorumNow(node.name) : node.quorum === "held";
      if (held === form.expected) return undefined;
      return held
        ? { en: `${node.name} has quorum`, ja: `${node.name} は Quorum を保持しています` }
        : { en: `${node.name} has no quorum`, ja: `${node.name} は Quorum を保持していません` };
    }
    case "failover":
      if (view.failover === form.expected) return undefined;
      return view.failover
        ? { en: "there was a failover", ja: "フェイルオーバーが発生しました" }
        : { en: "there was no failover", ja: "フェイルオーバーは発生していません" };
    case "no-split-brain": {
      const split = moment.split;
      if (split === undefined) return undefined;
      return {
        en: `${split.tag} was in service on ${split.nodes.join(" and ")} after ${seconds(split.timeMs)} s`,
        ja: `${split.tag} が ${seconds(split.timeMs)} 秒の時点で ${split.nodes.join(" と ")} の両方でサービス中でした`,
      };
    }
    case "mirror-corrupt": {
      const resource = resourceNamed(view, form.tag);
      if (resource === undefined) return unknown(form.tag);
      const on = resource.mirror?.corruptOn ?? [];
      if (form.node !== undefined && on.includes(form.node.value)) return undefined;
      return on.length === 0
        ? { en: `${resource.tag} is not marked corrupt anywhere`, ja: `${resource.tag} に破損の印はありません` }
        : {
            en: `${resource.tag} is marked corrupt on ${on.join(", ")}`,
            ja: `${resource.tag} は ${on.join("、")} で破損とされています`,
          };
    }
    default:
      return unreachable(form, "an expectation that nothing evaluates");
  }
}

const notUnderstood: Localized = {
  en: "the expectation is not understood",
  ja: "この期待は解釈できません",
};

function unknown(word: Word): Localized {
  return { en: `nothing is called ${word.value}`, ja: `${word.value} という名前のものはありません` };
}

function resourceNamed(view: StateView, tag: Word): ResourceView | undefined {
  return view.resources.find((resource) => resource.tag === tag.value);
}

function nodeNamed(view: StateView, word: Word | undefined): NodeView | undefined {
  return view.nodes.find((node) => node.name === word?.value);
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return new Set(a).size === new Set(b).size && a.every((name) => b.includes(name));
}

function activeText({ tag, activeOn }: ResourceView): Localized {
  return same(activeOn.length === 0 ? `${tag} active nowhere` : `${tag} active on ${activeOn.join(", ")}`);
}

function tookText({ tag, activeOn }: ResourceView, tookMs: number): Localized {
  return {
    en: `${tag} active on ${activeOn.join(", ")} after ${seconds(tookMs)} s`,
    ja: `${tag} active on ${activeOn.join(", ")}（${seconds(tookMs)} 秒後）`,
  };
}

/** The machine is on, whatever LifeKeeper does there. */
function isOn(node: NodeView): boolean {
  return node.condition !== "off" && node.condition !== "halted" && node.condition !== "restarting";
}

function hasCondition(node: NodeView, condition: "up" | "off" | "halted" | "rebooted"): boolean {
  switch (condition) {
    case "up":
      return isOn(node);
    case "off":
      return node.condition === "off";
    case "halted":
      return node.condition === "halted";
    case "rebooted":
      return isOn(node) && node.rebooted;
  }
}

function conditionText(node: NodeView): Localized {
  if (!isOn(node)) return same(`${node.name} ${node.condition}`);
  return same(`${node.name} up${node.rebooted ? " (rebooted)" : ""}`);
}
