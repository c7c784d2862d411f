// How files are named in plans, records and reports.

import { createHash } from "node:crypto";
import type { ByteText } from "@lkcluster/core/text/byteText.ts";

/** SHA-256 in hexadecimal, or `absent`: that a file does not exist is a state a plan must remember too. */
export function hashOf(content: ByteText | undefined): string {
  return content === undefined ? "absent" : createHash("sha256").update(content, "latin1").digest("hex");
}
