// The statements of scenarios and proofs.

import type { Statement } from "./statement.ts";

/** Of scenarios and of proofs alike. */
export const requirementStatement = {
  keyword: "requirement",
  forms: ["requirement <requirement,>"],
  text: {
    en: "The requirements that this shows to be met, by their numbers in the requirements document. The test specification lists each with the scenarios, proofs and tests that name it.",
    ja: "これで確かめる要件を、要件定義書の要件番号で書きます。障害試験項目書では、要件ごとに対応するシナリオ、証明、試験が一覧になります。",
  },
  snippet: 'requirement "<1:A-11>"',
  term: "requirement",
} as const satisfies Statement;

export const scenarioStatements = [
  requirementStatement,
  {
    keyword: "given",
    forms: [
      "given <tag> active on <node,>",
      "given <tag> active nowhere",
      "given <tag> last active on <node>",
      "given <node> down",
      "given <node> isolated",
      "given mirror <tag> resyncing from <node> to <node>",
      "given mirror <tag> source <node>",
    ],
    text: {
      en: "How the scenario begins, where it differs from the usual: every hierarchy in service on its best server, all links up, mirrors in sync.",
      ja: "シナリオの初期状態のうち、通常と異なる点を書きます。通常は、各階層が優先順位の最も高いノードでサービス中、全リンクが接続中、ミラーは同期済みです。",
    },
  },
  {
    keyword: "expect",
    forms: [
      "expect <tag> active on <node,> [within <duration>]",
      "expect <tag> active nowhere [within <duration>]",
      "expect <tag> <state> on <node>",
      "expect <node> up",
      "expect <node> off",
      "expect <node> halted",
      "expect <node> rebooted",
      "expect quorum on <node>",
      "expect no quorum on <node>",
      "expect failover",
      "expect no failover",
      "expect no split-brain",
      "expect mirror <tag> corrupt on <node>",
    ],
    text: {
      en: "What must be true at this point of the scenario. `active on A` means in service there and nowhere else; `within` counts from the last action.",
      ja: "シナリオのこの時点で成り立つべきことです。`active on A` は A だけでサービス中という意味です。`within` は直前のアクションから数えます。",
    },
  },
] as const satisfies readonly Statement[];

export const proofStatements = [
  requirementStatement,
  {
    keyword: "never",
    forms: ["never <never>", "never two-active longer than <duration>"],
    text: {
      en: "What must not happen in any explored run.",
      ja: "探索したどの経過でも起きてはならないことです。",
    },
  },
  {
    keyword: "always",
    forms: ["always <tag> recovers"],
    text: {
      en: "Whatever happens within the bounds, the resource runs again by itself as long as one of its servers is up.",
      ja: "範囲内の障害で何が起きても、いずれかのサーバーが稼働している限り、リソースは自動的に再びサービス中になります。",
    },
  },
  {
    keyword: "sometimes",
    forms: ["sometimes <sometimes>"],
    text: {
      en: "What must happen in at least one explored run, so that a proof does not hold merely because nothing ever happens.",
      ja: "少なくとも 1 つの経過で起きるべきことです。何も起きないために証明が成り立ってしまうのを防ぎます。",
    },
  },
  {
    keyword: "up",
    forms: ["up to <count> faults [of <fault,>]"],
    text: {
      en: "How many faults are combined, and of which kinds. Without `of`, all kinds but `freeze`, `stop` and `reboot`.",
      ja: "組み合わせる障害の数と種類です。`of` を省略すると、`freeze`、`stop`、`reboot` 以外の全種類です。",
    },
    snippet: "up to <1:2> faults",
  },
] as const satisfies readonly Statement[];
