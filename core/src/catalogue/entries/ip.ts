// The parameters of IP resources and their health check.

import type { ParameterEntry } from "../spec.ts";

export const ipParameters = [
  {
    name: "IP_PINGTRIES",
    type: { kind: "integer", ranges: [], unit: "times" },
    default: "3",
    takesEffect: "immediately",
    summary: {
      en: "How many times a ping is repeated in the health check of an IP resource.",
      ja: "IP リソースのヘルスチェックで ping を再試行する回数です。",
    },
    details: {
      en: "Raise it on networks that lose packets now and then, so that a lost ping is not mistaken for a failed address. All pings together must fit into `IP_QUICKCHECK_TIMEOUT` (our conclusion).",
      ja: "パケットがときどき失われるネットワークでは、ping の欠落をアドレスの障害と見誤らないように増やします。ping 全体が `IP_QUICKCHECK_TIMEOUT` に収まるようにしてください（本製品の推論です）。",
    },
    examples: ["IP_PINGTRIES=3"],
    seeAlso: ["IP_PINGTIME", "IP_QUICKCHECK_TIMEOUT"],
    sources: ["IPP990", "IP951", "IP_PARAMETERS_LIST_932"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "IP_PINGTIME",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: "1",
    takesEffect: "immediately",
    summary: {
      en: "How long the health check of an IP resource waits for the reply to one ping.",
      ja: "IP リソースのヘルスチェックで、ping 1 個の応答を待つ時間です。",
    },
    details: {
      en: "With a ping list written by hand instead of the broadcast ping, more than 3 has no effect: the TCP/IP stack itself reports the destination as unreachable after 3 seconds.",
      ja: "ブロードキャスト ping の代わりに手動で ping リストを設定している場合、3 より大きくしても効果はありません。TCP/IP の実装自体が 3 秒で到達不能と報告するためです。",
    },
    examples: ["IP_PINGTIME=1"],
    seeAlso: ["IP_PINGTRIES", "NOBCASTPING"],
    sources: ["IPP990", "IP951", "IP_PARAMETERS_LIST_932"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "IP_QUICKCHECK_TIMEOUT",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: "12",
    takesEffect: "immediately",
    summary: {
      en: "How long the quickCheck of an IP resource may take.",
      ja: "IP リソースの quickCheck に許す時間です。",
    },
    details: {
      en: "Raise it when the check gives up although the address works, above all after raising `IP_PINGTRIES` or `IP_PINGTIME`. LifeKeeper need not be restarted. In the lists of 9.5.1 and later, not in that of 9.3.2.",
      ja: "アドレスが使えているのにチェックが打ち切られる場合、特に `IP_PINGTRIES` や `IP_PINGTIME` を大きくした場合に延ばしてください。LifeKeeper の再起動は不要です。9.5.1 以降の一覧にあり、9.3.2 の一覧にはありません。",
    },
    examples: ["IP_QUICKCHECK_TIMEOUT=12"],
    seeAlso: ["IP_PINGTRIES", "IP_PINGTIME"],
    sources: ["IPP990", "IP951"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "NOIPUNIQUE",
    type: {
      kind: "flag",
      on: ["1"],
      off: ["0"],
      meaning: {
        on: { en: "The check is switched off.", ja: "重複チェックを無効にします。" },
        off: { en: "The check is made.", ja: "重複チェックを行います。" },
      },
    },
    default: "0",
    takesEffect: "immediately",
    summary: {
      en: "Switches off the check that an address is not in use elsewhere before it is brought in service.",
      ja: "IP リソースを起動する前の、アドレスの重複チェックを無効にします。",
    },
    details: {
      en: [
        "Note the inverted sense: `1` switches the check off.",
        "The check is worth keeping. In a cluster without quorum it is what stops the second node when both try to start the same hierarchy in one subnet: its IP resource fails, and what stands above it does not start. This is also why an IP resource below a DataKeeper mirror serves as a fence.",
      ].join("\n\n"),
      ja: [
        "意味が逆であることに注意してください。`1` がチェックの無効化です。",
        "このチェックは残しておく価値があります。Quorum のないクラスターで、両方のノードが同じ階層を同じサブネットで起動しようとしたとき、後から起動した側の IP リソースが失敗し、その上位のリソースも起動しません。DataKeeper のミラーの下位に IP リソースを置く排他制御は、この仕組みを利用したものです。",
      ].join("\n\n"),
    },
    examples: ["NOIPUNIQUE=0"],
    sources: ["IPP990", "IP951", "IP_PARAMETERS_LIST_932", "DKIO941J"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "NOBCASTPING",
    type: {
      kind: "flag",
      on: ["1"],
      off: ["0"],
      meaning: {
        on: { en: "The broadcast ping is switched off.", ja: "ブロードキャスト ping を無効にします。" },
        off: { en: "The broadcast ping is used.", ja: "ブロードキャスト ping を使います。" },
      },
    },
    default: "0",
    takesEffect: "immediately",
    summary: {
      en: "Switches off the broadcast ping by which IP resources are checked.",
      ja: "IP リソースのヘルスチェックに使うブロードキャスト ping を無効にします。",
    },
    details: {
      en: "Note the inverted sense: `1` switches it off. The EC2 route table scenario (9.8.1) requires `NOBCASTPING=1`. On other networks where nobody answers a broadcast ping the check would fail as well although the address works (our conclusion).",
      ja: "意味が逆であることに注意してください。`1` が無効化です。EC2 のルートテーブルシナリオ（9.8.1）では `NOBCASTPING=1` が必須です。ほかにも、ブロードキャスト ping に応答するものがないネットワークでは、アドレスが使えていてもチェックに失敗します（本製品の推論です）。",
    },
    examples: ["NOBCASTPING=1"],
    seeAlso: ["IP_PINGTIME"],
    sources: ["IPP990", "IP951", "IP_PARAMETERS_LIST_932", "EC2SETUP981", "MHKRISH"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "IP_NOLINKCHECK",
    type: {
      kind: "flag",
      on: ["1"],
      off: ["0"],
      meaning: {
        on: { en: "The link check is switched off.", ja: "リンクチェックを無効にします。" },
        off: { en: "The link check is made.", ja: "リンクチェックを行います。" },
      },
    },
    default: "0",
    takesEffect: "immediately",
    summary: {
      en: "Switches off the link status part of the health check of IP resources.",
      ja: "IP リソースのヘルスチェックのうち、リンク状態の確認を無効にします。",
    },
    details: {
      en: "Note the inverted sense: `1` switches it off. Needed on virtual machines whose log says `Link check failed for virtual IP` although the network works. It also governs the link check in the monitoring of out-of-service resources.",
      ja: "意味が逆であることに注意してください。`1` が無効化です。ネットワークが使えているのにログに `Link check failed for virtual IP` と出る仮想マシンで必要になります。サービス休止中のリソースの監視で行うリンクチェックにも、この設定が使われます。",
    },
    examples: ["IP_NOLINKCHECK=1"],
    seeAlso: ["SNHC_IPCHECK", "IP_MAX_LINKCHK"],
    sources: ["IPP990", "IP_PARAMETERS_LIST_932", "OSU981"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "IP_MAX_LINKCHK",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: "5",
    takesEffect: "immediately",
    summary: {
      en: "The longest time to wait for a link to come up again after it was repaired.",
      ja: "リンクを修復した後、リンクアップを待つ最長時間です。",
    },
    details: {
      en: "Raise it where switches take longer to open a port, for example because of spanning tree; otherwise local recovery gives up too early and a failover follows. That spanning tree is a cause is our example, not the manual's.",
      ja: "スパニングツリーなどの影響で、スイッチのポートが使えるようになるまでに時間がかかる環境では延ばしてください。短すぎるとローカルリカバリーが早く打ち切られ、フェイルオーバーになります（スパニングツリーは本製品が挙げた例で、マニュアルの記載ではありません）。",
    },
    examples: ["IP_MAX_LINKCHK=5"],
    seeAlso: ["IP_NOLINKCHECK", "IP_WAIT_LINKDOWN"],
    sources: ["IPP990", "IP_PARAMETERS_LIST_932"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "IP_WAIT_LINKDOWN",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: "5",
    takesEffect: "immediately",
    summary: {
      en: "The time between taking the interface of a protected address down and bringing it up again.",
      ja: "保護対象のインターフェースを停止してから、再び起動するまで待つ時間です。",
    },
    details: {
      en: "Part of the repair of an interface. It adds to the time of local recovery, together with `IP_MAX_LINKCHK`. Seen in the list of 9.3.2.",
      ja: "インターフェースの修復処理で使われます。`IP_MAX_LINKCHK` とともに、ローカルリカバリーの所要時間に加わります。9.3.2 の一覧にあります。",
    },
    examples: ["IP_WAIT_LINKDOWN=5"],
    seeAlso: ["IP_MAX_LINKCHK"],
    sources: ["IP_PARAMETERS_LIST_932"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
] as const satisfies readonly ParameterEntry[];
