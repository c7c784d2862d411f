// What the grammar can miss at a place, in both languages. The grammar names these keys, so that a syntax problem
// is decided by a key and never by the prose of a parser library.

import type { ActionStatement } from "../../language/action.ts";
import { actionStatements } from "../../language/actions.ts";
import { type Localized, same } from "../../locale/localized.ts";

const named = {
  clusterName: { en: "a cluster name", ja: "クラスター名" },
  version: { en: "a LifeKeeper version such as `9.9.0`", ja: "`9.9.0` のような LifeKeeper のバージョン" },
  platform: { en: "a platform", ja: "プラットフォーム" },
  quorumPackage: { en: "`installed` or `none`", ja: "`installed` または `none`" },
  filePath: { en: "the path of a file", ja: "ファイルのパス" },
  networkName: { en: "a network name", ja: "ネットワーク名" },
  domainName: { en: "a failure domain name", ja: "障害ドメイン名" },
  memberName: {
    en: "the name of a node, network, storage or host",
    ja: "ノード、ネットワーク、ストレージ、ホストのいずれかの名前",
  },
  nodeName: { en: "a node name", ja: "ノード名" },
  address: { en: "an address", ja: "アドレス" },
  linkEnd: {
    en: "an address, or a device such as `/dev/ttyS0`",
    ja: "アドレス、または `/dev/ttyS0` のようなデバイス名",
  },
  sshTarget: { en: "an SSH target", ja: "SSH の接続先" },
  shutdownStrategy: { en: "`switchover` or `stay`", ja: "`switchover` または `stay`" },
  parameterName: { en: "a parameter name", ja: "パラメーター名" },
  parameterValue: { en: "a value", ja: "値" },
  link: { en: "a link (`tcp` or `tty`)", ja: "リンク（`tcp` または `tty`）" },
  priority: { en: "a priority", ja: "優先順位" },
  storageName: { en: "a storage name", ja: "ストレージ名" },
  hostPort: { en: "a host and port such as `router:443`", ja: "`router:443` のようなホストとポート" },
  tag: { en: "a resource tag", ja: "リソースのタグ" },
  resourceType: {
    en: "a resource type such as `gen/app`",
    ja: "`gen/app` のようなリソースの種類",
  },
  switchback: { en: "`intelligent` or `automatic`", ja: "`intelligent` または `automatic`" },
  onOff: { en: "`on` or `off`", ja: "`on` または `off`" },
  mode: { en: "`synchronous` or `asynchronous`", ja: "`synchronous` または `asynchronous`" },
  count: { en: "a whole number", ja: "整数" },
  duration: { en: "a duration such as `500ms`, `20s`, `2m` or `1h`", ja: "`500ms`、`20s`、`2m`、`1h` のような時間" },
  text: { en: "a text", ja: "テキスト" },
  title: {
    en: 'a title in quotes such as `"the active node stops"`',
    ja: '`"アクティブノードの停止"` のような引用符付きの題名',
  },
  linkNumber: { en: "the number of the link, counted from 1", ja: "リンクの番号（1 から数えます）" },
  given: {
    en: "`TAG active on NODE`, `TAG active nowhere`, `TAG last active on NODE`, `NODE down`, `NODE isolated` or `mirror TAG …`",
    ja: "`TAG active on NODE`、`TAG active nowhere`、`TAG last active on NODE`、`NODE down`、`NODE isolated`、`mirror TAG …` のいずれか",
  },
  givenState: {
    en: "`active`, `last active`, `down` or `isolated`",
    ja: "`active`、`last active`、`down`、`isolated` のいずれか",
  },
  activePlace: { en: "`on NODE` or `nowhere`", ja: "`on NODE` または `nowhere`" },
  mirrorState: { en: "`resyncing` or `source`", ja: "`resyncing` または `source`" },
  action: { en: "an action such as `crash` or `cut`", ja: "`crash`、`cut` などのアクション" },
  refused: { en: "`restore` or `remove`", ja: "`restore` または `remove`" },
  answer: { en: "`yes` or `no`", ja: "`yes` または `no`" },
  expectation: {
    en: "what to expect: a tag, a node, `quorum`, `failover`, `no …` or `mirror …`",
    ja: "期待する内容（タグ、ノード、`quorum`、`failover`、`no …`、`mirror …` のいずれか）",
  },
  expectedState: {
    en: "`active`, `up`, `off`, `halted`, `rebooted` or a resource state such as `ISP`",
    ja: "`active`、`up`、`off`、`halted`、`rebooted` または `ISP` のようなリソース状態",
  },
  notExpected: { en: "`quorum`, `failover` or `split-brain`", ja: "`quorum`、`failover`、`split-brain` のいずれか" },
  requirement: { en: "a requirement number such as `A-11`", ja: "`A-11` のような要件番号" },
  property: { en: "a property", ja: "性質" },
  faultKind: { en: "a kind of fault", ja: "障害の種類" },
  fileEnd: { en: "the end of the file", ja: "ファイルの終わり" },
} as const satisfies Readonly<Record<string, Localized>>;

export type ExpectationKey = keyof typeof named;

/** Where the forms of one keyword part. */
export type Expected = ExpectationKey | `form of ${string}`;

/** The words for a key; a token is its own name: {, <->, on, each between backquotes. */
export function expectationText(key: string): Localized {
  const table: Readonly<Record<string, Localized>> = named;
  return table[key] ?? formExpected(key) ?? same(key);
}

function formExpected(key: string): Localized | undefined {
  const statements: readonly ActionStatement[] = actionStatements;
  return statements.find(({ keyword }) => key === `form of ${keyword}`)?.expected;
}
