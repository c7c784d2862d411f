// Words of this product.

import type { Term } from "./term.ts";

export const productTerms = [
  {
    id: "parameter-file",
    group: "product",
    name: { en: "Parameter file", ja: "パラメーターファイル" },
    also: ["/etc/default/LifeKeeper"],
    text: {
      en: "`/etc/default/LifeKeeper` on each node: one `NAME=value` a line, comments from `#`. The twin `/etc/default/LifeKeeper.pl` belongs to LifeKeeper's own scripts and is never touched.",
      ja: "各ノードの `/etc/default/LifeKeeper` です。1 行に 1 つ `NAME=value` を書き、`#` から行末まではコメントです。対になる `/etc/default/LifeKeeper.pl` は LifeKeeper 自身のスクリプトが使うもので、変更しません。",
    },
    sources: ["KB-DEFAULTS", "LKSCSID75", "AWSQS"],
    evidence: "documented",
  },
  {
    id: "cluster-file",
    group: "product",
    name: { en: "Cluster file", ja: "クラスターファイル" },
    also: ["*.lk"],
    text: {
      en: "A `*.lk` file that describes a cluster: nodes, communication paths, networks, failure domains, resource hierarchies, and the scenarios and proofs about them. It belongs to this product; LifeKeeper does not know it.",
      ja: "クラスターを記述する `*.lk` ファイルです。ノード、コミュニケーションパス、ネットワーク、障害ドメイン、リソース階層と、それらについてのシナリオや証明を書きます。本製品のファイルで、LifeKeeper 自身は使いません。",
    },
    sources: [],
    evidence: "documented",
  },
  {
    id: "requirement",
    group: "product",
    name: { en: "Requirement", ja: "要件" },
    also: ["requirement number", "要件番号"],
    text: {
      en: "What a system must do, by its number in the requirements document. A scenario or proof names those that it shows to be met, `requirement A-11`; the test specification lists each with the scenarios, proofs and tests that show it. It belongs to this product; LifeKeeper does not know it.",
      ja: "システムが満たすべきことで、要件定義書の番号で表します。シナリオや証明には、それで確かめる要件を `requirement A-11` のように書きます。障害試験項目書には、要件ごとに対応するシナリオ、証明、試験が並びます。本製品の用語で、LifeKeeper 自身は使いません。",
    },
    sources: [],
    evidence: "documented",
  },
  {
    id: "failure-domain",
    group: "product",
    name: { en: "Failure domain", ja: "障害ドメイン" },
    also: ["domain"],
    text: {
      en: "Nodes, networks, storages and hosts that fail together: a rack, a power feed, an availability zone. A proof counts the failure of a whole domain as 1 fault. In a cluster file: `domain`.",
      ja: "ラック、電源系統、アベイラビリティーゾーンのように、同時に障害になるノード、ネットワーク、ストレージ、ホストのまとまりです。証明では、ドメイン全体の障害を 1 つの障害と数えます。クラスターファイルでは `domain` と書きます。",
    },
    sources: [],
    evidence: "documented",
  },
  {
    id: "scenario",
    group: "product",
    name: { en: "Scenario", ja: "シナリオ" },
    text: {
      en: "A written sequence of events with expectations. It runs in the simulator, never on a real node.",
      ja: "一連の出来事と、期待する結果を書いたものです。シミュレーターで実行され、実際のノードには何もしません。",
    },
    seeAlso: ["proof"],
    sources: [],
    evidence: "documented",
  },
  {
    id: "proof",
    group: "product",
    name: { en: "Proof", ja: "証明" },
    also: ["prove", "counterexample", "反例"],
    text: {
      en: "The result of trying every combination and every order of up to a number of faults. Either a property holds in all of them, or the shortest counterexample is shown, or the search ended at a named limit and nothing is claimed.",
      ja: "指定した数までの障害について、あらゆる組み合わせと順序を調べた結果です。すべてで性質が成り立つか、最短の反例が示されるか、名前の付いた上限で探索が終わって何も主張しないかのいずれかです。",
    },
    seeAlso: ["scenario", "reading"],
    sources: [],
    evidence: "documented",
  },
  {
    id: "reading",
    group: "product",
    name: { en: "Reading", ja: "解釈" },
    text: {
      en: "One possible behaviour of LifeKeeper where its documents are silent. A proof names the readings it depends on, or holds under every one of them.",
      ja: "LifeKeeper の資料に記載がない点について、ありうる動作の 1 つです。証明は、どの解釈でも成り立つか、または依存する解釈を示します。",
    },
    seeAlso: ["proof"],
    sources: [],
    evidence: "documented",
  },
  {
    id: "evidence",
    group: "product",
    name: { en: "Evidence", ja: "確かさ" },
    also: ["documented", "inferred", "unsure"],
    text: {
      en: "How sure this product is of a fact. Documented: a named public source states it. Inferred: we concluded it from such statements. Unsure: sources are silent, cut off or contradict each other. No message is louder than its evidence: documented facts may be errors, inferred ones warnings, unsure ones hints.",
      ja: "本製品が事実をどれだけ確認しているかを示します。「資料に記載あり」は公開資料に記載があること、「資料からの推論」は資料の記載から導いたこと、「不確か」は資料に記載がないか、途中で切れているか、互いに矛盾していることを表します。メッセージの強さは確かさを超えません。資料に記載のある事実はエラー、推論は警告、不確かなことはヒントまでです。",
    },
    sources: [],
    evidence: "documented",
  },
] as const satisfies readonly Term[];
