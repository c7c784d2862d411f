// Scenarios while typing: what comes out stands beside each expectation and in the lens, a scenario that does not come
// out is one problem, and nothing is told that a text no longer says.

import assert from "node:assert/strict";
import type { CodeLens, InlayHint } from "vscode-languageserver/node";
import type { Standing } from "../../server/src/session.ts";
import { Editor } from "./editor.ts";

const cluster = "file:///w/trio.lk";

const trio = (expected: string): string => `cluster trio {
  lifekeeper 9.9.0
  node A { address 10.0.0.1 }
  node B { address 10.0.0.2 }
  witness W { address 10.0.0.3 }
  path A <-> B { tcp 10.0.0.1 <-> 10.0.0.2 priority 1 }
  path A <-> W { tcp 10.0.0.1 <-> 10.0.0.3 priority 1 }
  path B <-> W { tcp 10.0.0.2 <-> 10.0.0.3 priority 1 }
  resource app gen/app { servers A 1, B 2 }
}
scenario "A loses its network" {
  isolate A
${expected}}
prove "nothing much" { never split-brain up to 1 faults of crash }
`;

const good = "  expect no quorum on A\n  expect app active on B within 60s\n";

/** What is asked again until it fits. Each answer is waited for, so that the server has its turn. */
async function eventually<Answer>(ask: () => Promise<Answer>, fits: (answer: Answer) => boolean): Promise<Answer> {
  for (let turn = 0; ; turn++) {
    const answer = await ask();
    if (fits(answer)) return answer;
    assert(turn < 100_000, `still ${JSON.stringify(answer)}`);
  }
}

/** `line: label` of the hints beside expectations. */
async function hints(editor: Editor): Promise<readonly string[]> {
  const end = { line: editor.text(cluster).split("\n").length, character: 0 };
  const found = await editor.askFile<InlayHint[]>("textDocument/inlayHint", cluster, {
    range: { start: { line: 0, character: 0 }, end },
  });
  return found
    .map(({ position, label }) => {
      const text = typeof label === "string" ? label : label.map(({ value }) => value).join("");
      return `${position.line + 1}:${text}`;
    })
    .filter((text) => /[✓✗]/.test(text));
}

async function lens(editor: Editor, before: string): Promise<string | undefined> {
  const lenses = await editor.askFile<CodeLens[]>("textDocument/codeLens", cluster);
  return lenses.map(({ command }) => command?.title).find((title) => title?.startsWith(before));
}

describe("scenarios while typing", () => {
  it("tell what came out beside each expectation, and ✓ in the lens", async () => {
    const editor = await Editor.start();
    await editor.open(cluster, trio(good));
    const found = await eventually(
      () => hints(editor),
      (all) => all.length > 0,
    );
    assert.deepEqual(found, ["13: ✓ no quorum on A", "14: ✓ app on B after 15 s"]);
    assert.equal(await lens(editor, "Run scenario"), "Run scenario ✓");
    await editor.stop();
  });

  it("that do not come out are one problem, with the reason and the event that decided", async () => {
    const editor = await Editor.start();
    await editor.open(cluster, trio("  expect app active on A\n  expect quorum on A\n  expect B up\n"));
    const all = await editor.diagnostics(cluster, (some) => some.some(({ code }) => code === "scenario-failed"));
    const failed = all.filter(({ code }) => code === "scenario-failed");
    assert.equal(failed.length, 1);
    const [problem] = failed;
    assert(problem !== undefined);
    assert.equal(problem.severity, 2);
    assert.equal(editor.textAt(cluster, problem.range), "expect app active on A");
    assert.match(String(problem.message), /^Expected 'app active on A', but: app active on B\. At 15 s, B: ./);
    const related = (problem.relatedInformation ?? []).map(({ location, message }) => ({
      at: editor.textAt(cluster, location.range),
      message,
    }));
    assert.deepEqual(related[0], { at: "expect quorum on A", message: "not met either: A has no quorum" });
    assert(related.length > 1, "no event is named");
    assert.deepEqual(await hints(editor), ["13: ✗ app on B after 15 s", "14: ✗ no quorum on A", "15: ✓ B up"]);
    assert.equal(await lens(editor, "Run scenario"), "Run scenario ✗ 2 of 3 not met");

    // An edit that mends it takes everything back.
    await editor.change(cluster, trio(good));
    await editor.diagnostics(cluster, (some) => some.every(({ code }) => code !== "scenario-failed"));
    await editor.stop();
  });

  it("follow the text around them at once, and say nothing about a text that says something else", async () => {
    const editor = await Editor.start();
    await editor.open(cluster, trio(good));
    await eventually(
      () => hints(editor),
      (all) => all.length > 0,
    );
    // Only places changed: told in the very next answer, two lines further down.
    await editor.change(cluster, `# a word\n# another\n${trio(good)}`);
    assert.deepEqual(await hints(editor), ["15: ✓ no quorum on A", "16: ✓ app on B after 15 s"]);
    // The cluster is another: nothing of the former is told.
    await editor.change(cluster, trio(good).replace("servers A 1, B 2", "servers A 1"));
    assert.deepEqual(await hints(editor), []);
    assert.equal(await lens(editor, "Run scenario"), "Run scenario");
    await editor.change(cluster, trio(good));
    await eventually(
      () => hints(editor),
      (all) => all.length === 2,
    );
    // The scenario is another.
    await editor.change(cluster, trio(good).replace("isolate A", "crash A"));
    assert.deepEqual(await hints(editor), []);
    // The text is no cluster any more, or this scenario has an error of its own.
    for (const broken of [trio(good).replace("node B", "nod B"), trio(good).replace("isolate A", "isolate Z")]) {
      await editor.change(cluster, trio(good));
      await eventually(
        () => hints(editor),
        (all) => all.length === 2,
      );
      await editor.change(cluster, broken);
      assert.deepEqual(await hints(editor), []);
      assert.equal(await lens(editor, "Run scenario"), "Run scenario");
    }
    await editor.stop();
  });

  it("are as loud as the settings say, and silent where a comment says so", async () => {
    const editor = await Editor.start({ settings: { rules: { "scenario-failed": "information" } } });
    const bad = "  expect app active on A\n";
    await editor.open(cluster, trio(bad));
    const isTold = (code: unknown): boolean => code === "scenario-failed";
    await editor.diagnostics(cluster, (all) => all.some(({ code, severity }) => isTold(code) && severity === 3));
    await editor.change(cluster, trio(`  # lkcluster-disable-next-line scenario-failed\n${bad}`));
    await eventually(
      () => hints(editor),
      (all) => all.length === 1,
    );
    const quiet = await editor.diagnostics(cluster, (all) => !all.some(({ code }) => isTold(code)));
    assert(!quiet.some(({ code }) => code === "unknown-suppression"));
    await editor.change(cluster, trio(bad));
    await editor.diagnostics(cluster, (all) => all.some(({ code }) => isTold(code)));
    await editor.configure({ rules: { "scenario-failed": "off" } });
    await editor.diagnostics(cluster, (all) => !all.some(({ code }) => isTold(code)));
    await editor.stop();
  });

  it("are run where proofs are not wanted", async () => {
    const editor = await Editor.start({ settings: { proofs: { whileTyping: false } } });
    await editor.open(cluster, trio(good));
    await eventually(
      () => hints(editor),
      (all) => all.length === 2,
    );
    assert.equal(await lens(editor, "Prove"), "Prove");
    await editor.stop();
  });

  it("speak Japanese", async () => {
    const editor = await Editor.start({ locale: "ja" });
    await editor.open(cluster, trio("  expect app active on A\n  expect app active on B within 60s\n"));
    const all = await editor.diagnostics(cluster, (some) => some.some(({ code }) => code === "scenario-failed"));
    const problem = all.find(({ code }) => code === "scenario-failed");
    assert.match(
      String(problem?.message),
      /^'app active on A' を期待しましたが、実際の結果は次のとおりです: app active on B。/,
    );
    assert.deepEqual(await hints(editor), ["13: ✗ app は B（15 秒後）", "14: ✓ app は B（15 秒後）"]);
    assert.equal(await lens(editor, "シナリオ"), "シナリオを実行 ✗ 2 件中 1 件が不成立");
    await editor.stop();
  });

  it("and proofs are told in figures to an editor that wants them", async () => {
    const editor = await Editor.start({ options: { standing: true } });
    const standings: (Standing & { readonly uri: string })[] = [];
    editor.connection.onNotification("lifekeeper/standing", (standing) => {
      standings.push(standing);
    });
    await editor.open(cluster, trio(good));
    const last = await eventually(
      async () => {
        await hints(editor);
        return standings.at(-1);
      },
      (standing) => standing?.scenarios.passed === 1 && standing.proofs.hold === 1,
    );
    assert.deepEqual(last, {
      uri: cluster,
      scenarios: { passed: 1, failed: 0 },
      failedScenarios: [],
      proofs: { of: 1, hold: 1, violated: 0, incomplete: 0 },
    });
    await editor.change(cluster, trio("  expect app active on A\n"));
    await eventually(
      async () => {
        await hints(editor);
        return standings.at(-1);
      },
      (standing) => standing?.failedScenarios[0] === "A loses its network",
    );
    // Broken: nothing that was said before still counts.
    await editor.change(cluster, trio(good).replace("node B", "nod B"));
    await eventually(
      async () => {
        await hints(editor);
        return standings.at(-1);
      },
      (standing) => standing?.scenarios.passed === 0 && standing.scenarios.failed === 0 && standing.proofs.of === 0,
    );
    await editor.stop();
  });
});
