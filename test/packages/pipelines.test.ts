// The pieces for pipelines, by running their very commands on a sample, with the package as it is made and not as a registry
// has it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { load, loadAll } from "js-yaml";
import { projectRoot } from "../../scripts/projectRoot.ts";
import { projectFiles } from "../tidy/sourceFiles.ts";
import { packageFile, say } from "./installing.ts";

interface Step {
  readonly run: string;
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
}

interface Input {
  readonly description?: string;
  readonly default: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, Input>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

interface Job {
  readonly variables: Readonly<Record<string, string>>;
  readonly script: readonly string[];
  readonly artifacts: { readonly reports: { readonly junit: string } };
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
  readonly pass_filenames?: boolean;
}

const read = (file: string): string => readFileSync(join(projectRoot, file), "utf8");
// Our own files; what is read of them is above, and a test fails where it is not there.
const action = load(read("action.yml")) as Action;
const [template, job] = loadAll(read("templates/lkcluster.yml")) as [
  { readonly spec: { readonly inputs: Readonly<Record<string, Input>> } },
  { readonly lkcluster: Job },
];
const hooks = load(read(".pre-commit-hooks.yaml")) as readonly Hook[];

interface Ran {
  readonly status: number | null;
  readonly out: string;
}

describe("the pieces for pipelines", function () {
  this.timeout(180_000);
  let folder = "";
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "lkcluster-pipeline-")));
    mkdirSync(join(folder, "temp"));
    cpSync(join(projectRoot, "samples/aws-hulft"), join(folder, "repository"), { recursive: true });
    git("init");
    git("add", "-A");
    git("commit", "-m", "as it was");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const repository = (): string => join(folder, "repository");
  function git(...args: readonly string[]): string {
    const who = ["-c", "user.name=t", "-c", "user.email=t@example"];
    const { status, out, errors } = say("git", ["-C", repository(), ...who, ...args], folder);
    assert.equal(status, 0, errors);
    return out.trim();
  }
  const change = (file: string, how: (text: string) => string): void => {
    const place = join(repository(), file);
    writeFileSync(place, how(readFileSync(place, "utf8")));
  };
  const shell = (program: string, args: readonly string[], env: Readonly<Record<string, string>>): Ran => {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: repository(),
      // As on a runner: nothing of ours but where programs are, and npm is not asked to look anywhere.
      env: {
        HOME: folder,
        PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
        npm_config_offline: "true",
        ...env,
      },
      encoding: "utf8",
      timeout: 150_000,
    });
    return { status, out: `${stdout}${stderr}` };
  };

  it("install the version that this is", () => {
    const { version } = JSON.parse(read("package.json"));
    for (const { default: wanted } of [action.inputs["package"], template.spec.inputs["package"]].flatMap(
      (one) => one ?? [],
    )) {
      assert.equal(wanted, `lkcluster@${version}`);
    }
    for (const page of ["docs/pipelines.md", "docs/pipelines.ja.md"]) {
      for (const [named] of read(page).matchAll(/lkcluster@[\d.]+\d/g)) assert.equal(named, `lkcluster@${version}`);
    }
  });

  describe("the action for GitHub", () => {
    /** As the runner does it: expressions stand in `env` alone, each step is a file for its shell. */
    const runAction = (given: Readonly<Record<string, string>> = {}): Ran & { readonly summary: string } => {
      const inputs = { ...defaultsOf(action.inputs), base: "", package: packageFile(".tgz"), ...given };
      const temp = join(folder, "temp");
      const files = { GITHUB_PATH: "path", GITHUB_OUTPUT: "output", GITHUB_STEP_SUMMARY: "summary" };
      const env = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, join(temp, file)]));
      for (const file of Object.values(env)) writeFileSync(file, "");
      let last: Ran = { status: 0, out: "" };
      for (const step of action.runs.steps) {
        const script = join(temp, "step.sh");
        writeFileSync(script, step.run);
        const own = Object.entries(step.env).map(([name, value]) => [name, filled(value, inputs)] as const);
        const path = [
          ...readFileSync(join(temp, "path"), "utf8").split("\n").filter(Boolean),
          dirname(process.execPath),
        ];
        last = shell("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", script], {
          ...env,
          RUNNER_TEMP: temp,
          PATH: [...path, "/usr/bin", "/bin"].join(":"),
          ...Object.fromEntries(own),
        });
        if (last.status !== 0) break;
      }
      return { ...last, summary: readFileSync(join(temp, "summary"), "utf8") };
    };
    const defaultsOf = (inputs: Action["inputs"]) =>
      Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default]));
    const filled = (value: string, inputs: Readonly<Record<string, string>>): string =>
      value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => {
        const input = inputs[name];
        assert.ok(input !== undefined, name);
        return input;
      });
    const report = (name: string): string => readFileSync(join(folder, "temp/lkcluster-reports", name), "utf8");

    it("puts nothing of its inputs into a script", () => {
      assert.equal(action.runs.using, "composite");
      for (const { run, shell: program } of action.runs.steps) {
        assert.doesNotMatch(run, /\$\{\{/);
        assert.equal(program, "bash");
      }
    });

    it("succeeds on a cluster that is right, and leaves its reports", () => {
      const { status, out, summary } = runAction();
      assert.equal(status, 0, out);
      for (const file of ["check.sarif", "prove.sarif"]) assert.equal(JSON.parse(report(file)).version, "2.1.0");
      assert.match(report("junit.xml"), /tests="[1-9]\d*" failures="0" errors="0"/);
      assert.match(summary, /\*\*Errors: 0[\s\S]*Scenarios: \d+ passed[\s\S]*\| Proof \| Verdict \|/);
      assert.match(readFileSync(join(folder, "temp/output"), "utf8"), /^folder=.*lkcluster-reports$/m);
      assert.ok(!existsSync(join(folder, "temp/lkcluster-reports/comment.md")));
    });

    it("tells what a pull request does, in the language that was asked for, and does not fail for that alone", () => {
      const base = git("rev-parse", "HEAD");
      change("etc/default/LifeKeeper", (text) => `${text}LCMNUMHBEATS=4\n`);
      const { status, out } = runAction({ base, language: "ja" });
      assert.equal(status, 0, out);
      assert.match(
        report("comment.md"),
        /^## `hulft\.lk`\n\n- \*\*悪化\*\*: [\s\S]*単一の障害の後、`hulft` の復帰が最大 5 秒遅くなります。/,
      );
      assert.equal(runAction({ base, "fail-on-worse": "true" }).status, 1);
    });

    it("fails on a cluster that is wrong, with reports that say so", () => {
      change("hulft.lk", (text) => text.replace("node prim", "nod prim"));
      const { status } = runAction();
      assert.equal(status, 1);
      assert.match(report("junit.xml"), /errors="[1-9]/);
      assert.ok(JSON.parse(report("check.sarif")).runs[0].results.length > 0);
    });

    it("fails where there is nothing, and where the revision is not there", () => {
      assert.equal(runAction({ paths: "missing" }).status, 1);
      assert.equal(runAction({ base: "no-such-revision" }).status, 1);
    });

    it("takes paths as paths", () => {
      const { status } = runAction({ paths: "hulft.lk\n\n--help\n$(touch owned)\n" });
      assert.equal(status, 1);
      assert.ok(!existsSync(join(repository(), "owned")));
    });
  });

  describe("the template for GitLab", () => {
    const runJob = (given: Readonly<Record<string, string>> = {}): Ran => {
      const inputs = Object.fromEntries(
        Object.entries(template.spec.inputs).map(([name, input]) => [name, input.default]),
      );
      const variables = Object.entries(job.lkcluster.variables).map(([name, value]) => [
        name,
        value.replace(/^\$\[\[ inputs\.([\w-]+) \]\]$/, (_, input: string) => {
          assert.ok(inputs[input] !== undefined, input);
          return inputs[input];
        }),
      ]);
      const env = {
        ...Object.fromEntries(variables),
        LKCLUSTER_PACKAGE: packageFile(".tgz"),
        CI_BUILDS_DIR: join(folder, "temp"),
      };
      return shell("sh", ["-e", "-c", job.lkcluster.script.join("\n")], { ...env, ...given });
    };
    const report = (name: string): string => readFileSync(join(repository(), "lkcluster-reports", name), "utf8");

    it("succeeds on a cluster that is right, and leaves its reports where GitLab looks", () => {
      const { status, out } = runJob();
      assert.equal(status, 0, out);
      assert.match(readFileSync(join(repository(), job.lkcluster.artifacts.reports.junit), "utf8"), /errors="0"/);
      assert.equal(JSON.parse(report("check.sarif")).version, "2.1.0");
    });

    it("tells what a merge request does", () => {
      const base = git("rev-parse", "HEAD");
      change("etc/default/LifeKeeper", (text) => `${text}LCMNUMHBEATS=4\n`);
      const { status, out } = runJob({ CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
      assert.equal(status, 0, out);
      assert.match(report("comment.md"), /`hulft` comes back up to 5 s later/);
    });

    it("fails on a cluster that is wrong, and where the revision is not there", () => {
      assert.equal(runJob({ CI_MERGE_REQUEST_DIFF_BASE_SHA: "no-such-revision" }).status, 1);
      change("hulft.lk", (text) => text.replace("node prim", "nod prim"));
      assert.equal(runJob().status, 1);
      assert.match(report("junit.xml"), /errors="[1-9]/);
    });
  });

  describe("the hooks for pre-commit", () => {
    const runHook = ({ entry, files, pass_filenames }: Hook): Ran => {
      const tracked = git("ls-files").split("\n");
      const matching = tracked.filter((file) => new RegExp(files).test(file));
      assert.ok(matching.length > 0);
      const [program = "", ...args] = entry.split(" ");
      const all = pass_filenames === false ? args : [...args, ...matching];
      const bin = join(folder, "temp/bin");
      if (!existsSync(bin)) {
        const installed = say(
          "npm",
          ["install", "-g", "--offline", "--no-audit", "--prefix", join(folder, "temp"), packageFile(".tgz")],
          folder,
        );
        assert.equal(installed.status, 0, installed.errors);
      }
      return shell(join(bin, program), all, {});
    };

    for (const hook of hooks) {
      it(`${hook.id} succeeds on a cluster that is right`, () => {
        const { status, out } = runHook(hook);
        assert.equal(status, 0, out);
      });

      if (hook.id === "lkcluster-format") {
        it("lkcluster-format writes the one spelling, which pre-commit notices", () => {
          change("hulft.lk", (text) => text.replace("node prim", "node     prim"));
          assert.notEqual(git("status", "--porcelain"), "");
          assert.equal(runHook(hook).status, 0);
          assert.equal(git("status", "--porcelain"), "");
        });
        continue;
      }

      it(`${hook.id} fails on a cluster that is wrong`, () => {
        change("hulft.lk", (text) => text.replace("node prim", "nod prim"));
        assert.notEqual(runHook(hook).status, 0);
      });
    }

    it("are asked for the files that they are about, and for no others", () => {
      const asked = projectFiles().filter((file) => hooks.some(({ files }) => new RegExp(files).test(file)));
      assert.ok(asked.includes("samples/aws-hulft/etc/default/LifeKeeper"));
      assert.ok(asked.includes("samples/aws-hulft/hulft.lk"));
      assert.deepEqual(
        asked.filter((file) => !/\.lk$|\.lkdefaults$|\/LifeKeeper$/.test(file)),
        [],
      );
    });
  });
});
