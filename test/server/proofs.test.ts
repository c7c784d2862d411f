// Proofs while typing: a violated proof is a problem with its place, a repair is a quick fix, and the lens says what
// came out; an edit that mends it takes the problem away.

import assert from "node:assert/strict";
import { join } from "node:path";
import { applyEdits } from "@lkcluster/core/text/edit.ts";
import { indexLines } from "@lkcluster/core/text/lineIndex.ts";
import type { CodeAction, CodeLens } from "vscode-languageserver/node";
import { nodeMachine } from "../../server/src/node/machine.ts";
import { threadRunning } from "../../server/src/node/thread.ts";
import { usualProverOptions } from "../../server/src/prover.ts";
import { usualThreadOptions } from "../../server/src/proving/thread.ts";
import { Editor, type EditorOptions } from "./editor.ts";
import { Threads } from "./proving/threads.ts";

const cluster = "file:///w/pair.lk";

const pair = (witness: string): string => `cluster pair {
  lifekeeper 9.9.0
  node a { address 10.0.0.1  set QUORUM_MODE = none  set WITNESS_MODE = none }
  node b { address 10.0.0.2  set QUORUM_MODE = none  set WITNESS_MODE = none }
  path a <-> b { tcp 10.0.0.1 <-> 10.0.0.2 priority 1 }
  resource app gen/app { servers a 1, b 10 }
}
prove "${witness}" {
  never split-brain
  up to 1 faults of ${witness}
}
`;

/** What is asked again until it fits. Each answer is waited for, so that the server has its turn. */
async function eventually<Answer>(ask: () => Promise<Answer>, fits: (answer: Answer) => boolean): Promise<Answer> {
  for (let turn = 0; ; turn++) {
    const answer = await ask();
    if (fits(answer)) return answer;
    assert(turn < 100_000, `still ${JSON.stringify(answer)}`);
  }
}

async function lensTitles(editor: Editor): Promise<readonly (string | undefined)[]> {
  const lenses = await editor.askFile<CodeLens[]>("textDocument/codeLens", cluster);
  return lenses.map(({ command }) => command?.title);
}

describe("proofs while typing", () => {
  it("report a violated proof at its title, offer repairs, and take it back when it holds", async () => {
    const editor = await Editor.start();
    await editor.open(cluster, pair("cut"));
    const found = await editor.diagnostics(cluster, (all) => all.some(({ code }) => code === "proof-violated"));
    const violated = found.find(({ code }) => code === "proof-violated");
    assert(violated !== undefined);
    assert.equal(editor.textAt(cluster, violated.range), '"cut"');
    assert((await lensTitles(editor)).includes("Prove ✗ violated"));

    await editor.change(cluster, pair("crash").replace("priority 1", "priority 2"));
    await editor.diagnostics(cluster, (all) => all.every(({ code }) => code !== "proof-violated"));
    for (;;) {
      const titles = await lensTitles(editor);
      if (titles.some((title) => /^Prove ✓ holds, [\d,]+ states$/.test(title ?? ""))) break;
    }
    // What came out before is told again without being proved again.
    await editor.change(cluster, pair("cut"));
    await editor.diagnostics(cluster, (all) => all.some(({ code }) => code === "proof-violated"));
    await editor.stop();
  });

  it("offer proved repairs as quick fixes", async () => {
    const editor = await Editor.start();
    await editor.open(cluster, pair("cut"));
    await editor.diagnostics(cluster, (all) => all.some(({ code }) => code === "proof-violated"));
    for (;;) {
      const actions = await editor.askFile<CodeAction[]>("textDocument/codeAction", cluster, {
        range: { start: editor.position(cluster, '"cut"'), end: editor.position(cluster, '"cut"') },
        context: { diagnostics: [] },
      });
      const repair = actions.find(({ title }) => title.includes("proved"));
      if (repair === undefined) continue;
      assert(repair.edit?.changes?.[cluster] !== undefined);
      break;
    }
    await editor.stop();
  });

  it("are as loud as the settings say, and silent where a comment says so", async () => {
    const editor = await Editor.start({ settings: { rules: { "proof-violated": "hint" } } });
    await editor.open(cluster, pair("cut"));
    await editor.diagnostics(cluster, (all) =>
      all.some(({ code, severity }) => code === "proof-violated" && severity === 4),
    );
    await editor.change(cluster, pair("cut").replace("prove", "# lkcluster-disable-next-line proof-violated\nprove"));
    await editor.diagnostics(cluster, (all) => all.every(({ code }) => code !== "proof-violated"));
    for (;;) if ((await lensTitles(editor)).includes("Prove ✗ violated")) break;
    await editor.stop();
  });

  it("that nobody wrote are made of a large cluster when they are asked for", async () => {
    const large = "file:///w/large.lk";
    const parts = Array.from({ length: 101 }, (_, index) => `  resource part-${index} gen/app { servers a 1, b 10 }\n`);
    const editor = await Editor.start();
    await editor.open(
      large,
      pair("cut")
        .replace(/^prove[\s\S]*/m, "")
        .replace(/}\n$/, `${parts.join("")}}\n`),
    );
    await editor.open(cluster, pair("cut"));
    // Both were planned at one moment, the large one first.
    await editor.diagnostics(cluster, (all) => all.some(({ code }) => code === "proof-violated"));
    const isTold = (all: readonly { readonly code?: unknown }[]): boolean =>
      all.some(({ code }) => code === "proof-violated");
    await editor.diagnostics(large, (all) => !isTold(all));
    const lenses = await editor.askFile<CodeLens[]>("textDocument/codeLens", large);
    const lens = lenses.find(({ command }) => command?.title === "Run the standard proofs");
    assert(lens?.command !== undefined);
    await editor.connection.sendRequest("workspace/executeCommand", lens.command);
    await editor.diagnostics(large, isTold);
    await editor.stop();
  });

  it("are not made when the user does not want them", async () => {
    const editor = await Editor.start({ settings: { proofs: { whileTyping: false } } });
    await editor.open(cluster, pair("cut"));
    await editor.diagnostics(cluster, () => true);
    assert((await lensTitles(editor)).includes("Prove"));
    await editor.configure({ proofs: { whileTyping: true } });
    await editor.diagnostics(cluster, (all) => all.some(({ code }) => code === "proof-violated"));
    await editor.stop();
  });

  it("offer a repair where the text is now, when lines have been added above it since", async () => {
    const editor = await Editor.start();
    await editor.open(cluster, pair("cut"));
    const repair = async (): Promise<CodeAction | undefined> => {
      const actions = await eventually(
        () =>
          editor.askFile<CodeAction[]>("textDocument/codeAction", cluster, {
            range: { start: editor.position(cluster, '"cut"'), end: editor.position(cluster, '"cut"') },
            context: { diagnostics: [] },
          }),
        (found) => found.some(({ title }) => title.includes("(proved")),
      );
      return actions.find(({ title }) => title.startsWith("Add a path"));
    };
    const repaired = async (): Promise<string> => {
      const text = editor.text(cluster);
      const lines = indexLines(text);
      const edits = (await repair())?.edit?.changes?.[cluster] ?? [];
      return applyEdits(
        text,
        edits.map(({ range, newText }) => ({
          span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
          newText,
        })),
      );
    };
    const before = await repaired();
    const added = "# two lines\n# that change nothing\n";
    await editor.change(cluster, added + pair("cut"));
    assert.equal(await repaired(), added + before);
    const found = await editor.diagnostics(cluster, (all) =>
      all.some(({ code, range }) => code === "proof-violated" && range.start.line === 9),
    );
    const violated = found.find(({ code }) => code === "proof-violated");
    assert(violated !== undefined);
    assert.equal(editor.textAt(cluster, violated.range), '"cut"');
    const related = violated.relatedInformation ?? [];
    assert.equal(
      editor.textAt(cluster, related[0]?.location.range ?? violated.range),
      "tcp 10.0.0.1 <-> 10.0.0.2 priority 1",
    );
    await editor.stop();
  });

  it("speak the language of the moment", async () => {
    const editor = await Editor.start();
    await editor.open(cluster, pair("cut"));
    await editor.diagnostics(cluster, (all) => all.some(({ code }) => code === "proof-violated"));
    await editor.configure({ language: "ja" });
    await editor.diagnostics(cluster, (all) => all.some(({ message }) => /は成り立ちません/.test(String(message))));
    assert((await lensTitles(editor)).some((title) => title?.endsWith("✗ 反例があります") === true));
    await editor.stop();
  });
});

/** `Prove` and what is said behind it, once there is something. */
async function verdicts(editor: Editor): Promise<readonly (string | undefined)[]> {
  const titles = await eventually(
    async () => (await lensTitles(editor)).filter((title) => title?.startsWith("Prove") === true),
    (all) => all.some((title) => title !== "Prove"),
  );
  return titles;
}

describe("the thread of the proofs", () => {
  let threads = new Threads();
  beforeEach(() => {
    threads = new Threads();
  });
  afterEach(() => threads.stopLooking());

  const running = (
    name: string,
    options: Partial<typeof usualThreadOptions> = {},
  ): Pick<EditorOptions, "machine" | "server"> => {
    const program = join(import.meta.dirname, "proving", `${name}.program.ts`);
    return {
      machine: { ...nodeMachine, startThread: threadRunning(program) },
      server: { prover: { ...usualProverOptions, thread: { ...usualThreadOptions, ...options } } },
    };
  };

  it("is one, and is gone when the server has been shut down, whatever it was at", async () => {
    const editor = await Editor.start({ settings: { proofs: { statesMax: 1_000_000_000 } } });
    const small = 'prove "small" { never split-brain up to 1 faults of crash }';
    const large = 'prove "large" { never split-brain up to 9 faults }';
    await editor.open(cluster, `${pair("cut").split("prove")[0]}${small}\n${large}\n`);
    assert.match((await verdicts(editor))[0] ?? "", /^Prove ✓ holds, \d+ states$/);
    assert.deepEqual([threads.begun, threads.living], [1, 1]);
    await editor.stop();
    assert.deepEqual([threads.begun, threads.living], [1, 0]);
  });

  it("gives up what an edit took away, however long it would have taken", async () => {
    const editor = await Editor.start({ settings: { proofs: { statesMax: 1_000_000_000 } } });
    const nodes = [1, 2, 3, 4, 5, 6, 7].map((number) => `node n${number} { set QUORUM_MODE = majority }`);
    const paths = nodes.flatMap((_, index) =>
      index === 0 ? [] : [`path n${index} <-> n${index + 1} { tcp a <-> b }`],
    );
    const large = `cluster large {\n${[...nodes, ...paths].join("\n")}\nresource app gen/app { servers n1 1, n2 2 }\n}\n`;
    const proofs = (faults: number): string =>
      `prove "first" { never split-brain up to 1 faults of crash }\nprove "next" { never outage up to ${faults} faults }\n`;
    await editor.open(cluster, large + proofs(30));
    assert.match((await verdicts(editor))[0] ?? "", /^Prove ✓/);
    await editor.change(cluster, `${large}${proofs(1).replaceAll("crash", "freeze")}`);
    await eventually(
      () => lensTitles(editor),
      (titles) => titles.filter((title) => /^Prove [✓✗]/.test(title ?? "")).length === 2,
    );
    await editor.stop();
    assert.equal(threads.living, 0);
  });

  for (const [language, told, verdict] of [
    ["en", /^A proof ended unexpectedly\. Everything else goes on/, "Prove ? ended unexpectedly"],
    ["ja", /^証明が異常終了しました。ほかの機能はそのまま使えます。/, "証明 ? 異常終了"],
  ] as const) {
    it(`that ends with a bug is told once, and the rest goes on (${language})`, async () => {
      const editor = await Editor.start({ locale: language, ...running("crashing") });
      await editor.open(cluster, `${pair("cut")}prove "two" { never outage up to 1 faults of crash }\n`);
      await eventually(
        () => lensTitles(editor),
        (titles) => titles.filter((title) => title === verdict).length === 2,
      );
      assert.equal(editor.shown.length, 1);
      assert.match(editor.shown[0] ?? "", told);
      const [first, second, ...more] = editor.errors.splice(0);
      assert.match(first ?? "", /a bug in order 1/);
      assert.match(second ?? "", /a bug in order 2/);
      assert.deepEqual(more, []);
      assert.equal(threads.begun, 2);
      assert(await editor.ask("textDocument/hover", cluster, "QUORUM_MODE"));
      await editor.stop();
    });
  }

  it("that cannot be started is tried three times, and again after the next change", async () => {
    const five = [1, 2, 3, 4, 5]
      .map((number) => `prove "${number}" { never outage up to ${number} faults }\n`)
      .join("");
    const failing = async (): Promise<Editor> => {
      const editor = await Editor.start({ ...running("missing") });
      await editor.open(cluster, pair("cut") + five);
      await eventually(
        () => lensTitles(editor),
        () => editor.errors.length === 3,
      );
      return editor;
    };
    const editor = await failing();
    // In the time in which another one fails three times, this one has not tried a fourth time.
    const another = await failing();
    assert.equal(editor.errors.length, 3);
    assert.equal(editor.shown.length, 1);
    await editor.change(cluster, pair("crash") + five);
    await eventually(
      () => lensTitles(editor),
      () => editor.errors.length > 3,
    );
    for (const each of [editor, another]) {
      each.errors.splice(0);
      await each.stop();
    }
  });

  it("that takes more memory than it may is stopped, and the rest goes on", async () => {
    const editor = await Editor.start({ ...running("greedy", { memoryMb: 32 }) });
    await editor.open(cluster, pair("cut"));
    assert.deepEqual(await verdicts(editor), ["Prove ? out of memory"]);
    assert.match(editor.shown[0] ?? "", /^A proof needed more than 32 MB of memory and was stopped\./);
    assert(await editor.ask("textDocument/hover", cluster, "QUORUM_MODE"));
    await editor.stop();
  });
});
