// What may happen in a scenario: the actions, one rule for each form.

import type { ExpectationKey } from "./expectations.ts";
import { StatementGrammar } from "./statementGrammar.ts";
import { Arrow, Bar, keyword as k } from "./tokens.ts";

const keywordLabel = { LABEL: "keyword" } as const;

export class ActionGrammar extends StatementGrammar {
  protected actions = this.RULE("actions", () => {
    this.SUBRULE(this.action);
    this.MANY(() => {
      this.CONSUME(k("and"));
      this.SUBRULE1(this.action);
    });
  });

  private action = this.RULE("action", () => {
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.nodeAction) },
        { ALT: () => this.SUBRULE(this.boot) },
        { ALT: () => this.SUBRULE(this.stop) },
        { ALT: () => this.SUBRULE(this.cut) },
        { ALT: () => this.SUBRULE(this.partition) },
        { ALT: () => this.SUBRULE(this.failDomain) },
        { ALT: () => this.SUBRULE(this.heal) },
        { ALT: () => this.SUBRULE(this.loseOrRegain) },
        { ALT: () => this.SUBRULE(this.tagOnNode) },
        { ALT: () => this.SUBRULE(this.tagMaybeOnNode) },
        { ALT: () => this.SUBRULE(this.tagAlone) },
        { ALT: () => this.SUBRULE(this.fail) },
        { ALT: () => this.SUBRULE(this.refuse) },
        { ALT: () => this.SUBRULE(this.confirm) },
        { ALT: () => this.SUBRULE(this.wait) },
      ],
      ERR_MSG: "action" satisfies ExpectationKey,
    });
  });

  private nodeAction = this.RULE("nodeAction", () => {
    this.OR([
      { ALT: () => this.CONSUME(k("crash"), keywordLabel) },
      { ALT: () => this.CONSUME(k("freeze"), keywordLabel) },
      { ALT: () => this.CONSUME(k("thaw"), keywordLabel) },
      { ALT: () => this.CONSUME(k("isolate"), keywordLabel) },
      { ALT: () => this.CONSUME(k("shutdown"), keywordLabel) },
      { ALT: () => this.CONSUME(k("start"), keywordLabel) },
      { ALT: () => this.CONSUME(k("reboot"), keywordLabel) },
    ]);
    this.SUBRULE(this.name, { LABEL: "node", ARGS: ["nodeName"] });
  });

  private boot = this.RULE("boot", () => {
    this.CONSUME(k("boot"), keywordLabel);
    this.SUBRULE(this.name, { LABEL: "node", ARGS: ["nodeName"] });
    this.OPTION(() => {
      this.CONSUME(k("without"), { LABEL: "option" });
      this.CONSUME(k("network"));
    });
  });

  private stop = this.RULE("stop", () => {
    this.CONSUME(k("stop"), keywordLabel);
    this.SUBRULE(this.name, { LABEL: "node", ARGS: ["nodeName"] });
    this.OPTION(() => {
      this.CONSUME(k("keeping"), { LABEL: "keeping" });
      this.CONSUME(k("applications"));
    });
    this.OPTION1(() => {
      this.CONSUME(k("allowing"), { LABEL: "allowing" });
      this.CONSUME(k("failover"));
    });
  });

  private cut = this.RULE("cut", () => {
    this.CONSUME(k("cut"), keywordLabel);
    this.OR({
      DEF: [
        { IGNORE_AMBIGUITIES: true, ALT: () => this.SUBRULE(this.linkPath) },
        {
          IGNORE_AMBIGUITIES: true,
          ALT: () => {
            this.CONSUME(k("network"), { LABEL: "network" });
            this.SUBRULE(this.name, { LABEL: "networkName", ARGS: ["networkName"] });
          },
        },
        {
          ALT: () => {
            this.SUBRULE1(this.name, { LABEL: "left", ARGS: ["cut"] });
            this.CONSUME(Arrow);
            this.SUBRULE2(this.name, { LABEL: "right", ARGS: ["nodeName"] });
          },
        },
      ],
      ERR_MSG: "cut" satisfies ExpectationKey,
    });
  });

  /** One link of a path, by its number. */
  private linkPath = this.RULE("linkPath", () => {
    this.CONSUME(k("path"));
    this.SUBRULE(this.name, { LABEL: "left", ARGS: ["nodeName"] });
    this.CONSUME(Arrow);
    this.SUBRULE1(this.name, { LABEL: "right", ARGS: ["nodeName"] });
    this.SUBRULE(this.count, { LABEL: "index", ARGS: ["linkNumber"] });
  });

  private partition = this.RULE("partition", () => {
    this.CONSUME(k("partition"), keywordLabel);
    this.SUBRULE(this.names, { LABEL: "left", ARGS: ["nodeName"] });
    this.CONSUME(Bar);
    this.SUBRULE1(this.names, { LABEL: "right", ARGS: ["nodeName"] });
  });

  private failDomain = this.RULE("failDomain", () => {
    this.CONSUME(k("fail-domain"), keywordLabel);
    this.SUBRULE(this.name, { LABEL: "domain", ARGS: ["domainName"] });
  });

  private heal = this.RULE("heal", () => {
    this.CONSUME(k("heal"), keywordLabel);
    this.OR({
      DEF: [
        { IGNORE_AMBIGUITIES: true, ALT: () => this.CONSUME(k("all"), { LABEL: "all" }) },
        { IGNORE_AMBIGUITIES: true, ALT: () => this.SUBRULE(this.linkPath) },
        {
          IGNORE_AMBIGUITIES: true,
          ALT: () => {
            this.CONSUME(k("network"), { LABEL: "network" });
            this.SUBRULE(this.name, { LABEL: "networkName", ARGS: ["networkName"] });
          },
        },
        {
          IGNORE_AMBIGUITIES: true,
          ALT: () => {
            this.CONSUME(k("domain"), { LABEL: "domain" });
            this.SUBRULE1(this.name, { LABEL: "domainName", ARGS: ["domainName"] });
          },
        },
        {
          ALT: () => {
            this.SUBRULE2(this.name, { LABEL: "left", ARGS: ["heal"] });
            this.OPTION(() => {
              this.CONSUME(Arrow, { LABEL: "arrow" });
              this.SUBRULE3(this.name, { LABEL: "right", ARGS: ["nodeName"] });
            });
          },
        },
      ],
      ERR_MSG: "heal" satisfies ExpectationKey,
    });
  });

  private loseOrRegain = this.RULE("loseOrRegain", () => {
    this.OR([
      { ALT: () => this.CONSUME(k("lose"), keywordLabel) },
      { ALT: () => this.CONSUME(k("regain"), keywordLabel) },
    ]);
    this.OR1({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(k("storage"), { LABEL: "storage" });
            this.OPTION1({
              GATE: () => this.onSameLine() && this.LA(1).tokenType !== k("on"),
              DEF: () => this.SUBRULE1(this.name, { LABEL: "storageName", ARGS: ["storageName"] }),
            });
            this.SUBRULE(this.onNode);
          },
        },
        {
          ALT: () => {
            this.CONSUME(k("host"), { LABEL: "host" });
            this.SUBRULE(this.name, { LABEL: "hostPort", ARGS: ["hostPort"] });
            this.OPTION(() => this.SUBRULE1(this.onNode));
          },
        },
      ],
      ERR_MSG: "lost" satisfies ExpectationKey,
    });
  });

  private tagOnNode = this.RULE("tagOnNode", () => {
    this.OR([
      { ALT: () => this.CONSUME(k("in-service"), keywordLabel) },
      { ALT: () => this.CONSUME(k("out-of-service"), keywordLabel) },
      { ALT: () => this.CONSUME(k("take-reservation"), keywordLabel) },
      { ALT: () => this.CONSUME(k("force-mirror"), keywordLabel) },
      { ALT: () => this.CONSUME(k("fail-standby"), keywordLabel) },
      { ALT: () => this.CONSUME(k("retstate"), keywordLabel) },
    ]);
    this.SUBRULE(this.name, { LABEL: "tag", ARGS: ["tag"] });
    this.SUBRULE(this.onNode);
  });

  /** Without `on NODE` it happens where the resource is in service. */
  private tagMaybeOnNode = this.RULE("tagMaybeOnNode", () => {
    this.OR([
      { ALT: () => this.CONSUME(k("timeout-check"), keywordLabel) },
      { ALT: () => this.CONSUME(k("fill"), keywordLabel) },
      { ALT: () => this.CONSUME(k("free"), keywordLabel) },
    ]);
    this.SUBRULE(this.name, { LABEL: "tag", ARGS: ["tag"] });
    this.OPTION(() => this.SUBRULE(this.onNode));
  });

  private tagAlone = this.RULE("tagAlone", () => {
    this.OR([
      { ALT: () => this.CONSUME(k("hold-reservation"), keywordLabel) },
      { ALT: () => this.CONSUME(k("break-mirror"), keywordLabel) },
    ]);
    this.SUBRULE(this.name, { LABEL: "tag", ARGS: ["tag"] });
  });

  private fail = this.RULE("fail", () => {
    this.CONSUME(k("fail"), keywordLabel);
    this.SUBRULE(this.name, { LABEL: "tag", ARGS: ["tag"] });
    this.OPTION(() => this.SUBRULE(this.onNode));
    this.OPTION1(() => {
      this.CONSUME(k("beyond"), { LABEL: "option" });
      this.CONSUME(k("local"));
      this.CONSUME(k("recovery"));
    });
  });

  private refuse = this.RULE("refuse", () => {
    this.CONSUME(k("refuse"), keywordLabel);
    this.SUBRULE(this.name, { LABEL: "operation", ARGS: ["refused"] });
    this.SUBRULE1(this.name, { LABEL: "tag", ARGS: ["tag"] });
    this.SUBRULE(this.onNode);
  });

  private confirm = this.RULE("confirm", () => {
    this.CONSUME(k("confirm"), keywordLabel);
    this.SUBRULE(this.name, { LABEL: "node", ARGS: ["nodeName"] });
    this.SUBRULE1(this.name, { LABEL: "answer", ARGS: ["answer"] });
  });

  private wait = this.RULE("wait", () => {
    this.CONSUME(k("wait"), keywordLabel);
    this.SUBRULE(this.duration);
  });
}
