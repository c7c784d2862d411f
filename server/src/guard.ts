// The one place that catches bugs: the request that met one fails quietly, and everything else goes on.

export interface Log {
  error(message: string): void;
}

/** `work`, with `fallback` for an answer when it throws. Each different bug is told once. */
export function guarded<Input extends readonly unknown[], Output>(
  log: Log,
  name: string,
  fallback: Output,
  work: (...input: Input) => Output,
): (...input: Input) => Output {
  const told = new Set<string>();
  return (...input) => {
    try {
      return work(...input);
    } catch (bug) {
      const text = bug instanceof Error ? (bug.stack ?? bug.message) : String(bug);
      // What is wrong and where, without the way there, which differs from request to request.
      const key = text.split("\n", 2).join("\n");
      if (!told.has(key)) log.error(`${name}: ${text}`);
      told.add(key);
      return fallback;
    }
  };
}
