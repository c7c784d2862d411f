// lkcluster export: the documents of a project, or the same configuration for the tool that a site already runs.

import type { Command } from "commander";
import { addCommand, type Shell } from "../command.ts";
import { nodeOptions } from "../deployment.ts";
import { exportAnsibleTo } from "../export/ansible.ts";
import { type DocumentOptions, exportDocuments } from "../export/documents.ts";

interface ExportOptions extends DocumentOptions {
  readonly replace?: boolean;
}

export function registerExport(program: Command, shell: Shell): void {
  addCommand<ExportOptions>(program, shell, {
    usage: "export <file...>",
    summary: {
      en: "the documents of a project, in Excel, Markdown and HTML; or, as export ansible <file>, an inventory and playbook with the same merge",
      ja: "プロジェクトのドキュメントを Excel、Markdown、HTML で書き出す。export ansible <file> では、同じマージを行うインベントリーとプレイブックを書き出す",
    },
    formats: ["text"],
    options: [
      {
        flags: "--to, --out <folder>",
        summary: {
          en: "where to write; ./documents by default, or ./ansible",
          ja: "書き出す場所（デフォルトは ./documents、ansible では ./ansible）",
        },
      },
      {
        flags: "--format <formats>",
        summary: {
          en: "with commas: xlsx, md, html; all by default",
          ja: "カンマ区切りで xlsx、md、html。省略すると全部",
        },
      },
      {
        flags: "--only <documents>",
        summary: { en: "only these documents, with commas", ja: "書き出すドキュメントを限る（カンマ区切り）" },
      },
      {
        flags: "--facts <folder>",
        summary: {
          en: "what was saved on the nodes, for as-built: NODE/LifeKeeper, NODE/lcdstatus.txt",
          ja: "ノードで保存したファイル（as-built 用）: NODE/LifeKeeper、NODE/lcdstatus.txt",
        },
      },
      {
        flags: "--read-nodes",
        summary: { en: "read the nodes over ssh, for as-built", ja: "ノードを ssh で読み取る（as-built 用）" },
      },
      nodeOptions[1],
      {
        flags: "--replace",
        summary: {
          en: "ansible: write exactly our file instead of merging it",
          ja: "ansible: マージせず、こちらのファイルで置き換える",
        },
      },
    ],
    examples: [
      {
        args: "export cluster.lk --to documents",
        summary: { en: "everything to hand over", ja: "納品するドキュメント一式" },
      },
      {
        args: "export cluster.lk --only tests,ports --format xlsx",
        summary: { en: "two of them, for Excel", ja: "そのうち 2 つを Excel で" },
      },
      {
        args: "export ansible cluster.lk",
        summary: { en: "for those who roll out with Ansible", ja: "Ansible で展開する場合" },
      },
    ],
    run: (run, files, options) => {
      const [first = "", second] = files;
      if (first === "ansible" && second !== undefined) return exportAnsibleTo(run, second, options);
      return exportDocuments(run, files, options);
    },
  });
}
