// The parameters of shared SCSI disks: reservations and what follows when one is lost.

import type { ParameterEntry } from "../spec.ts";

export const scsiParameters = [
  {
    name: "RESERVATIONS",
    type: {
      kind: "choice",
      complete: false,
      values: [
        {
          value: "none",
          meaning: {
            en: "SCSI reservations are not used. Fence by quorum and witness, or by STONITH, instead.",
            ja: "SCSI リザベーションを使いません。代わりに Quorum/Witness または STONITH でフェンシングしてください。",
          },
        },
      ],
    },
    default: null,
    takesEffect: "lifekeeper-restart",
    mustAgree: "all",
    summary: {
      en: "Switches SCSI reservations off for shared storage that does not support them.",
      ja: "リザベーションに対応していない共有ストレージのために、SCSI リザベーションを無効にします。",
    },
    details: {
      en: [
        "With reservations the disk itself decides who may write, and a node that loses its reservation is restarted. `none` takes this protection away: after a cut of all paths both nodes can mount the disk, unless quorum and witness or STONITH prevent it.",
        "The vendor's table of counter-measures against split brain (9.9.0) asks for quorum and witness, with `QWK_STORAGE_TYPE=block`, or for STONITH where `RESERVATIONS=none` is set.",
        "The 8.x manual has LifeKeeper stopped first, the line written on all nodes, and another means of fencing set up in its place. It writes the value in quotes. Only the value `none` was seen, so other values are not reported.",
      ].join("\n\n"),
      ja: [
        "リザベーションを使う構成では、どのノードが書き込めるかをディスク自身が決め、リザベーションを失ったノードは再起動されます。`none` はこの保護を外します。Quorum/Witness または STONITH で防がない限り、すべてのパスが切れたときに両方のノードがディスクをマウントできてしまいます。",
        "ベンダーのスプリットブレイン対策の一覧（9.9.0）では、`RESERVATIONS=none` とする構成に、`QWK_STORAGE_TYPE=block` の Quorum/Witness または STONITH を求めています。",
        "8.x のマニュアルでは、先に LifeKeeper を停止し、すべてのノードにこの行を書き、代わりのフェンシングを用意します。値は引用符で囲んで書かれています。確認できた値は `none` だけなので、ほかの値を報告することはありません。",
      ].join("\n\n"),
    },
    examples: ["RESERVATIONS=none"],
    seeAlso: ["QUORUM_MODE", "QWK_STORAGE_TYPE", "SCSIHALT"],
    sources: ["KB-PLAT", "P126", "KVMSCSI", "DISR951"],
    evidence: { entry: "documented", file: "documented", values: "unsure", default: "unsure" },
  },
  {
    name: "FAILFASTTIMER",
    type: { kind: "integer", ranges: [], unit: "seconds" },
    default: "5",
    takesEffect: "lifekeeper-restart",
    summary: {
      en: "The time between two checks of the shared SCSI devices.",
      ja: "共有 SCSI デバイスを確認する間隔です。",
    },
    details: {
      en: "A plain whole number: the man page rejects forms such as `5.0` and `0x5`. A check that takes longer than 3 times this value is reported as a hung thread. A larger value loads the storage less and notices a lost reservation later.",
      ja: "通常の整数で書きます。マニュアルページによれば `5.0` や `0x5` のような書き方は受け付けられません。この値の 3 倍を超えて終わらない確認は、スレッドの停止として報告されます。大きくするとストレージの負荷は減りますが、リザベーションの喪失に気付くのが遅くなります。",
    },
    examples: ["FAILFASTTIMER=5"],
    seeAlso: ["SCSIHALT", "SCSIERROR"],
    sources: ["LKSCSID75", "LKCCISSD75", "P275", "P276"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "SCSIHALT",
    type: {
      kind: "flag",
      on: ["TRUE"],
      off: ["FALSE"],
      meaning: {
        on: {
          en: "The node is halted and rebooted on a critical failure such as a lost reservation.",
          ja: "リザベーションの喪失などの重大な障害で、ノードを停止して再起動します。",
        },
        off: {
          en: "The node is not halted; the text that says more was cut off.",
          ja: "ノードを停止しません（それ以上の説明は、読めた資料では途中で切れていました）。",
        },
      },
    },
    default: "TRUE",
    summary: {
      en: "Whether a critical SCSI failure, such as a lost reservation, halts and reboots the node.",
      ja: "リザベーションの喪失など、SCSI の重大な障害でノードを停止・再起動するかどうかです。",
    },
    details: {
      en: "With `TRUE` a node that lost its disk to another node cannot go on writing to it. With `FALSE` it keeps running although the disk belongs to another node by now (our conclusion): use it only on the vendor's advice. Described by the man pages of 7.5.",
      ja: "`TRUE` であれば、ディスクをほかのノードに取られたノードが書き込みを続けることはありません。`FALSE` では、ディスクがほかのノードのものになっても動き続けます（本製品の推論です）。ベンダーの指示がある場合にだけ使ってください。7.5 のマニュアルページに記載があります。",
    },
    examples: ["SCSIHALT=TRUE"],
    seeAlso: ["SCSIERROR", "RESERVATIONS", "FAILFASTTIMER"],
    sources: ["LKSCSID75", "LKCCISSD75"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "SCSIERROR",
    type: {
      kind: "choice",
      complete: true,
      values: [
        {
          value: "event",
          meaning: {
            en: "An event is raised, so that the resource is recovered or switched over.",
            ja: "イベントを発生させ、リソースのリカバリーまたは切り替えを行います。",
          },
        },
        {
          value: "halt",
          meaning: {
            en: "The node is halted at once, so that the backup node takes over.",
            ja: "ノードを直ちに停止し、バックアップノードに引き継がせます。",
          },
        },
      ],
    },
    default: "event",
    summary: {
      en: "What happens on an error of a shared SCSI device.",
      ja: "共有 SCSI デバイスのエラーが起きたときの動作です。",
    },
    details: {
      en: "The 8.x manual advises `halt` for very large storage configurations, because an orderly switchover of all resources can take longer than the 300 s that an event may run. That `event` is the installed value follows from its wording.",
      ja: "8.x のマニュアルは、非常に大規模なストレージ構成では `halt` を勧めています。すべてのリソースの切り替えに、イベントに許された 300 秒より長くかかることがあるためです。インストール直後の値が `event` であることは、その文面から読み取ったものです。",
    },
    examples: ["SCSIERROR=event"],
    seeAlso: ["SCSIHALT"],
    sources: ["P104"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "inferred" },
  },
] as const satisfies readonly ParameterEntry[];
