// docs/documents-tutorial.md, walked through as it stands: its files are written, each of its commands is run in its
// order, and what it shows is what is printed. `UPDATE=1` writes what is printed into the page.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runCli } from "./runCli.ts";

/** What only this machine's clock says. */
function steady(text: string): string {
  return text.replace(/\d+(?:\.\d+)? ms/g, "… ms");
}

async function printed(command: string, folder: string, language: string): Promise<string> {
  if (!command.startsWith("lkcluster ")) {
    const { status, stdout, stderr } = spawnSync("sh", ["-c", command], { cwd: folder, encoding: "utf8" });
    assert.equal(status, 0, `${command}: ${stderr}`);
    return stdout;
  }
  const environment = { LANG: language === "ja" ? "ja_JP.UTF-8" : "C" };
  const { output, errors } = await runCli(command.split(" ").slice(1), {
    directory: folder,
    columns: 100,
    environment,
  });
  return steady(`${output}${errors}`);
}

for (const [page, language] of [
  ["docs/documents-tutorial.md", "en"],
  ["docs/documents-tutorial.ja.md", "ja"],
] as const) {
  describe(`the tutorial ${page}`, () => {
    it("does what it says, from the first file to the last command", async () => {
      const folder = mkdtempSync(join(tmpdir(), "tutorial-"));
      const text = readFileSync(page, "utf8");
      const blocks = [...text.matchAll(/^```(lk|ini|console)\n([\s\S]*?)^```/gm)];
      let walked = text;
      let commands = 0;
      try {
        for (const [block, kind, body = ""] of blocks) {
          if (kind === "lk") writeFileSync(join(folder, "payroll.lk"), body);
          if (kind === "ini") {
            const [, name = ""] = /^# (\S+)\n/.exec(body) ?? [];
            mkdirSync(join(folder, dirname(name)), { recursive: true });
            writeFileSync(join(folder, name), body);
          }
          if (kind !== "console") continue;
          let made = "";
          for (const [, command = ""] of body.matchAll(/^\$ (.*)$/gm)) {
            commands++;
            const said = await printed(command, folder, language);
            made += `$ ${command}\n${said.trimEnd()}${said === "" ? "" : "\n"}`;
          }
          walked = walked.replace(block, () => `\`\`\`console\n${made}\`\`\``);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
      assert.ok(commands > 10, `${commands} commands`);
      if (process.env["UPDATE"] !== undefined) writeFileSync(page, walked);
      else assert.equal(text, walked);
    });
  });
}
