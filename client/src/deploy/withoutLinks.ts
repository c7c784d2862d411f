// What a node or ssh said may be part of a notification, and a notification turns `[text](command:…)` into a link.

export function withoutLinks(text: string): string {
  return text.replaceAll("](", "] (");
}
