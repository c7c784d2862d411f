// For bugs only: what is wrong in a user's file is a Problem and is returned, never thrown.

/** Throws when `condition` is false. `suspect` says what to look at first. */
export function assert(condition: boolean, suspect: string): asserts condition {
  if (!condition) throw new Error(`Bug in lkcluster: ${suspect}`);
}

/** Marks a branch that the types exclude. */
export function unreachable(value: never, suspect: string): never {
  throw new Error(`Bug in lkcluster: ${suspect}: ${JSON.stringify(value)}`);
}
