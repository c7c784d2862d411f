// What `npm start` says, in the language of the terminal.

export type Words = "en" | "ja";

export function wordsOf(environment: NodeJS.ProcessEnv): Words {
  const language = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  return language.toLowerCase().startsWith("ja") ? "ja" : "en";
}

export interface Started {
  readonly url: string | undefined;
  readonly workspace: string;
  /** Undefined where the test nodes could not be started, with the reason. */
  readonly nodes: readonly string[] | undefined;
  readonly whyNoNodes: string | undefined;
}

export function introduction({ url, workspace, nodes, whyNoNodes }: Started, words: Words): string {
  return words === "ja"
    ? japanese({ url, workspace, nodes, whyNoNodes })
    : english({ url, workspace, nodes, whyNoNodes });
}

function english({ url, workspace, nodes, whyNoNodes }: Started): string {
  const open = url === undefined ? "VS Code is open." : `Open this address in a browser:\n\n  ${url}\n`;
  const deploy =
    nodes === undefined
      ? `  5. Deploying has no nodes to go to: ${whyNoNodes ?? ""}`
      : `  5. Open three-test-nodes/three.lk and press the cloud: the file goes to ${nodes.join(", ")},\n     which run on this machine with stand-ins for LifeKeeper's commands.`;
  return `
${open}
The samples are copied to ${workspace}; change what you like.

What to try
  1. Open two-node-majority/classic.lk. Two nodes cannot run majority: the Problems view says why.
  2. Hover QUORUM_MODE in its etc/default/LifeKeeper, then take the quick fix (Ctrl+.).
  3. The simulator beside aws-hulft/hulft.lk is open (else Ctrl+K L): press → to see why, then break something yourself.
  4. Run all scenarios and proofs in the Test Explorer (the flask).
${deploy}

Ctrl+C ends everything.
`;
}

function japanese({ url, workspace, nodes, whyNoNodes }: Started): string {
  const open =
    url === undefined ? "VS Code を開きました。" : `ブラウザーで次のアドレスを開いてください。\n\n  ${url}\n`;
  const deploy =
    nodes === undefined
      ? `  5. デプロイ先のテストノードを起動できませんでした: ${whyNoNodes ?? ""}`
      : `  5. three-test-nodes/three.lk を開き、雲のボタンを押します。ファイルは ${nodes.join("、")} にデプロイされます。\n     いずれもこのマシン上で動き、LifeKeeper のコマンドは代役です。`;
  return `
${open}
サンプルは ${workspace} にコピーしました。自由に変更できます。

試してみること
  1. two-node-majority/classic.lk を開きます。2 ノードでは majority を使えません。理由は「問題」に表示されます。
  2. etc/default/LifeKeeper の QUORUM_MODE にマウスを合わせ、クイックフィックス（Ctrl+.）を選びます。
  3. aws-hulft/hulft.lk の横にシミュレーターが開きます（なければ Ctrl+K L）。→ キーで理由を順に見て、次は自分で障害を起こします。
  4. テスト エクスプローラー（フラスコ）で、すべてのシナリオと証明を実行します。
${deploy}

Ctrl+C で終了します。
`;
}
