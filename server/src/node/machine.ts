// Node, as the server sees it.

import { createHash } from "node:crypto";
import type { Machine } from "../machine.ts";
import { disk } from "./disk.ts";
import { threadRunning } from "./thread.ts";

export const nodeMachine: Machine = {
  disk,
  startThread: threadRunning(),
  digest: (text) => createHash("sha256").update(text).digest("base64"),
};
