// Writes what the nodes of a generated cluster would print, imports it and compares: nothing lost, nothing added, and
// what damage took away is told.

import assert from "node:assert/strict";
import { type Imported, importCluster } from "@lkcluster/core/adopt/importCluster.ts";
import type { SoundCluster } from "@lkcluster/core/model/cluster.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { formatCluster } from "@lkcluster/core/syntax/cluster/format.ts";
import fc from "fast-check";
import { detailedDisplay, lists, type Model, models, shortDisplay } from "./generatedCluster.ts";

const always = /^(?:What these commands never|No parameter file)/;

function importAll(outputs: readonly string[]): Imported {
  const sources = outputs.map((output, at) => ({
    label: `out${at}`,
    name: undefined,
    ssh: undefined,
    output,
    parameters: undefined,
  }));
  return importCluster("c", sources, "en");
}

function notesOf(made: Imported): readonly string[] {
  return made.kind === "refused" ? [] : made.notes.map(({ en }) => en).filter((note) => !always.test(note));
}

/** What every import promises: the file parses, is formatted, and its names lead somewhere. */
function soundOf(made: Imported): SoundCluster | undefined {
  if (made.kind === "refused") {
    assert.ok(made.reasons.length > 0);
    return undefined;
  }
  const { sound, problems } = checkCluster(filesOf({ "/c.lk": made.cluster }), "/c.lk");
  assert.ok(
    sound,
    `${problems
      .filter(({ severity }) => severity === "error")
      .map(({ message }) => message.en)
      .join("\n")}\n${made.cluster}`,
  );
  assert.equal(formatCluster(made.cluster), made.cluster);
  return sound;
}

interface Facts {
  readonly resources: readonly string[];
  readonly needs: readonly string[];
  readonly servers: readonly string[];
  readonly types: readonly string[];
  readonly paths: readonly string[];
}

function linkText(
  nodes: readonly string[],
  kind: string,
  ends: readonly string[],
  priority: number | undefined,
): string {
  const sides = nodes.map((node, at) => `${node}=${ends[at]}`).sort();
  return `${sides.join(" ")} ${kind.toLowerCase()} ${kind.toLowerCase() === "tty" ? "" : priority}`;
}

function factsOfModel({ resources, paths }: Model): Facts {
  return {
    resources: resources.map(({ tag, id }) => `${tag} ${id}`).sort(),
    needs: resources.flatMap(({ tag, children }) => children.map((child) => `${tag} > ${child}`)).sort(),
    servers: resources
      .flatMap(({ tag, priorities }) => [...priorities].map(([node, rank]) => `${tag} ${node} ${rank}`))
      .sort(),
    types: resources.map(({ tag, type }) => `${tag} ${type}`).sort(),
    paths: paths.map(({ nodes, network, ends, priority }) => linkText(nodes, network, ends, priority)).sort(),
  };
}

function factsOfCluster({ resources, paths }: SoundCluster): Facts {
  return {
    resources: resources.map(({ name, id }) => `${name} ${id ?? ""}`).sort(),
    needs: resources.flatMap(({ name, children }) => children.map((child) => `${name} > ${child}`)).sort(),
    servers: resources
      .flatMap(({ name, servers }) => servers.map(({ node, priority }) => `${name} ${node} ${priority}`))
      .sort(),
    types: resources.map(({ name, application, kind }) => `${name} ${application}/${kind}`).sort(),
    paths: paths
      .flatMap(({ nodes, links }) => links.map(({ kind, ends, priority }) => linkText(nodes, kind, ends, priority)))
      .sort(),
  };
}

const perLevel = fc.constantFrom(1 as const, 2 as const);
const form = fc.constantFrom("-q", "-q+lists", "detailed", "both", "-e+-q" as const);
const fieldOrder = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });

function outputOf(model: Model, node: string, how: string, level: 1 | 2, order: readonly number[]): string {
  const typed = (command: string, output: string): string => `[root@${node} ~]# ${command}\n${output}`;
  const q = typed("lcdstatus -q", shortDisplay(model, node, "-q", level));
  const detailed = typed("/opt/LifeKeeper/bin/lcdstatus", detailedDisplay(model, node));
  switch (how) {
    case "-q":
      return q;
    case "-q+lists":
      return q + lists(model, node, order);
    case "detailed":
      return detailed;
    case "both":
      return q + detailed;
    default:
      return q + typed("lcdstatus -e", shortDisplay(model, node, "-e", level));
  }
}

describe("importCluster, of generated clusters", function () {
  this.timeout(60_000);

  it("gives back the cluster, whichever forms its nodes printed", () => {
    fc.assert(
      fc.property(
        models,
        fc.array(form, { minLength: 4, maxLength: 4 }),
        perLevel,
        fieldOrder,
        (model, forms, level, order) => {
          const outputs = model.nodes.map((node, at) => outputOf(model, node, forms[at] ?? "-q", level, order));
          const made = importAll(outputs);
          const sound = soundOf(made);
          // Nodes of which none has a resource and none a path have nothing to import.
          if (sound === undefined) return assert.equal(model.resources.length * model.paths.length, 0);
          // A detailed display without paths and without partners elsewhere names its node nowhere, and that is told.
          if (notesOf(made).some((note) => /does not say on which node/.test(note))) return;
          const [wanted, got] = [factsOfModel(model), factsOfCluster(sound)];
          assert.deepEqual({ ...got, types: [] }, { ...wanted, types: [] });
          const guesses = notesOf(made)
            .filter((note) => note.startsWith("Kinds guessed"))
            .join("");
          for (const type of wanted.types) {
            const [tag = ""] = type.split(" ");
            assert.ok(
              got.types.includes(type) || guesses.includes(`${tag} `),
              `${type} was neither read nor called a guess`,
            );
          }
          const isEmpty = (node: string): boolean =>
            ![
              ...model.resources.flatMap(({ priorities }) => [...priorities.keys()]),
              ...model.paths.flatMap(({ nodes }) => nodes),
            ].includes(node);
          for (const node of sound.nodes) {
            const flags = forms[model.nodes.indexOf(node.name)] === "-q" ? [] : model.flags.get(node.name);
            if (forms[model.nodes.indexOf(node.name)] === "-e+-q" || isEmpty(node.name)) continue;
            assert.equal(
              node.shutdownStrategy,
              flags?.includes("shutdown_switchover") === true ? "switchover" : "stay",
            );
          }
          const others = notesOf(made).filter(
            (note) => !/^Kinds guessed|shows no resources|has the headings/.test(note),
          );
          // Of two resources of which each has the other's tag as its id, no record tells which it is.
          const swapped = model.resources.some(({ tag, id }) =>
            model.resources.some((each) => each.tag === id && each.id === tag && tag !== id),
          );
          if (swapped && /could not be read/.test(others.at(-1) ?? "")) others.pop();
          // A table of headings only carries no name, so that nothing can be put down to a node that only others know.
          const unread = /^Nothing was read from (.*?)\. Import/.exec(others[0] ?? "")?.[1]?.split(", ") ?? [];
          if (unread.length > 0 && unread.every(isEmpty)) others.shift();
          assert.deepEqual(others, []);
        },
      ),
      { numRuns: 150 },
    );
  });

  const harmless: readonly (readonly [string, (text: string) => string])[] = [
    ["line ends of Windows", (text) => text.replaceAll("\n", "\r\n")],
    ["an indent", (text) => text.replace(/^(?!\[root)/gm, "  ")],
    ["colours", (text) => text.replaceAll("ISP", "\u001b[32mISP\u001b[0m")],
    ["no-break spaces", (text) => text.replaceAll("  ", " \u00a0")],
    ["text around it", (text) => `Last login: today\n\n${text}\n[root ~]# exit\nlogout\n`],
  ];
  for (const [title, change] of harmless) {
    it(`is the same with ${title}`, () => {
      fc.assert(
        fc.property(models, fc.constantFrom("-q", "both"), perLevel, (model, how, level) => {
          const outputs = model.nodes.map((node) => outputOf(model, node, how, level, [0, 1, 2, 3, 4]));
          const [plain, changed] = [importAll(outputs), importAll(outputs.map(change))];
          assert.equal(changed.kind, plain.kind);
          if (plain.kind === "imported" && changed.kind === "imported") assert.equal(changed.cluster, plain.cluster);
        }),
        { numRuns: 25 },
      );
    });
  }

  const damages: fc.Arbitrary<(text: string) => string> = fc.oneof(
    fc.nat(10_000).map((at) => (text: string) => text.slice(0, at % (text.length + 1))),
    fc.nat(1000).map((at) => (text: string) => {
      const lines = text.split("\n");
      return lines.filter((_, line) => line !== at % lines.length).join("\n");
    }),
    fc.nat(1000).map((at) => (text: string) => {
      const lines = text.split("\n");
      return lines
        .map((line, each) => (each === at % lines.length ? line.slice(0, line.length >> 1) : line))
        .join("\n");
    }),
    fc.constant((text: string) => text.replace(/ +/g, " ")),
    fc.constant((text: string) => text.replace(/^(LOCAL|BACKUP|MACHINE).*$/gm, "")),
  );

  it("of damaged outputs it says nothing that was not there without telling that something is wrong", () => {
    fc.assert(
      fc.property(
        models,
        fc.constantFrom("-q", "detailed", "both"),
        perLevel,
        damages,
        fc.nat(3),
        (model, how, level, damage, which) => {
          const outputs = model.nodes.map((node) => outputOf(model, node, how, level, [0, 1, 2, 3, 4]));
          const made = importAll(
            outputs.map((output, at) => (at === which % outputs.length ? damage(output) : output)),
          );
          const sound = soundOf(made);
          if (sound === undefined) return;
          const [wanted, got] = [factsOfModel(model), factsOfCluster(sound)];
          const added = (["resources", "needs", "servers", "paths"] as const).flatMap((what) =>
            got[what].filter((fact) => !wanted[what].includes(fact)),
          );
          const told = notesOf(made).filter((note) => !note.startsWith("Kinds guessed"));
          assert.ok(
            added.length === 0 || told.length > 0,
            `${added.join("; ")}\n${outputs.join("")}\n${made.kind === "imported" ? made.cluster : ""}`,
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});
