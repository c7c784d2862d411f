// What CI services read: SARIF against its schema, JUnit against what its readers know, Markdown with folds and an end.

import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { textsOf } from "../../cli/src/output/problemPlaces.ts";
import { toSarif } from "../../cli/src/output/sarif.ts";
import { runCli } from "./runCli.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
    readonly region: Region;
  };
  readonly message?: { readonly text: string };
}

interface Sarif {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: {
          readonly informationUri?: string;
          readonly rules: readonly {
            readonly id: string;
            readonly helpUri?: string;
            readonly shortDescription: { readonly text: string };
            readonly fullDescription: { readonly text: string };
            readonly help: { readonly text: string; readonly markdown: string };
            readonly defaultConfiguration: { readonly level: string };
          }[];
        };
      };
      readonly originalUriBaseIds: { readonly SRCROOT: { readonly uri: string } };
      readonly invocations: readonly [{ readonly executionSuccessful: boolean }];
      readonly results: readonly {
        readonly ruleId: string;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly Location[];
        readonly relatedLocations: readonly Location[];
        readonly partialFingerprints: Readonly<Record<string, string>>;
        readonly fixes?: readonly {
          readonly artifactChanges: readonly {
            readonly artifactLocation: { readonly uri: string };
            readonly replacements: readonly {
              readonly deletedRegion: Region;
              readonly insertedContent: { readonly text: string };
            }[];
          }[];
        }[];
        readonly codeFlows?: readonly [
          { readonly threadFlows: readonly [{ readonly locations: readonly { readonly location: Location }[] }] },
        ];
      }[];
    },
  ];
}

// Modules of CommonJS that Node hands over as they are.
const validate = (() => {
  const ajv = new (Ajv as unknown as typeof Ajv.default)({ strict: false, allErrors: true, unicodeRegExp: false });
  (addFormats as unknown as typeof addFormats.default)(ajv);
  return ajv.compile(JSON.parse(readFileSync(join(root, "test/fixtures/sarif-2.1.0-rtm.5.schema.json"), "utf8")));
})();

const pair = (more = ""): string => `cluster pair {
  lifekeeper 9.9.0
  defaults "LifeKeeper"
  node a { address 192.0.2.1 }
  node b { address 192.0.2.2 }
  path a <-> b { tcp 192.0.2.1 <-> 192.0.2.2 priority 1 }
  resource app gen/app { servers a 1, b 10 }
}
${more}`;

describe("reports", () => {
  let folder = "";
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "lkcluster-reports-")));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (files: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, ".."), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  };
  const run = (args: readonly string[], directory = folder) => runCli(args, { directory });
  const sarifOf = async (args: readonly string[], directory = folder): Promise<Sarif["runs"][0]> => {
    const log: Sarif = JSON.parse((await run([...args, "--format", "sarif"], directory)).output);
    assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 5), undefined, 1));
    return log.runs[0];
  };

  describe("SARIF", () => {
    for (const lang of ["en", "ja"]) {
      for (const command of ["check", "prove"]) {
        it(`of ${command} in ${lang} fits the schema, and every rule explains itself`, async () => {
          cpSync(join(root, "samples"), folder, { recursive: true });
          write({
            "broken.lk": "cluster c {\n  nod a {}\n  node b { set QUORUM_MODE = majorty }\n",
            "more/x.lk": pair(),
          });
          const { tool, results } = await sarifOf([command, ".", "--lang", lang]);
          assert.ok(results.length > 3);
          for (const { shortDescription, fullDescription, help, defaultConfiguration } of tool.driver.rules) {
            for (const text of [shortDescription.text, fullDescription.text, help.text, help.markdown]) {
              assert.ok(text.length > 3);
              if (lang === "ja") assert.match(text, /[\u3040-\u30ff\u4e00-\u9fff]/);
            }
            assert.doesNotMatch(help.text, /\*\*|`/);
            assert.match(defaultConfiguration.level, /^(error|warning|note)$/);
          }
          for (const { ruleId } of results) assert.ok(tool.driver.rules.some(({ id }) => id === ruleId));
        });
      }
    }

    it("tells a repair as the edits that it is", async () => {
      write({ LifeKeeper: "QUORUM_MODE=majorty\n", "a.lk": pair() });
      const { results } = await sarifOf(["check", "a.lk"]);
      const wrong = results.find(({ fixes }) => JSON.stringify(fixes ?? []).includes('"majority"'));
      const [change] = wrong?.fixes?.[0]?.artifactChanges ?? [];
      assert.equal(change?.artifactLocation.uri, "LifeKeeper");
      assert.deepEqual(change.replacements[0], {
        deletedRegion: { startLine: 1, startColumn: 13, endLine: 1, endColumn: 20 },
        insertedContent: { text: "majority" },
      });
    });

    it("tells a counterexample as a flow through the files", async () => {
      write({
        LifeKeeper: "QUORUM_MODE=none\nWITNESS_MODE=none\n",
        "a.lk": pair('prove "p" {\n  never split-brain\n  up to 1 faults\n}\n'),
      });
      const { results } = await sarifOf(["prove", "a.lk"]);
      const flow = results.flatMap(({ codeFlows }) => codeFlows?.[0].threadFlows[0].locations ?? []);
      assert.match(flow[0]?.location.message?.text ?? "", /^0 s, .*cut/);
      assert.equal(flow[0]?.location.physicalLocation.region.startLine, 6);
      assert.ok(flow.length > 2);
    });

    it("has fingerprints that stay when lines move, and differ between lines", async () => {
      const prints = async (before: string): Promise<readonly string[]> => {
        write({ LifeKeeper: `${before}QUORUM_MODE=majority\n`, "a.lk": `${before}${pair()}` });
        const { results } = await sarifOf(["check", "a.lk"]);
        return results.map(
          ({ ruleId, partialFingerprints }) => `${ruleId} ${Object.values(partialFingerprints).join()}`,
        );
      };
      const first = await prints("");
      assert.ok(first.length >= 2);
      assert.equal(new Set(first).size, first.length);
      assert.deepEqual(await prints("# one line more\n# and another\n"), first);
    });

    it("names files from the root of the repository, wherever it was started, and never with ..", async () => {
      write({
        "r/.git": "gitdir: elsewhere\n",
        "r/deep/LifeKeeper": "QUORUM_MODE=majority\n",
        "r/deep/a b.lk": pair(),
        "out.lk": pair(),
      });
      for (const [args, where] of [
        [["check", "a b.lk"], join(folder, "r/deep")],
        [["check", "deep"], join(folder, "r")],
      ] as const) {
        const { results, originalUriBaseIds } = await sarifOf(args, where);
        assert.match(originalUriBaseIds.SRCROOT.uri, /\/r\/$/);
        const uris = results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri);
        assert.deepEqual(
          [...new Set(uris)].sort(),
          ["deep/LifeKeeper", "deep/a%20b.lk"].filter((uri) => uris.includes(uri)),
        );
        assert.ok(uris.length > 0);
      }
      const { results } = await sarifOf(["check", "../../out.lk"], join(folder, "r/deep"));
      assert.ok(!JSON.stringify(results).includes(".."));
    });

    it("leads to the page of each rule where the project has a public address", () => {
      const files = filesOf({ "/r/a.lk": pair(), "/r/LifeKeeper": "QUORUM_MODE=majorty\n" });
      const texts = textsOf(files, (file) => file);
      const { problems } = checkCluster(files, "/r/a.lk");
      const address = "https://code.example/lifekeeper";
      const log = toSarif({ command: "check", problems, locale: "ja", texts, directory: "/r", address });
      assert.ok(validate(log));
      const { driver } = (log as Sarif).runs[0].tool;
      assert.equal(driver.informationUri, address);
      const pages = driver.rules.flatMap(({ helpUri }) => helpUri ?? []);
      assert.ok(pages.length > 0);
      for (const page of pages) {
        const [, path = ""] = page.split(`${address}/blob/HEAD/`);
        assert.ok(existsSync(join(root, path)) && path.includes("/ja/"), page);
      }
    });

    it("says that it did not look at everything", async () => {
      write({ "a.lk": pair().replace('  defaults "LifeKeeper"\n', "") });
      assert.equal((await sarifOf(["check", "a.lk"])).invocations[0].executionSuccessful, true);
      assert.equal((await sarifOf(["check", "a.lk", "missing.lk"])).invocations[0].executionSuccessful, false);
      assert.equal((await sarifOf(["prove", "missing.lk"])).invocations[0].executionSuccessful, false);
    });

    it("of prove has the errors of a file that could not be proved", async () => {
      write({
        "a.lk": "cluster c {\n  nod a {}\n}\n",
        "b.lk": pair('prove "p" {\n  never always\n}\n').replace('  defaults "LifeKeeper"\n', ""),
      });
      for (const file of ["a.lk", "b.lk"]) {
        const { results } = await sarifOf(["prove", file]);
        assert.ok(
          results.some(({ level }) => level === "error"),
          file,
        );
      }
    });
  });

  describe("JUnit", () => {
    /** Elements with the attributes that readers of JUnit know. */
    const known: Readonly<Record<string, readonly string[]>> = {
      testsuites: ["name", "tests", "failures", "errors", "time"],
      testsuite: ["name", "tests", "failures", "errors", "time"],
      testcase: ["name", "classname", "file", "line", "time"],
      properties: [],
      property: ["name", "value"],
      failure: ["message"],
      error: ["message"],
    };
    const junitOf = async (args: readonly string[]) => {
      const { output, exitCode } = await run(["test", "--format", "junit", ...args]);
      const open: string[] = [];
      for (const [, end, name = "", attributes = "", single] of output.matchAll(
        /<(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g,
      )) {
        if (end === "/") assert.equal(open.pop(), name);
        else if (single !== "/") open.push(name);
        for (const [, attribute = ""] of attributes.matchAll(/ ([a-z]+)=/g)) {
          assert.ok(known[name]?.includes(attribute), `${name} ${attribute}`);
        }
      }
      assert.deepEqual(open, []);
      assert.doesNotMatch(
        output.replace(/^<\?xml[^>]*\?>/, "").replace(/<\/?[a-z]+(?: [a-z]+="[^"<]*")*\/?>/g, ""),
        /[<>]/,
      );
      const [, tests, failures, errors] =
        /^<testsuites name="lkcluster" tests="(\d+)" failures="(\d+)" errors="(\d+)"/m.exec(output) ?? [];
      return { output, exitCode, tests: Number(tests), failures: Number(failures), errors: Number(errors) };
    };
    const scenario = 'scenario "it crashes" {\n  crash a\n  expect app active on b\n}\n';
    const plain = (more: string): string => pair(more).replace('  defaults "LifeKeeper"\n', "");

    it("says where each case is written, and how long it took", async () => {
      write({ "a.lk": plain(scenario) });
      const { output } = await junitOf(["a.lk"]);
      assert.match(output, /<testcase name="it crashes" classname="a.lk" file="a.lk" line="8" time="\d+\.\d{3}"/);
    });

    for (const [what, files, args] of [
      ["a file that is not sound", { "a.lk": "cluster c {\n  nod a {}\n" }, ["a.lk"]],
      ["a file beside one that is not sound", { "a.lk": "cluster c {\n", "b.lk": plain(scenario) }, ["."]],
      ["a file that is not there", {}, ["missing.lk"]],
      ["a folder without clusters", { "x/y": "" }, ["x"]],
      ["a cluster without scenarios", { "a.lk": plain("") }, ["a.lk"]],
      ["a scenario that cannot be read", { "a.lk": plain('scenario "s" {\n  explode a\n}\n') }, ["a.lk"]],
      ["a scenario that names nobody", { "a.lk": plain('scenario "s" {\n  crash nobody\n}\n') }, ["a.lk"]],
      ["a filter that fits nothing", { "a.lk": plain(scenario) }, ["a.lk", "--filter", "no such"]],
    ] as const) {
      it(`is never green for ${what}`, async () => {
        write(files);
        const { tests, errors, exitCode, output } = await junitOf(args);
        assert.ok(tests > 0 && errors > 0, output);
        assert.notEqual(exitCode, 0);
      });
    }
  });

  describe("Markdown", () => {
    const markdownOf = async (args: readonly string[]): Promise<string> =>
      (await run([...args, "--format", "markdown"])).output;

    it("of check has what is loud in sight and the rest folded", async () => {
      cpSync(join(root, "samples"), folder, { recursive: true });
      const text = await markdownOf(["check", "."]);
      assert.match(text, /^\*\*Errors: \d+, warnings: \d+, notes: \d+\.\*\*\n/);
      assert.match(text, /\n\| `two-node-majority\/etc\/default\/LifeKeeper:1` \| error `quorum-node-count` \|/);
    });

    it("of test begins with the count, has each failure with its time line folded, and what passed last", async () => {
      cpSync(join(root, "samples/split-pair"), folder, { recursive: true });
      const text = readFileSync(join(folder, "pair.lk"), "utf8");
      write({ "pair.lk": `${text}\nscenario "fails" {\n  crash left\n  expect left up\n}\n` });
      const shown = await markdownOf(["test", "pair.lk"]);
      assert.match(shown, /^\*\*Scenarios: \d+ passed, 1 failed\.\*\*\n/);
      assert.match(shown, /### `pair\.lk` fails\n\n- pair\.lk:\d+ expected/);
      assert.match(shown, /<details>\n<summary>Time line<\/summary>\n\n```text\n/);
    });

    it("of prove folds the assumptions", async () => {
      cpSync(join(root, "samples/split-pair"), folder, { recursive: true });
      const text = await markdownOf(["prove", "pair.lk"]);
      assert.match(text, /<details>\n<summary>\d+ assumptions<\/summary>\n\n- /);
      assert.equal(text.split("<details>").length, text.split("</details>").length);
    });

    it("has an end, even of a file of nothing but problems", async () => {
      const long = Array.from(
        { length: 400 },
        (_, at) => `  node ${"n".repeat(300)}${at % 7} { set X${at} = ${"v".repeat(500)} }`,
      );
      write({ "a.lk": `cluster c {\n${long.join("\n")}\n}\n` });
      const text = await markdownOf(["check", "a.lk"]);
      assert.ok(text.length < 65_536, String(text.length));
    });

    it("calls nobody by his name, and closes no fold of ours", async () => {
      const name = "@maintainers </details> [x](https://attacker.example)";
      write({
        "a.lk": pair(`scenario "${name}" {\n  crash a\n  expect a up\n}\n`).replace('  defaults "LifeKeeper"\n', ""),
      });
      const text = await markdownOf(["test", "a.lk"]);
      assert.doesNotMatch(text, /@maintainers|<\/details> |\]\(https:\/\/attacker/);
      assert.equal(text.split("<details>").length, text.split("</details>").length);
    });
  });
});
