// Where a request stands: a file, its language, and an offset.

import type { Language } from "./snapshot.ts";

export interface CursorPlace {
  readonly file: string;
  readonly language: Language;
  readonly offset: number;
}
