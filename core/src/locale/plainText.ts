// Messages mark code with backticks. Places that show plain text (the Problems view, a menu, a SARIF viewer) get
// single quotes instead, as the editor's own messages have them in both languages.

import { visibleLine } from "../text/shown.ts";

export function plainText(message: string): string {
  return visibleLine(message).replace(/`([^`]*)`/g, "'$1'");
}
