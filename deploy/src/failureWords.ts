// The cause of every failure in one sentence, without the name of the node: whoever shows it says where.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { FailureReason } from "./failureReason.ts";

export const causes: Readonly<Record<FailureReason, Localized>> = {
  "bad-destination": {
    en: "this address cannot be given to ssh; use a host name, an address or an alias of the SSH configuration.",
    ja: "この接続先は ssh に渡せません。ホスト名、アドレス、または SSH 設定のエイリアスを使ってください。",
  },
  unreachable: { en: "the node cannot be reached over SSH.", ja: "SSH でノードに接続できません。" },
  "name-not-resolved": {
    en: "no address is known for this name. Check the name, or name resolution on this machine.",
    ja: "名前を解決できません。名前が正しいか、このマシンで名前解決ができるかを確かめてください。",
  },
  "connection-refused": {
    en: "the SSH port refuses connections. Check that sshd runs there, on this port.",
    ja: "SSH のポートに接続を拒否されました。sshd がそのポートで動作しているか確かめてください。",
  },
  "connect-timed-out": {
    en: "no answer to the attempt to connect: the node is down, or a firewall drops it.",
    ja: "接続を試みましたが応答がありません。ノードが停止しているか、ファイアウォールで遮断されています。",
  },
  "no-route": {
    en: "there is no route to the node from here.",
    ja: "ここからノードへの経路がありません。",
  },
  "closed-while-connecting": {
    en: "the node closed the connection before it was ready. Check that it is not overloaded and lets this machine in.",
    ja: "接続の途中でノード側から切断されました。過負荷になっていないか、このマシンからの接続が許可されているかを確かめてください。",
  },
  "no-common-algorithm": {
    en: "ssh here and sshd there have no algorithm in common.",
    ja: "このマシンの ssh とノードの sshd に、共通して使えるアルゴリズムがありません。",
  },
  "host-key-unknown": {
    en: "its host key is not known yet. Connect once with ssh in a terminal, compare the fingerprint, and accept it.",
    ja: "ホスト鍵がまだ登録されていません。ターミナルから ssh で一度接続し、フィンガープリントを確かめてから受け入れてください。",
  },
  "host-key-changed": {
    en: "its host key is not the known one. Nothing was sent. If the node was rebuilt, compare the fingerprints, remove the old key with ssh-keygen -R, and connect once in a terminal.",
    ja: "ホスト鍵が登録済みのものと異なります。何も送信していません。ノードを作り直した場合は、フィンガープリントを比べ、ssh-keygen -R で古い鍵を消してから端末で一度接続してください。",
  },
  authentication: {
    en: "SSH authentication was refused.",
    ja: "SSH の認証が拒否されました。",
  },
  "ssh-missing": {
    en: "there is no ssh program on this machine.",
    ja: "このマシンに ssh コマンドがありません。",
  },
  "ssh-misconfigured": {
    en: "ssh cannot read its own configuration. Nothing was sent.",
    ja: "ssh が設定ファイルを読み込めません。何も送信していません。",
  },
  "askpass-folder": {
    en: "no folder for temporary files can be used to pass on the questions of ssh, so it was not started. Set TMPDIR to a short path from which programs may be run.",
    ja: "ssh の質問を受け渡すための一時フォルダーを使えないため、ssh を起動しませんでした。TMPDIR に、プログラムを実行できる短いパスを指定してください。",
  },
  "cannot-ask": {
    en: "ssh would have had to ask something, and its questions do not reach VS Code on Windows. Keep keys in an agent and accept the host key once with 'ssh' in a terminal, or deploy from there with 'lkcluster', or use Remote-SSH or WSL. Nothing was sent.",
    ja: "ssh が何かを尋ねる必要がありましたが、Windows では ssh の質問を VS Code で受け取れません。鍵をエージェントに登録し、ターミナルの 'ssh' で一度ホスト鍵を受け入れておくか、ターミナルの 'lkcluster' でデプロイするか、Remote-SSH または WSL を使ってください。何も送信していません。",
  },
  "sudo-not-allowed": {
    en: "the file is for root there, and sudo -n is not allowed for this user. Connect as root, or let this user run sudo without a password.",
    ja: "ファイルを扱うには root 権限が必要ですが、このユーザーには sudo -n が許可されていません。root で接続するか、パスワードなしの sudo を許可してください。",
  },
  "connection-lost": { en: "the connection was lost.", ja: "接続が切れました。" },
  "timed-out": { en: "no answer in time.", ja: "時間内に応答がありませんでした。" },
  garbage: {
    en: "the answer could not be understood. Check that its login shell can start a POSIX sh.",
    ja: "応答を解釈できません。ログインシェルから POSIX sh を起動できるか確かめてください。",
  },
  cancelled: { en: "cancelled.", ja: "取り消されました。" },
  "not-a-regular-file": {
    en: "the parameter file is not a regular file or a link to one; it was left alone.",
    ja: "パラメーターファイルが通常のファイル（またはそれへのリンク）ではないため、変更しませんでした。",
  },
  "hard-linked": {
    en: "the parameter file has several hard links; replacing it would part them, so it was left alone.",
    ja: "パラメーターファイルに複数のハードリンクがあります。置き換えると分かれてしまうため、変更しませんでした。",
  },
  "no-such-folder": {
    en: "the folder of the parameter file does not exist.",
    ja: "パラメーターファイルを置くディレクトリがありません。",
  },
  "too-large": {
    en: "the parameter file is larger than 16 MiB, so it is assumed to be something else; it was left alone.",
    ja: "パラメーターファイルが 16 MiB を超えています。別のファイルと判断し、変更しませんでした。",
  },
  "state-folder-unsafe": {
    en: "the folder for generations beside the parameter file belongs to somebody else or is a link; nothing was written.",
    ja: "世代を保存するディレクトリの所有者が異なるか、リンクになっています。何も書き込みませんでした。",
  },
  locked: {
    en: "another deployment is in progress on this node.",
    ja: "このノードでは別のデプロイが進行中です。",
  },
  "same-as-another": {
    en: "its address leads to a machine that is already part of this deployment as another node. Check the addresses.",
    ja: "接続先は、別のノードとしてこのデプロイの対象になっているマシンです。アドレスを確かめてください。",
  },
  "write-failed": { en: "a file could not be written.", ja: "ファイルを書き込めませんでした。" },
  "attributes-not-kept": {
    en: "owner, group, mode or security context could not be kept, so the file was left alone.",
    ja: "所有者、グループ、モード、セキュリティコンテキストのいずれかを維持できないため、変更しませんでした。",
  },
  "changed-meanwhile": {
    en: "somebody changed the parameter file after the plan was made; their change was left alone.",
    ja: "計画の作成後に、パラメーターファイルが別の手段で変更されました。その変更には触れていません。",
  },
  "already-decided": {
    en: "the node has already decided otherwise, because its timer fired or another run took over.",
    ja: "タイマーの満了または別の実行により、このノードはすでに別の決定をしています。",
  },
  "no-such-transaction": {
    en: "the node no longer has a record of this deployment.",
    ja: "このノードには、このデプロイの記録がもうありません。",
  },
  "no-such-generation": { en: "the node has no such generation.", ja: "指定された世代はこのノードにありません。" },
  "timer-failed": {
    en: "the timer that would put the old file back could not be started.",
    ja: "元のファイルに戻すためのタイマーを起動できませんでした。",
  },
  "command-missing": {
    en: "the LifeKeeper command is not there.",
    ja: "LifeKeeper のコマンドがありません。",
  },
};
