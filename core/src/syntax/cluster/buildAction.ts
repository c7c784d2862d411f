// From the concrete syntax tree to the tree of tree.ts: an action, with what the form that it follows names.

import type { CstNode } from "chevrotain";
import { type ActionKind, actionStatements, actions } from "../../language/actions.ts";
import { choices } from "../../language/choices.ts";
import { type Field, fieldsOf, type Piece, piecesOf } from "../../language/form.ts";
import type { Reading } from "../syntaxProblem.ts";
import { partOf } from "./blocks.ts";
import { nodeOf, tokenOf } from "./cst.ts";
import { type Matched, matchForms } from "./matchForm.ts";
import type { Action, ActionForm } from "./tree.ts";
import { checkChoice, durationIn, nameIn, numberIn, wordIn, wordsIn } from "./words.ts";

const formsByKeyword: ReadonlyMap<string, Readonly<Record<string, readonly Piece[]>>> = new Map(
  actionStatements.map((statement) => [
    statement.keyword,
    Object.fromEntries(Object.entries(statement.actions).map(([kind, { form }]) => [kind, piecesOf(form)])),
  ]),
);

export function buildAction(reading: Reading, action: CstNode): readonly Action[] {
  const rule = Object.keys(action.children)[0];
  const cst = rule === undefined ? undefined : nodeOf(action, rule);
  const forms = formsByKeyword.get(tokenOf(cst, "keyword")?.image ?? "");
  const found = cst === undefined || forms === undefined ? undefined : matchForms(forms, cst);
  if (cst === undefined || found === undefined) return [];
  // The kinds of the table are those of the type.
  const kind = found.kind as ActionKind;
  const values = fieldsOf(actions[kind].form).map((field) => [field.name, valueIn(reading, field, found.matched)]);
  // Built from the fields of its form, as its type is.
  return [{ ...partOf(cst), ...({ kind, ...Object.fromEntries(values) } as ActionForm) }];
}

function valueIn(reading: Reading, { name, slot, list }: Field, { slots, flags }: Matched): unknown {
  if (slot === "flag") return flags.has(name);
  const [node, second] = slots.get(name) ?? [];
  if (list) return wordsIn(reading, node);
  switch (slot) {
    case "between":
      return [nameIn(reading, node, "scenario"), nameIn(reading, second, "scenario")];
    case "count":
      return numberIn(reading, node);
    case "duration":
      return durationIn(reading, node);
    case "operation":
    case "answer": {
      const word = wordIn(reading, node);
      checkChoice(reading, word, slot);
      const known: readonly string[] = choices[slot];
      return known.find((each) => each === word?.value);
    }
    default:
      return nameIn(reading, node, "scenario");
  }
}
