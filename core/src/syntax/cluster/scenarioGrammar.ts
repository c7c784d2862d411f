// Scenarios and proofs: what is given, what happens, what is expected, and what must hold whatever happens.

import { requirementStatement } from "../../language/scenarioStatements.ts";
import { ActionGrammar } from "./actionGrammar.ts";
import type { ExpectationKey } from "./expectations.ts";
import { keyword as k, LeftBrace, RightBrace } from "./tokens.ts";

const keywordLabel = { LABEL: "keyword" } as const;

export class ScenarioGrammar extends ActionGrammar {
  protected scenario = this.RULE("scenario", () => {
    const start = this.CONSUME(k("scenario"), keywordLabel);
    this.begins(start);
    this.SUBRULE(this.name, { LABEL: "title", ARGS: ["title"] });
    this.CONSUME(LeftBrace);
    this.MANY({
      GATE: () => !this.blockEnds("scenario", start),
      DEF: () => {
        this.OR([
          { ALT: () => this.SUBRULE(this.requirement) },
          { ALT: () => this.SUBRULE(this.given) },
          { ALT: () => this.SUBRULE(this.expectation) },
          { ALT: () => this.SUBRULE(this.actions) },
          { IGNORE_AMBIGUITIES: true, ALT: () => this.SUBRULE(this.strange, { ARGS: ["scenario"] }) },
        ]);
      },
    });
    this.CONSUME(RightBrace);
  });

  private requirement = this.ruleOf("requirement", requirementStatement.forms, "requirement");

  private given = this.RULE("given", () => {
    this.CONSUME(k("given"), keywordLabel);
    this.OR({
      DEF: [
        { IGNORE_AMBIGUITIES: true, ALT: () => this.SUBRULE(this.givenMirror) },
        { ALT: () => this.SUBRULE(this.givenState) },
      ],
      ERR_MSG: "given" satisfies ExpectationKey,
    });
  });

  private givenMirror = this.RULE("givenMirror", () => {
    this.CONSUME(k("mirror"));
    this.SUBRULE(this.name, { LABEL: "tag", ARGS: ["tag"] });
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(k("resyncing"));
            this.CONSUME(k("from"));
            this.SUBRULE1(this.name, { LABEL: "from", ARGS: ["nodeName"] });
            this.CONSUME(k("to"));
            this.SUBRULE2(this.name, { LABEL: "to", ARGS: ["nodeName"] });
          },
        },
        {
          ALT: () => {
            this.CONSUME(k("source"));
            this.SUBRULE3(this.name, { LABEL: "source", ARGS: ["nodeName"] });
          },
        },
      ],
      ERR_MSG: "mirrorState" satisfies ExpectationKey,
    });
  });

  private givenState = this.RULE("givenState", () => {
    this.SUBRULE(this.name, { LABEL: "subject", ARGS: ["given"] });
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.active) },
        { ALT: () => this.SUBRULE(this.lastActive) },
        { ALT: () => this.CONSUME(k("down")) },
        { ALT: () => this.CONSUME(k("isolated")) },
      ],
      ERR_MSG: "givenState" satisfies ExpectationKey,
    });
  });

  private lastActive = this.RULE("lastActive", () => {
    this.CONSUME(k("last"));
    this.CONSUME(k("active"));
    this.SUBRULE(this.onNode);
  });

  private active = this.RULE("active", () => {
    this.CONSUME(k("active"));
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(k("on"));
            this.SUBRULE(this.names, { ARGS: ["nodeName"] });
          },
        },
        { ALT: () => this.CONSUME(k("nowhere")) },
      ],
      ERR_MSG: "activePlace" satisfies ExpectationKey,
    });
  });

  // ---- expectations ---------------------------------------------------------------------------------------------

  private expectation = this.RULE("expectation", () => {
    this.CONSUME(k("expect"), keywordLabel);
    this.OR({
      DEF: [
        { IGNORE_AMBIGUITIES: true, ALT: () => this.SUBRULE(this.notExpected) },
        { IGNORE_AMBIGUITIES: true, ALT: () => this.SUBRULE(this.quorum) },
        { IGNORE_AMBIGUITIES: true, ALT: () => this.CONSUME(k("failover"), { LABEL: "failover" }) },
        { IGNORE_AMBIGUITIES: true, ALT: () => this.SUBRULE(this.mirrorCorrupt) },
        { ALT: () => this.SUBRULE(this.expectedState) },
      ],
      ERR_MSG: "expectation" satisfies ExpectationKey,
    });
  });

  private notExpected = this.RULE("notExpected", () => {
    this.CONSUME(k("no"));
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.quorum) },
        { ALT: () => this.CONSUME(k("failover"), { LABEL: "failover" }) },
        { ALT: () => this.CONSUME(k("split-brain"), { LABEL: "splitBrain" }) },
      ],
      ERR_MSG: "notExpected" satisfies ExpectationKey,
    });
  });

  private quorum = this.RULE("quorum", () => {
    this.CONSUME(k("quorum"));
    this.SUBRULE(this.onNode);
  });

  private mirrorCorrupt = this.RULE("mirrorCorrupt", () => {
    this.CONSUME(k("mirror"));
    this.SUBRULE(this.name, { LABEL: "tag", ARGS: ["tag"] });
    this.CONSUME(k("corrupt"));
    this.SUBRULE(this.onNode);
  });

  private expectedState = this.RULE("expectedState", () => {
    this.SUBRULE(this.name, { LABEL: "subject", ARGS: ["expectation"] });
    this.OR({
      DEF: [
        {
          IGNORE_AMBIGUITIES: true,
          ALT: () => {
            this.SUBRULE(this.active);
            this.OPTION(() => {
              this.CONSUME(k("within"));
              this.SUBRULE(this.duration, { LABEL: "within" });
            });
          },
        },
        {
          ALT: () => {
            this.SUBRULE1(this.name, { LABEL: "state", ARGS: ["expectedState"] });
            this.OPTION1(() => this.SUBRULE(this.onNode));
          },
        },
      ],
      ERR_MSG: "expectedState" satisfies ExpectationKey,
    });
  });

  // ---- proofs ---------------------------------------------------------------------------------------------------

  protected prove = this.RULE("prove", () => {
    const start = this.CONSUME(k("prove"), keywordLabel);
    this.begins(start);
    this.SUBRULE(this.name, { LABEL: "title", ARGS: ["title"] });
    this.CONSUME(LeftBrace);
    this.MANY({
      GATE: () => !this.blockEnds("prove", start),
      DEF: () => {
        this.OR([
          { ALT: () => this.SUBRULE(this.requirement) },
          { ALT: () => this.SUBRULE(this.never) },
          { ALT: () => this.SUBRULE(this.always) },
          { ALT: () => this.SUBRULE(this.sometimes) },
          { IGNORE_AMBIGUITIES: true, ALT: () => this.SUBRULE(this.upTo) },
          { IGNORE_AMBIGUITIES: true, ALT: () => this.SUBRULE(this.strange, { ARGS: ["prove"] }) },
        ]);
      },
    });
    this.CONSUME(RightBrace);
  });

  private never = this.RULE("never", () => {
    this.CONSUME(k("never"), keywordLabel);
    this.SUBRULE(this.name, { LABEL: "property", ARGS: ["property"] });
    this.OPTION(() => {
      this.CONSUME(k("longer"));
      this.CONSUME(k("than"));
      this.SUBRULE(this.duration);
    });
  });

  private always = this.RULE("always", () => {
    this.CONSUME(k("always"), keywordLabel);
    this.SUBRULE(this.name, { LABEL: "tag", ARGS: ["tag"] });
    this.CONSUME(k("recovers"));
  });

  private sometimes = this.RULE("sometimes", () => {
    this.CONSUME(k("sometimes"), keywordLabel);
    this.SUBRULE(this.name, { LABEL: "property", ARGS: ["property"] });
  });

  private upTo = this.RULE("upTo", () => {
    this.CONSUME(k("up"), keywordLabel);
    this.CONSUME(k("to"));
    this.SUBRULE(this.count, { LABEL: "faults", ARGS: ["count"] });
    this.CONSUME(k("faults"));
    this.OPTION(() => {
      this.CONSUME(k("of"));
      this.SUBRULE(this.names, { ARGS: ["faultKind"] });
    });
  });
}
