// The judge: for each thing that the program may say, what must then be true of the nodes. Nothing here is shared with
// the code that says it.

import { claimsIn } from "./claims.ts";
import type { Evidence, Untrue } from "./evidence.ts";
import {
  changesBy,
  changing,
  deedsOf,
  endsEarlier,
  fileAtFirst,
  fileAtLast,
  holdsOfEveryNode,
  isByRun,
  isHealing,
  isPut,
  isStanding,
  lookedAt,
  named,
  nodesOf,
  outcomeOf,
  short,
  untrueOf,
  wasEdited,
  withoutEarlier,
  withoutOld,
  withoutStatus,
  withoutWanted,
} from "./ground.ts";

/** Counts how often each statement was judged. */
export type Count = (statement: string) => void;

interface Law {
  readonly statement: string;
  /** Undefined: nothing of the kind was said. Otherwise what is untrue, empty when all is well. */
  readonly judge: (evidence: Evidence) => readonly string[] | undefined;
}

export function judge(evidence: Evidence, count: Count): readonly Untrue[] {
  return laws.flatMap(({ statement, judge: ask }) => {
    const found = ask(evidence);
    if (found === undefined) return [];
    count(statement);
    return found.map((what) => ({ law: statement, what }));
  });
}

/** Nodes of which it was said that they put the old file back by themselves: while they run, and over nobody's edit. */
export function timerPromises(evidence: Evidence): readonly string[] {
  const others: ReadonlySet<string> = new Set(["rebooted", "edited"]);
  return named(evidence, "timer-puts-back")
    .flatMap(({ nodes }) => nodes)
    .filter((node) => !deedsOf(evidence, node).some(({ kind }) => others.has(kind)));
}

const exitCodes: Readonly<Record<string, number>> = {
  unchanged: 0,
  deployed: 0,
  refused: 3,
  reverted: 4,
  mixed: 5,
  healed: 6,
};

const laws: readonly Law[] = [
  {
    statement: "the exit code is that of the outcome",
    judge: (evidence) => {
      const outcome = outcomeOf(evidence);
      if (outcome === undefined || evidence.command.kind === "status" || evidence.command.kind === "plan")
        return undefined;
      return evidence.told?.exitCode === exitCodes[outcome] ? [] : [`${outcome} with ${evidence.told?.exitCode}`];
    },
  },
  {
    statement: "both languages say the same",
    judge: ({ told }) => {
      const { en, ja } = told?.json ?? {};
      if (en === undefined || ja === undefined) return undefined;
      const claims = (json: typeof en, locale: "en" | "ja"): string =>
        JSON.stringify(
          claimsIn([json.message, ...json.advice].join("\n"), locale).toSorted((a, b) =>
            JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
          ),
        );
      const [inEnglish, inJapanese] = [claims(en, "en"), claims(ja, "ja")];
      return inEnglish === inJapanese ? [] : [`${inEnglish} is not ${inJapanese}`];
    },
  },
  {
    statement: "every sentence about all nodes is one that can be judged",
    judge: (evidence) =>
      evidence.told === undefined ? undefined : named(evidence, "unknown-words").map(({ words }) => words),
  },
  {
    statement: "`deployed`: each node asked for holds exactly what was wanted, and no other is listed but a mended one",
    judge: (evidence) => {
      if (outcomeOf(evidence) !== "deployed" || evidence.command.kind === "rollback") return undefined;
      if (evidence.command.kind === "plan" || evidence.command.kind === "status") return undefined;
      return [...withoutWanted(evidence, evidence.chosen), ...strangersIn(evidence)];
    },
  },
  {
    statement: "`deployed` after a rollback: each node asked for holds what it held then",
    judge: (evidence) => {
      if (outcomeOf(evidence) !== "deployed" || evidence.command.kind !== "rollback") return undefined;
      return [...withoutEarlier(evidence, evidence.chosen), ...strangersIn(evidence)];
    },
  },
  {
    statement: "“every node”: all nodes of the cluster",
    judge: (evidence) => {
      const claims = named(evidence, "every-node");
      return claims.length === 0 ? undefined : claims.flatMap((claim) => holdsOfEveryNode(evidence, claim));
    },
  },
  {
    statement: "“deployed to …”, “rolled back on …”: these were written, and keep it",
    judge: (evidence) => {
      const nodes = named(evidence, "written").flatMap((claim) => claim.nodes);
      return nodes.length === 0 ? undefined : nodes.filter((node) => !isPut(evidence, node));
    },
  },
  {
    statement: "`unchanged`: nothing was written, and each node holds what was wanted",
    judge: (evidence) => {
      const { kind } = evidence.command;
      if (outcomeOf(evidence) !== "unchanged" || kind === "plan" || kind === "status") return undefined;
      const short =
        kind === "rollback" ? withoutEarlier(evidence, evidence.chosen) : withoutWanted(evidence, evidence.chosen);
      return [...changesBy(evidence), ...short];
    },
  },
  {
    statement: "`refused`, “nothing was changed”: this run changed nothing",
    judge: (evidence) => {
      if (outcomeOf(evidence) !== "refused" && named(evidence, "nothing-changed").length === 0) return undefined;
      const alone = evidence.names.filter((node) => deedsOf(evidence, node).every(({ by }) => by === "client"));
      return [...changesBy(evidence), ...withoutOld(evidence, alone)];
    },
  },
  {
    statement: "`healed`, “nothing else was changed”: this run only mended what an earlier one had left",
    judge: (evidence) => {
      if (outcomeOf(evidence) !== "healed" && named(evidence, "nothing-else-changed").length === 0) return undefined;
      const own = evidence.names.flatMap((node) =>
        deedsOf(evidence, node).filter(
          (deed) => isByRun(evidence, deed) && changing.has(deed.kind) && !isHealing(evidence, deed),
        ),
      );
      return own.map(({ kind }) => kind);
    },
  },
  {
    statement: "`reverted`: every node holds what it held before, but those that are said to be edited",
    judge: (evidence) => {
      if (outcomeOf(evidence) !== "reverted") return undefined;
      const edited = nodesOf(evidence).flatMap(({ node, state }) => (state === "edited" ? [node] : []));
      const bySomebody = evidence.names.filter((node) => !evidence.chosen.includes(node) && wasEdited(evidence, node));
      const others = evidence.names.filter((node) => !edited.includes(node) && !bySomebody.includes(node));
      return withoutOld(evidence, others, fileAtFirst);
    },
  },
  {
    statement: "what is said of one node is true of it",
    judge: (evidence) => {
      const stands = named(evidence, "stands").flatMap(({ what, nodes }) =>
        nodes
          .filter((node) => !isStanding(evidence, what, node))
          .map(
            (node) =>
              `${node}: ${what}, but it held ${short(fileAtFirst(evidence, node))} and holds ${short(fileAtLast(evidence, node))}`,
          ),
      );
      const { kind } = evidence.command;
      if (kind === "plan" || kind === "status" || nodesOf(evidence).length === 0) return undefined;
      return [...stands, ...nodesOf(evidence).flatMap((node) => untrueOf(evidence, node))];
    },
  },
  {
    statement: "“read back”: it was looked at after the last change, where it says so over a new connection",
    judge: (evidence) => {
      const overNew = named(evidence, "read-back-over-new-connection").length > 0;
      if (!overNew && named(evidence, "read-back").length === 0) return undefined;
      // Without "every node" it speaks of the nodes that were asked for.
      const spoken = named(evidence, "every-node").length > 0 ? evidence.names : evidence.chosen;
      return spoken.filter((node) => !lookedAt(evidence, node, overNew)).map((node) => `${node} was not read`);
    },
  },
  {
    statement: "an earlier deployment is brought to its end only after a yes, and that is told",
    judge: (evidence) => {
      const healed = evidence.names.filter((node) => deedsOf(evidence, node).some((deed) => isHealing(evidence, deed)));
      if (healed.length === 0) return undefined;
      const said = Object.values(evidence.told?.json ?? {}).flatMap(({ message, advice, nodes }) => [
        [message, ...advice, ...nodes.map(({ detail }) => detail)].join("\n"),
      ]);
      const tells = said.every((text) => /earlier deployment|以前の/.test(text));
      return [
        ...(evidence.answered === true ? [] : [`${healed.join(", ")}: nobody had agreed`]),
        ...(evidence.told === undefined || tells ? [] : [`${healed.join(", ")}: nothing is said of it`]),
      ];
    },
  },
  {
    statement: "after a no, nothing at all is done",
    judge: (evidence) => {
      if (evidence.answered !== false) return undefined;
      const staged = evidence.names.filter((node) => deedsOf(evidence, node).some(({ kind }) => kind === "staged"));
      return [...changesBy(evidence), ...staged.map((node) => `staged on ${node}`)];
    },
  },
  {
    statement: "what a node has confirmed is never taken back",
    judge: (evidence) =>
      evidence.names.flatMap((node) =>
        deedsOf(evidence, node)
          .filter(({ kind }) => kind === "undone")
          .map(() => `taken back on ${node}`),
      ),
  },
  {
    statement: "a deployment that any node has confirmed is finished and not reverted on the others",
    judge: (evidence) =>
      evidence.names.flatMap((node) =>
        deedsOf(evidence, node)
          .filter((deed) => isHealing(evidence, deed))
          // Closed over somebody else's file, nothing is taken back: that file stays.
          .filter(({ kind, file, files }) => kind === "put-back" || (kind === "closed" && file === files?.next))
          .filter(({ transaction }) => evidence.keptBefore.has(transaction ?? ""))
          .map(({ transaction }) => `${transaction} on ${node}`),
      ),
  },
  {
    statement: "only the nodes that were asked for are written",
    judge: (evidence) =>
      evidence.names
        .filter((node) => !evidence.chosen.includes(node))
        .filter((node) =>
          deedsOf(evidence, node).some(
            ({ kind, transaction }) => kind === "put" && evidence.own.has(transaction ?? ""),
          ),
        )
        .map((node) => `${node} was written`),
  },
  {
    statement: "`status`: who is the same holds what is here, who differs does not, and “same” speaks of every node",
    judge: (evidence) => {
      if (evidence.command.kind !== "status" || evidence.told === undefined) return undefined;
      const nodes = nodesOf(evidence);
      const wrong = nodes.flatMap((node) => withoutStatus(evidence, node));
      if (outcomeOf(evidence) !== "same") return wrong;
      const said = new Set(nodes.flatMap(({ node, state }) => (state === "same" ? [node] : [])));
      const others = evidence.names
        .filter((node) => !said.has(node))
        .map((node) => `${node} is not said to be the same`);
      return [...wrong, ...others];
    },
  },
  {
    statement: "looking changes nothing",
    judge: (evidence) =>
      evidence.command.kind === "plan" || evidence.command.kind === "status" ? changesBy(evidence) : undefined,
  },
];

/** Beside those asked for, only a node is listed that the run mended, or on which it found that mended already. */
function strangersIn(evidence: Evidence): readonly string[] {
  return nodesOf(evidence)
    .filter(({ node }) => !evidence.chosen.includes(node))
    .filter(({ node }) => !deedsOf(evidence, node).some((deed) => endsEarlier(evidence, deed)))
    .map(({ node }) => `${node} is listed, and was neither asked for nor mended`);
}
