// What people copy from a screen is more than a name: a flag with its node, a whole line of the log, a command with its
// path and options. The names in it that may be explained, the most likely first.

/** A line longer than this is none. */
const longest = 2000;

export function namesOnScreen(text: string): readonly string[] {
  const line = text.trim();
  if (line.length > longest) return [];
  return [flagIn(line), codeIn(line), corruptIn(line), labelIn(line), commandIn(line), assignmentIn(line)].filter(
    (name): name is string => name !== undefined,
  );
}

/** `!nofailover!node2`, `confirmso!node1`, `!action!02833!701236710!node1:filesys`: what follows the last name is its own. */
function flagIn(line: string): string | undefined {
  return /^!?[a-z]+!(?=\S)/.exec(line)?.[0];
}

/** `… ERROR:dr:restore:datarep1:104086:…` and `ERROR 104052: …`. */
function codeIn(line: string): string | undefined {
  return /(?:^|[:\s])(\d{6}):/.exec(line)?.[1];
}

function corruptIn(line: string): string | undefined {
  return /^\S+_(?:data_corrupt|last_owner)$/.test(line)
    ? line.endsWith("corrupt")
      ? "data_corrupt"
      : "last_owner"
    : undefined;
}

/** What a display prints in front of a value: `initialize=(…)`, `Bitmap: …`, `The shutdown strategy is set to: …`. */
function labelIn(line: string): string | undefined {
  return /^(?:The )?([A-Za-z][a-z]*(?: [a-z]+)?)(?: is set to)?(?:: |=\()/.exec(line)?.[1];
}

/** `# /opt/LifeKeeper/bin/lkstop -f`. */
function commandIn(line: string): string | undefined {
  return /^(?:[^#$>]{0,200}[#$>]\s*)?(?:sudo\s+)?(?:\/\S+\/)?([a-z][\w.]*)(?:\s|$)/.exec(line)?.[1];
}

/** A line of the parameter file whose value says nothing by itself. */
function assignmentIn(line: string): string | undefined {
  return /^(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=/.exec(line)?.[1];
}
