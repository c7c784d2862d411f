// The program of a thread that makes documents, for a browser's worker and, with a few words before it, for Node's.

import type { FolderNews, FolderOrder } from "@lkcluster/core/documents/folderOrder.ts";
import { carryOut } from "./carryOut.ts";

interface ThreadScope {
  onmessage: (message: { readonly data: FolderOrder }) => void;
  postMessage(news: FolderNews): void;
}

// Both kinds of threads have these two; no one library of types has them for both.
const scope = globalThis as unknown as ThreadScope;

scope.onmessage = ({ data }) => {
  void carryOut(data, (news) => scope.postMessage(news));
};
