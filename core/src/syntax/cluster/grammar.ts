// The grammar of a cluster file, as docs/cluster-language.md prints it. It builds a concrete syntax tree and decides
// nothing else: build.ts makes the tree that others read, syntaxProblems.ts the words for what is missing.

import { type CstNode, EMPTY_ALT, type IRecognitionException, type IToken } from "chevrotain";
import { ScenarioGrammar } from "./scenarioGrammar.ts";
import type { Missing } from "./statementGrammar.ts";
import { Arrow, Comma, Equals, keyword as k, LeftBrace, Name, RightBrace, Word } from "./tokens.ts";

const keywordLabel = { LABEL: "keyword" } as const;

export class ClusterGrammar extends ScenarioGrammar {
  constructor(validation: "validated" | "trusted") {
    super(validation);
    this.performSelfAnalysis();
  }

  file = this.RULE("file", () => {
    this.MANY(() => {
      this.OR([
        { ALT: () => this.SUBRULE(this.cluster) },
        { ALT: () => this.SUBRULE(this.scenario) },
        { ALT: () => this.SUBRULE(this.prove) },
        { ALT: () => this.SUBRULE(this.item) },
        { ALT: () => this.CONSUME(RightBrace, { LABEL: "strayBrace" }) },
        { IGNORE_AMBIGUITIES: true, ALT: () => this.SUBRULE(this.strange, { ARGS: ["file"] }) },
      ]);
    });
  });

  private cluster = this.RULE("cluster", () => {
    const start = this.CONSUME(k("cluster"), keywordLabel);
    this.begins(start);
    this.SUBRULE(this.name, { LABEL: "name", ARGS: ["clusterName"] });
    this.CONSUME(LeftBrace);
    this.MANY({
      GATE: () => !this.blockEnds("cluster", start),
      DEF: () => {
        this.OR([
          { ALT: () => this.SUBRULE(this.item) },
          { IGNORE_AMBIGUITIES: true, ALT: () => this.SUBRULE(this.strange, { ARGS: ["cluster"] }) },
        ]);
      },
    });
    this.CONSUME(RightBrace);
  });

  private item = this.RULE("item", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.version) },
      { ALT: () => this.SUBRULE(this.platform) },
      { ALT: () => this.SUBRULE(this.quorumPackage) },
      { ALT: () => this.SUBRULE(this.defaults) },
      { ALT: () => this.SUBRULE(this.network) },
      { ALT: () => this.SUBRULE(this.domain) },
      { ALT: () => this.SUBRULE(this.node) },
      { ALT: () => this.SUBRULE(this.path) },
      { ALT: () => this.SUBRULE(this.storage) },
      { ALT: () => this.SUBRULE(this.host) },
      { ALT: () => this.SUBRULE(this.resource) },
    ]);
  });

  private version = this.RULE("version", () => {
    this.CONSUME(k("lifekeeper"), keywordLabel);
    this.SUBRULE(this.name, { LABEL: "value", ARGS: ["version"] });
  });

  private platform = this.RULE("platform", () => {
    this.CONSUME(k("platform"), keywordLabel);
    this.SUBRULE(this.name, { LABEL: "value", ARGS: ["platform"] });
  });

  private quorumPackage = this.RULE("quorumPackage", () => {
    this.CONSUME(k("quorum-package"), keywordLabel);
    this.SUBRULE(this.name, { LABEL: "value", ARGS: ["quorumPackage"] });
  });

  private defaults = this.RULE("defaults", () => {
    this.CONSUME(k("defaults"), keywordLabel);
    this.SUBRULE(this.name, { LABEL: "value", ARGS: ["filePath"] });
  });

  private network = this.RULE("network", () => {
    this.CONSUME(k("network"), keywordLabel);
    this.SUBRULE(this.name, { LABEL: "name", ARGS: ["networkName"] });
  });

  /** Only names stand in a domain, so that each word is one, even `network`. */
  private domain = this.RULE("domain", () => {
    const start = this.CONSUME(k("domain"), keywordLabel);
    this.begins(start);
    this.SUBRULE(this.name, { LABEL: "name", ARGS: ["domainName"] });
    this.CONSUME(LeftBrace);
    this.MANY({
      GATE: () => !this.blockEnds("domain", start),
      DEF: () => {
        this.OR([
          { ALT: () => this.CONSUME(Word, { LABEL: "member" }) },
          { ALT: () => this.CONSUME(Comma, { LABEL: "comma" }) },
        ]);
      },
    });
    this.CONSUME(RightBrace);
  });

  // ---- nodes ----------------------------------------------------------------------------------------------------

  private node = this.RULE("node", () => {
    const start = this.OR([
      { ALT: () => this.CONSUME(k("node"), keywordLabel) },
      { ALT: () => this.CONSUME(k("witness"), keywordLabel) },
    ]);
    this.begins(start);
    this.SUBRULE(this.name, { LABEL: "name", ARGS: ["nodeName"] });
    this.CONSUME(LeftBrace);
    this.MANY({
      GATE: () => !this.blockEnds("node", start),
      DEF: () => {
        this.OR1([
          { ALT: () => this.SUBRULE(this.nodeItem) },
          { IGNORE_AMBIGUITIES: true, ALT: () => this.SUBRULE(this.strange, { ARGS: ["node"] }) },
        ]);
      },
    });
    this.CONSUME(RightBrace);
  });

  private nodeItem = this.RULE("nodeItem", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k("confirm-failover"), keywordLabel);
          this.OPTION(() => {
            this.CONSUME(k("from"));
            this.SUBRULE(this.names, { ARGS: ["nodeName"] });
          });
        },
      },
      { ALT: () => this.CONSUME(k("block-resource-failover"), keywordLabel) },
      { ALT: () => this.CONSUME(k("stonith"), keywordLabel) },
      { ALT: () => this.SUBRULE(this.set) },
      {
        ALT: () => {
          this.CONSUME(k("address"), keywordLabel);
          this.SUBRULE(this.name, { LABEL: "value", ARGS: ["address"] });
        },
      },
      {
        ALT: () => {
          this.CONSUME(k("ssh"), keywordLabel);
          this.SUBRULE1(this.name, { LABEL: "value", ARGS: ["sshTarget"] });
        },
      },
      {
        ALT: () => {
          this.CONSUME(k("file"), keywordLabel);
          this.SUBRULE2(this.name, { LABEL: "value", ARGS: ["filePath"] });
        },
      },
      {
        ALT: () => {
          this.CONSUME(k("shutdown"), keywordLabel);
          this.SUBRULE3(this.name, { LABEL: "value", ARGS: ["shutdownStrategy"] });
        },
      },
    ]);
  });

  /** A value may be a list such as `router:443,192.0.2.1:22`, written without quotes as in the parameter file. */
  private set = this.RULE("set", () => {
    this.CONSUME(k("set"), keywordLabel);
    this.SUBRULE(this.name, { LABEL: "parameter", ARGS: ["parameterName"] });
    this.CONSUME(Equals);
    this.SUBRULE(this.names, { LABEL: "value", ARGS: ["parameterValue"] });
  });

  // ---- paths, storage, hosts ------------------------------------------------------------------------------------

  private path = this.RULE("path", () => {
    const start = this.CONSUME(k("path"), keywordLabel);
    this.begins(start);
    this.SUBRULE(this.name, { LABEL: "left", ARGS: ["nodeName"] });
    this.CONSUME(Arrow);
    this.SUBRULE1(this.name, { LABEL: "right", ARGS: ["nodeName"] });
    this.CONSUME(LeftBrace);
    this.MANY({
      GATE: () => !this.blockEnds("path", start),
      DEF: () => {
        this.OR([
          { ALT: () => this.SUBRULE(this.link) },
          { IGNORE_AMBIGUITIES: true, ALT: () => this.SUBRULE(this.strange, { ARGS: ["path"] }) },
        ]);
      },
    });
    this.CONSUME(RightBrace);
  });

  private link = this.RULE("link", () => {
    this.OR([{ ALT: () => this.CONSUME(k("tcp"), keywordLabel) }, { ALT: () => this.CONSUME(k("tty"), keywordLabel) }]);
    this.SUBRULE(this.name, { LABEL: "left", ARGS: ["linkEnd"] });
    this.CONSUME(Arrow);
    this.SUBRULE1(this.name, { LABEL: "right", ARGS: ["linkEnd"] });
    this.MANY(() => {
      this.OR1([{ ALT: () => this.SUBRULE(this.onNetwork) }, { ALT: () => this.SUBRULE(this.priority) }]);
    });
  });

  private priority = this.RULE("priority", () => {
    this.CONSUME(k("priority"), keywordLabel);
    this.SUBRULE(this.count, { ARGS: ["priority"] });
  });

  /** Without braces every node reaches it. */
  private storage = this.RULE("storage", () => {
    const start = this.CONSUME(k("storage"), keywordLabel);
    this.begins(start);
    this.SUBRULE(this.name, { LABEL: "name", ARGS: ["storageName"] });
    this.OPTION(() => {
      this.CONSUME(LeftBrace);
      this.MANY({
        GATE: () => !this.blockEnds("storage", start),
        DEF: () => {
          this.OR([
            { IGNORE_AMBIGUITIES: true, ALT: () => this.SUBRULE(this.reachedBy) },
            { IGNORE_AMBIGUITIES: true, ALT: () => this.SUBRULE(this.onNetwork) },
            { IGNORE_AMBIGUITIES: true, ALT: () => this.SUBRULE(this.holds) },
            { IGNORE_AMBIGUITIES: true, ALT: () => this.SUBRULE(this.strange, { ARGS: ["storage"] }) },
          ]);
        },
      });
      this.CONSUME(RightBrace);
    });
  });

  private reachedBy = this.RULE("reachedBy", () => {
    this.CONSUME(k("reached-by"), keywordLabel);
    this.SUBRULE(this.names, { ARGS: ["nodeName"] });
  });

  private holds = this.RULE("holds", () => {
    this.CONSUME(k("holds"), keywordLabel);
    this.SUBRULE(this.names, { ARGS: ["nodeName"] });
  });

  private host = this.RULE("host", () => {
    this.CONSUME(k("host"), keywordLabel);
    this.SUBRULE(this.name, { LABEL: "host", ARGS: ["hostPort"] });
    this.OPTION(() => this.SUBRULE(this.onNetwork));
  });

  // ---- resources ------------------------------------------------------------------------------------------------

  private resource = this.RULE("resource", () => {
    const start = this.CONSUME(k("resource"), keywordLabel);
    this.begins(start);
    this.SUBRULE(this.name, { LABEL: "tag", ARGS: ["tag"] });
    this.SUBRULE1(this.name, { LABEL: "type", ARGS: ["resourceType"] });
    this.OPTION({
      GATE: () => this.onSameLine() || this.LA(2).tokenType === LeftBrace,
      DEF: () => this.SUBRULE(this.resourceId, { LABEL: "id" }),
    });
    this.OR([
      {
        ALT: () => {
          this.CONSUME(LeftBrace);
          this.SUBRULE(this.resourceBody, { ARGS: [start] });
        },
      },
      {
        GATE: () => !this.onSameLine() && this.bodyFollows(start.startColumn),
        ALT: () => {
          this.note(LeftBrace.name);
          this.SUBRULE1(this.resourceBody, { ARGS: [start] });
        },
      },
      { IGNORE_AMBIGUITIES: true, ALT: EMPTY_ALT() },
    ]);
  });

  private resourceBody = this.RULE("resourceBody", (start: IToken = this.LA(1)) => {
    this.MANY({
      GATE: () => !this.blockEnds("resource", start),
      DEF: () => {
        this.OR([
          { ALT: () => this.SUBRULE(this.resourceItem) },
          { ALT: () => this.SUBRULE(this.resource) },
          { IGNORE_AMBIGUITIES: true, ALT: () => this.SUBRULE(this.strange, { ARGS: ["resource"] }) },
        ]);
      },
    });
    this.CONSUME(RightBrace);
  });

  private resourceId = this.RULE("resourceId", () => {
    this.CONSUME(Name, { LABEL: "word" });
  });

  private resourceItem = this.RULE("resourceItem", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.servers) },
      {
        ALT: () => {
          this.CONSUME(k("switchback"), keywordLabel);
          this.SUBRULE(this.name, { LABEL: "value", ARGS: ["switchback"] });
          this.OPTION(() => this.SUBRULE(this.onNode));
        },
      },
      {
        ALT: () => {
          this.OR1([
            { ALT: () => this.CONSUME(k("failover"), keywordLabel) },
            { ALT: () => this.CONSUME(k("local-recovery"), keywordLabel) },
          ]);
          this.SUBRULE1(this.name, { LABEL: "value", ARGS: ["onOff"] });
        },
      },
      { ALT: () => this.SUBRULE(this.temporalRecovery) },
      {
        ALT: () => {
          this.CONSUME(k("mode"), keywordLabel);
          this.SUBRULE2(this.name, { LABEL: "value", ARGS: ["mode"] });
        },
      },
      { ALT: () => this.CONSUME(k("reserved"), keywordLabel) },
      {
        ALT: () => {
          this.CONSUME(k("info"), keywordLabel);
          this.SUBRULE3(this.name, { LABEL: "value", ARGS: ["text"] });
        },
      },
      {
        ALT: () => {
          this.CONSUME(k("uses"), keywordLabel);
          this.SUBRULE4(this.name, { LABEL: "value", ARGS: ["tag"] });
        },
      },
      {
        ALT: () => {
          this.CONSUME(k("on-network"), keywordLabel);
          this.SUBRULE5(this.name, { LABEL: "value", ARGS: ["networkName"] });
        },
      },
    ]);
  });

  private servers = this.RULE("servers", () => {
    this.CONSUME(k("servers"), keywordLabel);
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.server) });
  });

  private server = this.RULE("server", () => {
    this.SUBRULE(this.name, { LABEL: "node", ARGS: ["nodeName"] });
    this.SUBRULE(this.count, { LABEL: "priority", ARGS: ["priority"] });
  });

  private temporalRecovery = this.RULE("temporalRecovery", () => {
    this.CONSUME(k("temporal-recovery"), keywordLabel);
    this.SUBRULE(this.count, { ARGS: ["count"] });
    this.CONSUME(k("in"));
    this.SUBRULE(this.duration);
  });
}

const grammar = new ClusterGrammar("trusted");

export interface ReadClusterFile {
  readonly tree: CstNode;
  readonly errors: readonly IRecognitionException[];
  readonly missing: readonly Missing[];
}

/** Reads all tokens; what does not fit is in `errors` and `missing`, and the tree holds everything else. */
export function readClusterFile(tokens: IToken[]): ReadClusterFile {
  grammar.input = tokens;
  grammar.missing.length = 0;
  const tree = grammar.file();
  return { tree, errors: grammar.errors, missing: [...grammar.missing] };
}
