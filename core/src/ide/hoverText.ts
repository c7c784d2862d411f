// What is shown for the thing under the cursor.

import type { Span } from "../text/span.ts";

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}
