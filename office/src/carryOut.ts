// An order for a folder of documents, carried out: news of what is being made, then the files. Nothing is written here.

import type { FolderNews, FolderOrder } from "@lkcluster/core/documents/folderOrder.ts";
import { materialOf } from "@lkcluster/core/documents/material.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { projectFolder, usualMomentMs } from "./projectFolder.ts";

export async function carryOut(order: FolderOrder, tell: (news: FolderNews) => void): Promise<void> {
  try {
    tell(await madeOf(order, tell));
  } catch (error) {
    // A bug; whoever waits in another thread would never hear of it.
    tell({ kind: "failed", why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

async function madeOf(order: FolderOrder, tell: (news: FolderNews) => void): Promise<FolderNews> {
  const sources = new Map(order.files.map((source) => [source.file, source]));
  const files = { read: (file: string) => sources.get(file) };
  const { sound, checked, parsed } = checkCluster(files, order.clusterFile);
  if (sound === undefined) return { kind: "unsound" };
  const { only, formats, locale } = order;
  const made = await projectFolder(materialOf({ cluster: sound, checked, parsed, files, found: new Map() }), {
    only,
    formats,
    locale,
    moment: new Date(usualMomentMs),
    onDocument: (document, done, of) => tell({ kind: "making", document, done, of }),
  });
  return { kind: "made", files: made };
}
