// Our own conventions as tests: what was explained twice is checked here instead.

import assert from "node:assert/strict";
import { suiteNames } from "../../scripts/suites.ts";
import { importsOf, projectFiles, read, sourceFiles } from "./sourceFiles.ts";

/** Files that are data written as TypeScript; a long one is no sign of a crowded room. */
const data = [/^core\/src\/catalogue\//, /^test\/published\//, /^core\/src\/syntax\/cluster\/tree\.ts$/];
const linesMax = 400;

function offenders(files: readonly string[], isWrong: (file: string, text: string) => boolean): readonly string[] {
  return files.filter((file) => isWrong(file, read(file)));
}

describe("conventions", () => {
  it("every source file begins by saying what it is for", () => {
    // The name of a test file and its first `describe` say it already.
    const wrong = offenders(
      sourceFiles().filter((file) => !file.endsWith(".test.ts")),
      (_, text) => !/^(#!.*\n)?(\/\/|\/\*)/.test(text),
    );
    assert.deepEqual(wrong, []);
  });

  it(`no source file is longer than ${linesMax} lines, data excepted`, () => {
    const wrong = sourceFiles()
      .filter((file) => !data.some((pattern) => pattern.test(file)))
      .map((file) => ({ file, lines: read(file).split("\n").length }))
      .filter(({ lines }) => lines > linesMax);
    assert.deepEqual(wrong, []);
  });

  it("every folder of tests is a suite that is run, and every suite has tests", () => {
    const folders = projectFiles()
      .filter((file) => file.startsWith("test/") && file.endsWith(".test.ts"))
      .map((file) => file.split("/")[1]);
    assert.deepEqual([...new Set(folders)].sort(), [...suiteNames].sort());
  });

  it("no folder or file is a drawer for everything", () => {
    const drawer = /(^|\/)(utils?|helpers?|common|misc|manager)(\.ts$|\/)/i;
    assert.deepEqual(
      sourceFiles().filter((file) => drawer.test(file)),
      [],
    );
  });

  it("what a file exports, another one uses", () => {
    const texts = sourceFiles().map((file) => ({ file, text: withoutCommentsAndStrings(read(file)) }));
    const users = new Map<string, Set<string>>();
    for (const { file, text } of texts)
      for (const [word] of text.matchAll(/[\w$]+/g)) users.set(word, (users.get(word) ?? new Set()).add(file));
    const unused = texts.flatMap(({ file, text }) =>
      [...text.matchAll(/^export (?:async )?(?:const|function\*?|class) (\w+)/gm)]
        .map(([, name = ""]) => name)
        .filter((name) => users.get(name)?.size === 1)
        .map((name) => `${file}: ${name}`),
    );
    assert.deepEqual(unused, []);
  });

  it("core has no clock, no chance and no sorting by the machine's language", () => {
    const banned = /\bDate\b(?!<)|Math\.random|\.localeCompare\(|\.toLocale\w*\(|\bIntl\./;
    const wrong = offenders(
      sourceFiles().filter((file) => file.startsWith("core/src/")),
      (_, text) => banned.test(withoutCommentsAndStrings(text)),
    );
    assert.deepEqual(wrong, []);
  });

  it("no list of unknown length is spread into the arguments of a call, which has no room for a hundred thousand", () => {
    const spread =
      /(?:\.(?:push|unshift|apply)|\bMath\.(?:max|min)|\bfromCharCode|\bfromCodePoint)\((?:[^(){}]|\([^()]*\))*\.\.\.(?!\s*\{)/;
    const wrong = offenders(
      sourceFiles().filter((file) => /^(core|deploy|server|cli)\/src\/|^client\//.test(file)),
      (_, text) => spread.test(withoutCommentsAndStrings(text)),
    );
    assert.deepEqual(wrong, []);
  });

  it("texts reach a terminal, a notification and an editor by one file each, which makes them safe", () => {
    const only: readonly (readonly [where: RegExp, raw: RegExp, by: readonly string[]])[] = [
      [/^cli\/src\//, /process\.std(?:out|err)\.write|console\.log/, ["cli/src/io.ts"]],
      [/^client\/src\//, /\.show(?:Error|Warning|Information)Message\(/, ["client/src/notify.ts"]],
      [
        /^client\/src\//,
        /new vscode\.MarkdownString\(/,
        ["client/src/node/terminalCommand.ts", "client/src/testExplorer/outcome.ts"],
      ],
      [/^server\/src\//, /\bguarded<\[Params/, ["server/src/server.ts"]],
    ];
    for (const [where, raw, by] of only) {
      const files = offenders(
        sourceFiles().filter((file) => where.test(file)),
        (_, text) => raw.test(text),
      );
      assert.deepEqual(files, by, String(raw));
    }
  });

  it("no test is focused, skipped or asleep", () => {
    const wrong = offenders(
      sourceFiles().filter((file) => file.startsWith("test/") && !file.startsWith("test/tidy/")),
      (_, text) => /\.(only|skip)\(|\bsetTimeout\((?:resolve|done)\b/.test(text),
    );
    assert.deepEqual(wrong, []);
  });

  it("nothing is left for later, and nothing names one machine", () => {
    const marks = new RegExp(
      ["TO" + "DO", "FIX" + "ME", "/wor" + "k/", "/ro" + "ot/"].map((mark) => `(^|[^A-Za-z])${mark}`).join("|"),
    );
    const wrong = offenders(
      projectFiles().filter(
        (file) =>
          /\.(ts|mjs|json|md|lk|sh)$/.test(file) && !file.startsWith("test/tidy/") && file !== "package-lock.json",
      ),
      (_, text) => marks.test(text),
    );
    assert.deepEqual(wrong, []);
  });

  it("packages are imported by name, never by climbing out of a folder", () => {
    const wrong = sourceFiles()
      .filter((file) => /^(core|deploy|server|cli)\//.test(file))
      .flatMap((file) =>
        importsOf(read(file))
          .filter((specifier) => /(^|\/)\.\.\/(core|deploy|server|client|cli)\//.test(specifier))
          .map((specifier) => `${file}: ${specifier}`),
      );
    assert.deepEqual(wrong, []);
  });

  it("casts to any, non-null marks and silenced checks do not occur", () => {
    const wrong = offenders(
      sourceFiles().filter((file) => !file.startsWith("test/tidy/")),
      (_, text) => /\bas any\b|@ts-ignore|@ts-nocheck|@ts-expect-error/.test(text),
    );
    assert.deepEqual(wrong, []);
  });
});

function withoutCommentsAndStrings(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/gm, "");
}
