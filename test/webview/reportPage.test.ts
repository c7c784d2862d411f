// The page that `lkcluster report` writes, opened as whoever gets it opens it: from a file, in a real browser, without a
// network. It replays, speaks both languages, and shows a hostile name as a name.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { buildPageParts } from "../../scripts/pageParts.ts";
import { runCli } from "../cli/runCli.ts";
import { launchBrowser } from "./support/browser.ts";

const samples = fileURLToPath(new URL("../../samples/", import.meta.url));
const sizeMaxBytes = 500_000;

/** Names that would end an element, begin one, load something, or turn writing round. */
const hostile = `cluster "</script><script>document.title = 'owned'</script>" {
  lifekeeper 9.9.0
  node "<img src=https://evil.example/x onerror=alert(1)>" { address 192.0.2.1 }
  node "b'&quot;--><svg/onload=alert(1)>" { address 192.0.2.2 }
  witness w { address 192.0.2.3 }
  path "<img src=https://evil.example/x onerror=alert(1)>" <-> "b'&quot;--><svg/onload=alert(1)>" { tcp 192.0.2.1 <-> 192.0.2.2 priority 1 }
  path "<img src=https://evil.example/x onerror=alert(1)>" <-> w { tcp 192.0.2.1 <-> 192.0.2.3 priority 1 }
  path "b'&quot;--><svg/onload=alert(1)>" <-> w { tcp 192.0.2.2 <-> 192.0.2.3 priority 1 }
  resource "\${alert(1)}" gen/app { servers "<img src=https://evil.example/x onerror=alert(1)>" 1, "b'&quot;--><svg/onload=alert(1)>" 10 }
}
scenario "<!-- <script>" {
  crash "<img src=https://evil.example/x onerror=alert(1)>"
  expect "\${alert(1)}" active nowhere
}
`;

describe("a page of its own", function () {
  this.timeout(120_000);
  let browser: Browser;
  let folder: string;
  let opened: Page | undefined;
  let complaints: string[] = [];

  before(async function () {
    this.timeout(240_000);
    await buildPageParts();
    browser = await launchBrowser();
    folder = mkdtempSync(join(tmpdir(), "lk-page-"));
  });
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    await opened?.context().close();
    opened = undefined;
    assert.deepEqual(complaints, [], "errors in the page, or something its content security policy refused");
    complaints = [];
  });

  /** Writes it as the command line does, and opens it. */
  async function open(cluster: string, ...more: readonly string[]): Promise<Page> {
    const file = join(folder, "page.html");
    rmSync(file, { force: true });
    const { exitCode, errors } = await runCli(["report", "--html", file, ...more, cluster]);
    assert.deepEqual([exitCode, errors], [0, ""]);
    const size = statSync(file).size;
    assert.ok(size <= sizeMaxBytes, `${size} bytes`);
    const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("request", (request) => {
      if (!/^(file|data|blob):/.test(request.url())) complaints.push(`asked for ${request.url()}`);
    });
    page.on("dialog", (dialog) => {
      complaints.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(pathToFileURL(file).href);
    await page.locator(".shell").waitFor();
    opened = page;
    return page;
  }

  it("begins with the counterexample and steps through it", async () => {
    const page = await open(join(samples, "split-pair/pair.lk"));
    await page.locator('#moment-0[aria-current="step"]').waitFor();
    await page.locator("#moment-1", { hasText: "cut path left <-> right 1" }).waitFor();
    await page.locator('#moment-0[aria-current="step"]').focus();
    await page.keyboard.press("ArrowDown");
    await page.locator('#moment-1[aria-current="step"]').waitFor();
    await page.locator("button[aria-label='Go to the end']").click();
    await page.locator('[data-key="node:right"].serving').waitFor();
    await page.locator('[data-key="node:left"].serving').waitFor();
    const verdict = page.locator("section", { has: page.locator("#proofs") }).locator("td.bad");
    assert.match((await verdict.innerText()).replace(/\s+/g, " "), /✗ violated/);
  });

  it("begins with the scenario that is asked for, and plays on from there", async () => {
    const page = await open(join(samples, "aws-hulft/hulft.lk"), "--start", "an availability zone fails");
    await page.locator("#moment-1", { hasText: "az-a" }).waitFor();
    await page.locator("button[aria-label='Go to the end']").click();
    await page.locator('[data-key="node:sec"].serving').waitFor();
  });

  it("speaks both languages, and shows the line that a reason rests on", async () => {
    const page = await open(join(samples, "split-pair/pair.lk"));
    await page.locator('[data-language="ja"]').click();
    await page.getByRole("heading", { name: "証明", exact: true }).waitFor();
    await page.locator("#tab-timeline", { hasText: "タイムライン" }).waitFor();
    await page.locator('[data-language="en"]').click();
    await page.locator("#tab-timeline", { hasText: "Time line" }).waitFor();
    await page.locator("button[aria-label='Go to the end']").click();
    await page.locator(".reason .link").first().click();
    await page.locator(".report-source .marked").waitFor();
  });

  it("offers nothing that would change a text", async () => {
    const page = await open(join(samples, "split-pair/pair.lk"));
    await page.locator("#tab-prove").click();
    await page.locator(".proof-title").first().waitFor();
    await page.locator(".verdict.violated").first().waitFor();
    assert.equal(await page.locator(".repairs").count(), 0);
  });

  it("shows hostile names as names, in the record and in the panel", async () => {
    const file = join(folder, "hostile.lk");
    writeFileSync(file, hostile);
    const page = await open(file);
    assert.match(await page.title(), /^<\/script><script>/);
    assert.match(await page.locator(".report-head h1").innerText(), /^<\/script><script>document\.title/);
    assert.equal(await page.locator("img").count(), 0);
    await page.locator("button[aria-label='Go to the end']").click();
    const html = readFileSync(join(folder, "page.html"), "utf8");
    // The data, the packed panel and the boot script, and no other.
    assert.equal(html.match(/<script/g)?.length, 3);
  });

  it("has the whole record without its script", async () => {
    const page = await open(join(samples, "azure-storage-quorum/azure.lk"), "--replace-names");
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    const still = await context.newPage();
    await still.goto(page.url());
    const text = await still.locator("body").innerText();
    await context.close();
    for (const word of ["cluster-1", "Proofs", "✓ holds", "scenario-3", "needs a browser"])
      assert.ok(text.includes(word), word);
    assert.doesNotMatch(
      readFileSync(join(folder, "page.html"), "utf8").split('id="report-panel"')[0] ?? "",
      /azvm|quorum-disk/,
    );
  });

  it("is refused where it would be a lie: a file with errors, a title that nobody has", async () => {
    const broken = join(folder, "broken.lk");
    writeFileSync(broken, hostile.replace("witness w {", "witness x {"));
    const target = join(folder, "none.html");
    assert.equal((await runCli(["report", "--html", target, broken])).exitCode, 1);
    const unknown = await runCli([
      "report",
      "--html",
      target,
      "--start",
      "nobody",
      join(samples, "split-pair/pair.lk"),
    ]);
    assert.deepEqual(
      [unknown.exitCode, unknown.errors],
      [2, 'lkcluster: no scenario and no proof has the title "nobody".\n'],
    );
    assert.equal((await runCli(["report", join(samples, "split-pair/pair.lk")])).exitCode, 2);
    assert.throws(() => statSync(target));
  });
});
