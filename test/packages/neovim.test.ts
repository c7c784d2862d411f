// The configuration for Neovim that docs/other-editors.md shows, in a real Neovim, with the installed package.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensurePrograms } from "../../scripts/debianPackages.ts";
import { projectRoot } from "../../scripts/projectRoot.ts";
import { packageFile, say } from "./installing.ts";

const missing = ensurePrograms(["nvim"]);

/** What the page tells people of this Neovim to write. */
function configuration(): string {
  const page = readFileSync(join(projectRoot, "docs/other-editors.md"), "utf8");
  const [, , old = ""] = page.split(/^## Neovim .*$/m);
  const { out } = say("nvim", ["--version"], "/");
  const [, , minor = "0"] = /v(\d+)\.(\d+)/.exec(out) ?? [];
  const shown = Number(minor) >= 11 ? (page.split(/^## Neovim .*$/m)[1] ?? "") : old;
  return /```text\n([\s\S]*?)```/.exec(shown)?.[1] ?? "";
}

/** Opens the file, waits for its problems, asks for a hover and a list of symbols, and writes down what came. */
const asking = `
vim.cmd("edit pair.lk")
local got = { filetype = vim.bo.filetype }
vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 50)
got.problems = vim.tbl_map(function(one) return one.message end, vim.diagnostic.get(0))
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 10000) or {}
  for _, answer in pairs(answers) do return answer.result end
end
local file = { uri = vim.uri_from_bufnr(0) }
got.hover = ask("textDocument/hover", { textDocument = file, position = { line = vim.fn.search("^cluster") - 1, character = 2 } })
got.symbols = #(ask("textDocument/documentSymbol", { textDocument = file }) or {})
vim.fn.writefile({ vim.json.encode(got) }, "answers.json")
vim.cmd("qall!")
`;

describe("Neovim", () => {
  if (missing !== undefined) {
    it(`is not tried: ${missing}`, () => undefined);
    return;
  }

  it("shows problems, hover and symbols with the configuration of the page", function () {
    this.timeout(90_000);
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "lkcluster-neovim-")));
    try {
      const installed = say("npm", ["install", "-g", "--offline", "--prefix", folder, packageFile(".tgz")], folder);
      assert.equal(installed.status, 0, installed.errors);
      cpSync(join(projectRoot, "samples/split-pair"), folder, { recursive: true });
      const wanted = configuration();
      assert.match(wanted, /"lkcluster-language-server"/);
      const server = JSON.stringify(join(folder, "bin/lkcluster-language-server"));
      writeFileSync(join(folder, "init.lua"), wanted.replace('"lkcluster-language-server"', server));
      writeFileSync(join(folder, "ask.lua"), asking);
      const ran = say("nvim", ["--headless", "-u", "init.lua", "-c", "luafile ask.lua"], folder);
      const answers = JSON.parse(readFileSync(join(folder, "answers.json"), "utf8")) as {
        readonly filetype: string;
        readonly problems: readonly string[];
        readonly hover: unknown;
        readonly symbols: number;
      };
      assert.equal(answers.filetype, "lifekeeper-cluster", ran.errors);
      assert.ok(answers.problems.length > 0, "problems");
      assert.match(JSON.stringify(answers.hover ?? null), /cluster/);
      assert.ok(answers.symbols > 0, "symbols");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
