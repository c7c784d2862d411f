// What may happen in a scenario: one rule for each keyword, made from its forms.

import type { ActionStatement } from "../../language/action.ts";
import { actionStatements } from "../../language/actions.ts";
import { camelCase } from "../../language/form.ts";
import type { ExpectationKey } from "./expectations.ts";
import { FormGrammar } from "./formGrammar.ts";
import { keyword as k } from "./tokens.ts";

export class ActionGrammar extends FormGrammar {
  protected actions = this.RULE("actions", () => {
    this.SUBRULE(this.action);
    this.MANY(() => {
      this.CONSUME(k("and"));
      this.SUBRULE1(this.action);
    });
  });

  readonly #ways = actionStatements.map(({ keyword, actions }: ActionStatement) => {
    const forms = Object.values(actions).map(({ form }) => form);
    const rule = this.ruleOf(camelCase(keyword), forms, `form of ${keyword}`);
    return { ALT: () => this.SUBRULE(rule) };
  });

  private action = this.RULE("action", () => {
    this.OR({ DEF: this.#ways, ERR_MSG: "action" satisfies ExpectationKey });
  });
}
