// The whole panel in a real browser, driven as a user drives it: by mouse, by keyboard alone, in both languages.

import assert from "node:assert/strict";
import { choose } from "./support/panelPage.ts";
import { panelSuite } from "./support/panelSuite.ts";
import { sampleTexts } from "./support/samples.ts";

const hulft = sampleTexts("aws-hulft", "hulft.lk");
const azure = sampleTexts("azure-storage-quorum", "azure.lk");

describe("the panel in a browser", function () {
  this.timeout(60_000);
  const open = panelSuite();

  it("crashes the active node by mouse, and the standby takes over", async () => {
    const panel = await open(hulft);
    await choose(panel, "node:prim", "crash prim");
    await panel.page.locator('[data-key="node:prim"].down').waitFor();
    await panel.page.locator('[data-key="node:sec"].serving').waitFor();
    const label = await panel.thing("node:sec").getAttribute("aria-label");
    assert.match(label ?? "", /In service: hulft/);
    await panel.page.locator("#tab-hierarchies").click();
    const cell = panel.page.locator('[data-key="resource:sec:hulft"]');
    assert.match((await cell.textContent()) ?? "", /ISP/);
  });

  it("does the same by keyboard alone, and gives the focus back", async () => {
    const panel = await open(hulft);
    const { page } = panel;
    await page.locator('#topology [tabindex="0"]').focus();
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-key")), "node:prim");
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-key")), "link:0:0");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    await page.locator(".menu.placed .menu-item:focus").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".menu").waitFor({ state: "detached" });
    await page.waitForFunction(() => document.activeElement?.getAttribute("data-key") === "node:prim");
    await page.keyboard.press("Enter");
    await page.locator(".menu.placed .menu-item:focus").waitFor();
    await page.keyboard.press("Enter");
    await page.locator('[data-key="node:prim"].down').waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute("data-key") === "node:prim");
  });

  it("moves through the time line with the arrow keys, and the drawing follows", async () => {
    const panel = await open(hulft);
    const { page } = panel;
    await choose(panel, "node:prim", "crash prim");
    await page.locator('tr.moment[aria-current="step"]').last().focus();
    await page.keyboard.press("Home");
    await page.locator('#moment-0[aria-current="step"]').waitFor();
    await page.locator('[data-key="node:prim"].serving').waitFor();
    await page.keyboard.press("ArrowDown");
    await page.locator('#moment-1[aria-current="step"]').waitFor();
    await page.locator('[data-key="node:prim"].down').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "moment-1");
    const said = await page.locator('[role="status"]').textContent();
    assert.match(said ?? "", /crash prim/);
  });

  it("says why, with the source, and asks the host for the line", async () => {
    const panel = await open(hulft);
    await choose(panel, "node:prim", "crash prim");
    await panel.page.locator(".reason .source").first().waitFor();
    await panel.page.locator(".reason .link").first().click();
    const asked = (await panel.sent()).find(({ kind }) => kind === "reveal");
    assert.ok(asked !== undefined && asked.kind === "reveal" && asked.file === "hulft.lk");
    assert.ok(asked.span.end > asked.span.start);
  });

  it("answers why a thing is as it is, and goes to the moment that made it so", async () => {
    const panel = await open(hulft);
    const { page } = panel;
    await choose(panel, "node:prim", "crash prim");
    await page.locator("#tab-hierarchies").click();
    await choose(panel, "node:sec", "hulft comes in service");
    await page.locator("tr.moment.shown", { hasText: "hulft comes in service" }).waitFor();
    await page.locator(".reason .source").first().waitFor();
  });

  it("fails several marked things at the same moment", async () => {
    const panel = await open(azure);
    const { page } = panel;
    await panel.thing("link:0:0").click({ modifiers: ["Control"] });
    await panel.thing("storage-reach:quorum-disk:azvm-1").focus();
    await page.keyboard.press("Space");
    await page.locator(".marks vscode-button").first().click();
    const done = page.locator(".moment.outside");
    await done.nth(1).waitFor();
    assert.equal(await done.count(), 2);
    assert.equal(await page.locator(".marks").count(), 0);
    assert.equal(await page.locator("#topology .link.alive").count(), 1);
  });

  it("branches from the middle of a run, undoes, and offers both runs", async () => {
    const panel = await open(azure);
    const { page } = panel;
    await choose(panel, "node:azvm-1", "crash azvm-1");
    await page.locator("#moment-1").click();
    await choose(panel, "node:azvm-1", "boot azvm-1");
    await page.locator("vscode-option[data-run='2']").waitFor({ state: "attached" });
    await page.locator('[data-key="node:azvm-1"].down').waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await page.locator("vscode-option[data-run='2']").waitFor({ state: "detached" });
    await page.locator('[data-key="node:azvm-1"].down').waitFor();
  });

  it("replays a scenario of the file from its start", async () => {
    const panel = await open(azure);
    await panel.post({ kind: "show", what: { kind: "scenario", title: "the active node crashes" } });
    await panel.page.locator('#moment-0[aria-current="step"]').waitFor();
    await panel.page.locator("#moment-1", { hasText: "crash azvm-1" }).waitFor();
    await panel.page.locator("button[aria-label='Go to the end']").click();
    await panel.page.locator('[data-key="node:azvm-2"].serving').waitFor();
  });

  it("follows edits live and keeps the run", async () => {
    const panel = await open(hulft);
    await choose(panel, "node:prim", "crash prim");
    await panel.page.locator('[data-key="node:sec"].serving').waitFor();
    const text = hulft["hulft.lk"] ?? "";
    await panel.edit({ ...hulft, "hulft.lk": text.replaceAll("hulft-snd", "hulft-send") });
    await panel.page.locator("#tab-hierarchies").click();
    await panel.page.locator('[data-key="resource:sec:hulft-send"]').waitFor();
    await panel.page.locator('[data-key="node:sec"].serving').waitFor();
  });

  it("says what keeps a broken file from being simulated, and comes back when it is whole", async () => {
    const panel = await open(hulft);
    await panel.page.locator("#topology").waitFor();
    const text = hulft["hulft.lk"] ?? "";
    await panel.edit({ ...hulft, "hulft.lk": text.replace("path prim <-> sec", "path prim <-> nobody") });
    await panel.page.locator(".notice .problems li").first().waitFor();
    assert.equal(await panel.page.locator("#topology").count(), 1, "what was drawn stays while somebody types");
    await panel.edit({ ...hulft, "hulft.lk": "" });
    await panel.page.locator(".empty").waitFor();
    await panel.edit(hulft);
    await panel.page.locator("#topology").waitFor();
    assert.equal(await panel.page.locator(".notice .problems").count(), 0);
  });

  it("lists what is wrong when a file cannot be simulated from the start", async () => {
    const text = hulft["hulft.lk"] ?? "";
    const panel = await open({
      ...hulft,
      "hulft.lk": text.replace("path prim <-> sec", "path prim <-> nobody"),
    });
    await panel.page.locator(".problems li").first().waitFor();
    assert.equal(await panel.page.locator("#topology").count(), 0);
  });

  it("says what an edit changes for the run that is shown", async () => {
    const pair = sampleTexts("split-pair", "pair.lk");
    const panel = await open(pair);
    await choose(panel, "node:left", "crash left");
    const text = pair["pair.lk"] ?? "";
    assert.equal(await panel.page.locator(".notice", { hasText: "After your edit" }).count(), 0);
    await panel.edit({ ...pair, "pair.lk": text.replace(/servers left 1, right 10/, "servers left 1") });
    const said = await panel.page.locator(".notice", { hasText: "After your edit" }).textContent();
    assert.match(said ?? "", /app leaves left and runs nowhere/);
    assert.match(said ?? "", /Before:\s+app moves from left to right/);
    await panel.edit(pair);
    await panel.page.locator(".notice", { hasText: "After your edit" }).waitFor({ state: "detached" });
  });

  it("comes back after a reload with what the user arranged", async () => {
    const panel = await open(hulft);
    await choose(panel, "node:prim", "crash prim");
    await panel.page.locator("#tab-hierarchies").click();
    await panel.page.locator(".hierarchies").waitFor();
    const saved = await panel.saved();
    await panel.close();
    const again = await open(hulft, { saved });
    await again.page.locator(".hierarchies").waitFor();
    await again.page.locator('[data-key="node:prim"].down').waitFor();
  });

  it("saves the run as a scenario at the end of the file", async () => {
    const panel = await open(hulft);
    await choose(panel, "node:prim", "crash prim");
    await panel.page.locator('[data-key="export"]').click();
    await panel.page.locator(".menu.placed .menu-item").first().click();
    const asked = (await panel.sent()).find(({ kind }) => kind === "edit");
    assert.ok(asked !== undefined && asked.kind === "edit");
    assert.match(asked.edits[0]?.newText ?? "", /scenario "crash prim" \{\n {2}crash prim\n/);
    assert.match(asked.edits[0]?.newText ?? "", /expect hulft active on sec/);
    assert.equal(asked.edits[0]?.span.start, (hulft["hulft.lk"] ?? "").length);
  });

  it("copies the run as Markdown and the drawing as SVG without variables", async () => {
    const panel = await open(hulft);
    await choose(panel, "node:prim", "crash prim");
    for (const entry of ["Copy as Markdown", "Copy the drawing as SVG"]) await choose(panel, "export", entry);
    const copies = (await panel.sent()).flatMap((message) => (message.kind === "copy" ? [message.text] : []));
    assert.match(copies[0] ?? "", /^# hulft-aws\n/);
    assert.match(copies[1] ?? "", /^<svg [^>]*xmlns=/);
    assert.doesNotMatch(copies[1] ?? "", /var\(|class=/);
  });

  it("saves the drawing as a PNG", async () => {
    const panel = await open(hulft);
    await panel.thing("export").click();
    await panel.page.locator(".menu.placed .menu-item", { hasText: "Save the drawing as PNG" }).click();
    await panel.page.waitForFunction(() =>
      (window as unknown as { sentToHost: { kind: string }[] }).sentToHost.some(({ kind }) => kind === "save"),
    );
    const saved = (await panel.sent()).find(({ kind }) => kind === "save");
    assert.ok(saved !== undefined && saved.kind === "save" && saved.encoding === "base64");
    assert.equal(Buffer.from(saved.content, "base64").subarray(1, 4).toString("latin1"), "PNG");
  });

  it("asks the administrator's question at the moment at which it is open, and goes on with the answer", async () => {
    const text = (azure["azure.lk"] ?? "").replace("node azvm-2 {", "node azvm-2 { confirm-failover");
    const panel = await open({ ...azure, "azure.lk": text });
    const { page } = panel;
    await choose(panel, "node:azvm-1", "crash azvm-1");
    await page.locator(".moment", { hasText: "Asks an administrator" }).first().click();
    await page.locator(".notice vscode-button", { hasText: "No, block" }).click();
    await page.locator("#moment-1").waitFor();
    await page.locator("tr.moment.shown", { hasText: "blocks the failover" }).waitFor();
    assert.equal(await page.locator("#topology .node.serving").count(), 0);
  });

  it("lets the user decide the contest for a reservation", async () => {
    const panel = await open({
      "contest.lk": `cluster contest {
        quorum-package none
        node a { address 10.0.0.1 }
        node b { address 10.0.0.2 }
        path a <-> b { tcp 10.1.0.1 <-> 10.1.0.2 priority 1 tcp 10.2.0.1 <-> 10.2.0.2 priority 2 }
        resource app gen/app { servers a 1, b 10 resource disk scsi/disk { reserved } }
      }`,
    });
    const { page } = panel;
    await panel.thing("link:0:0").click({ modifiers: ["Control"] });
    await panel.thing("link:0:1").click({ modifiers: ["Control"] });
    await page.locator(".marks vscode-button").first().click();
    await page.locator(".notice vscode-button", { hasText: "b takes it" }).click();
    await panel.page.locator('[data-key="node:b"].serving').waitFor();
    await page.locator(".notice vscode-button").first().waitFor({ state: "detached" });
  });

  it("says where the documents are silent, and plays the run with the other answer", async () => {
    const panel = await open(hulft);
    const { page } = panel;
    await choose(panel, "node:sec", "isolate sec");
    await page.locator('[data-key="node:sec"].down').waitFor();
    await page.locator(".moment", { hasText: "Halts at once" }).click();
    await page.locator(".reason button", { hasText: "Play it with the other answer" }).click();
    await page.locator('[data-key="node:sec"].down').waitFor({ state: "detached" });
    await page
      .locator("vscode-option", { hasText: "standby-loss-action = only-with-resources" })
      .waitFor({ state: "attached" });
  });

  it("keeps the shown moment in sight with its reason, and scrolls nothing but the table", async () => {
    const panel = await open(hulft, { width: 560, height: 640 });
    await choose(panel, "node:prim", "crash prim");
    const { page } = panel;
    await page.locator(".reason").waitFor();
    const inSight = () =>
      page.waitForFunction(() => {
        const frame = document.querySelector(".tab-panel")?.getBoundingClientRect();
        const row = document.querySelector(".moment.shown")?.getBoundingClientRect();
        // In a narrow panel the head of the table is only for the screen reader.
        const head = document.querySelector(".timeline thead")?.getBoundingClientRect().height ?? 0;
        const covered = head > 2 ? 20 : 0;
        return (
          frame !== undefined && row !== undefined && row.top >= frame.top + covered && row.top < frame.bottom - 20
        );
      });
    await inSight();
    for (const name of ["Go to the start", "One step forward", "Go to the end", "One step back"]) {
      await page.locator(`button[aria-label='${name}']`).click();
      await inSight();
    }
    assert.equal(await page.evaluate(() => document.querySelector(".bar")?.getBoundingClientRect().top), 0);
    assert.equal(await page.evaluate(() => document.scrollingElement?.scrollTop), 0);
  });

  it("never loses the focus when what has it goes away", async () => {
    const panel = await open(sampleTexts("split-pair", "pair.lk"));
    const { page } = panel;
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute("data-key") ?? document.activeElement?.id);
    await page.locator("#tab-prove").click();
    await page.locator(".proof .trace button").focus();
    await page.keyboard.press("Enter");
    await page.locator('#moment-0[aria-current="step"]').waitFor();
    await page.waitForFunction(() => document.activeElement?.id === "tab-timeline");
    await panel.thing("node:left").focus();
    await page.keyboard.press("Space");
    await page.locator(".marks vscode-button").last().focus();
    await page.keyboard.press("Enter");
    await page.locator(".marks").waitFor({ state: "detached" });
    await page.waitForFunction(() => document.activeElement?.closest("#topology") !== null);
    await page.locator("button[aria-label='Undo']").focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "Undo");
    assert.notEqual(await focused(), undefined);
  });

  it("shows the links of a network while the pointer is over it", async () => {
    const panel = await open(azure);
    await panel.thing("network:heartbeat-a").hover();
    await panel.page.locator('[data-key="link:0:0"].lit').waitFor();
    assert.equal(await panel.page.locator("#topology .lit").count(), 1);
    await panel.thing("node:azvm-1").hover();
    await panel.page.locator("#topology .lit").waitFor({ state: "detached" });
  });

  it("draws names that look like markup, quotes and other scripts as the text they are", async () => {
    const names = ["<img src=x onerror=alert(1)>", 'a"b', "本番サーバー01", "$x`&amp;", "x".repeat(120)];
    const quoted = names.map((name) => JSON.stringify(name));
    const pairs = quoted.flatMap((a, index) => quoted.slice(index + 1).map((b) => [a, b] as const));
    const panel = await open({
      "names.lk": `cluster ${quoted[0]} {
        ${quoted.map((name, index) => `node ${name} { address 10.0.0.${index + 1} }`).join("\n")}
        ${pairs.map(([a, b]) => `path ${a} <-> ${b} { tcp 1.1.1.1 <-> 1.1.1.2 tcp 2.1.1.1 <-> 2.1.1.2 }`).join("\n")}
        resource "</text><script>" gen/app { servers ${quoted[1]} 1, ${quoted[2]} 10 }
      }`,
    });
    await panel.page.locator("#topology .node").nth(4).waitFor();
    for (const tab of ["hierarchies", "sequence", "prove", "advise", "timeline"]) {
      await panel.page.locator(`#tab-${tab}`).click();
    }
    const key = `node:${names[1]}`;
    await panel.page.evaluate((wanted) => {
      const found = [...document.querySelectorAll<SVGElement>("[data-key]")].find(
        (thing) => thing.dataset["key"] === wanted,
      );
      found?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    }, key);
    await panel.page.locator(".menu.placed .menu-item").first().click();
    await panel.page.locator("#topology .node.down").waitFor();
    assert.equal(await panel.page.locator("img, script:not([nonce])").count(), 0);
  });

  it("shows the beginning of a scenario that is too long, and says so", async () => {
    const text = `${hulft["hulft.lk"]}\nscenario "long" {\n${"freeze wit wait 1s thaw wit wait 1s\n".repeat(1500)}}\n`;
    const panel = await open({ ...hulft, "hulft.lk": text });
    await panel.post({ kind: "show", what: { kind: "scenario", title: "long" } });
    await panel.page.locator(".notice", { hasText: "longer than the panel shows" }).waitFor();
    await panel.page.locator("#moment-1").waitFor();
  });

  it("speaks Japanese as soon as the host says so", async () => {
    const panel = await open(hulft);
    await panel.edit(hulft, "ja");
    await panel.page.locator("#tab-hierarchies", { hasText: "リソース階層" }).waitFor();
    assert.equal(await panel.page.locator("main").getAttribute("lang"), "ja");
    await panel.page.locator("vscode-single-select", { hasText: "通常の状態" }).waitFor();
    const shown = panel.page.locator("vscode-single-select .select-face, vscode-single-select .text").first();
    assert.match((await shown.textContent()) ?? "", /通常の状態/);
  });

  it("shows the drawing as tables with the same menus", async () => {
    const panel = await open(azure);
    await panel.page.locator(".corner button").click();
    await choose(panel, "node:azvm-1", "crash azvm-1");
    await panel.page.locator(".topology-tables td.condition.off").waitFor();
  });

  it("does not move when motion is not wanted", async () => {
    const panel = await open(hulft, { reducedMotion: true });
    await choose(panel, "node:prim", "crash prim");
    const animation = await panel.page
      .locator('[data-key="node:prim"] > .card')
      .evaluate((card) => getComputedStyle(card).animationName);
    assert.equal(animation, "none");
  });
});
