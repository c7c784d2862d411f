// A syntax tree without its places: what two texts that mean the same have in common.

/** Words become their value, numbers and durations theirs; spans and empty parts disappear. */
export function withoutSpans(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSpans);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key, part]) => !placeKeys.has(key) && part !== undefined);
  const parts = new Map(entries);
  if (parts.has("value") && parts.has("quoted")) return parts.get("value");
  if (parts.has("word") && parts.has("value")) return parts.get("value");
  if (parts.has("word") && parts.has("ms")) return `${String(parts.get("ms"))}ms`;
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutSpans(part)]));
}

const placeKeys = new Set(["span", "keyword", "body", "equals"]);
