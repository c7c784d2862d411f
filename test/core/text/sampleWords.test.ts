// The samples in Japanese: every comment and every title has its words, none is left over, and what a machine reads is
// the same.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { inOtherWords } from "@lkcluster/core/text/inOtherWords.ts";

const samples = fileURLToPath(new URL("../../../samples/", import.meta.url));
const words = JSON.parse(readFileSync(`${samples}words.ja.json`, "utf8")) as Readonly<Record<string, string>>;
const parameterFile = "etc/default/LifeKeeper";

const texts = readdirSync(samples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => {
    const clusterFile = readdirSync(join(samples, name)).find((file) => file.endsWith(".lk")) ?? "";
    return [clusterFile, parameterFile].map((file) => ({
      folder: name,
      file,
      text: readFileSync(join(samples, name, file), "utf8"),
    }));
  });

/** What a person wrote for a person, without networks that are only noted. */
function said(text: string): readonly string[] {
  const found = [...text.matchAll(/(?:^|\s)# ?(\S.*)$|^(?:scenario|prove) "([^"]*)"/gm)].map(
    ([, comment, title]) => comment ?? title ?? "",
  );
  return found.filter((each) => /[a-z]{2}/.test(each));
}

/** Everything but texts and where they stand. */
function model(cluster: string, parameters: string): string {
  const { sound, problems, parsed } = checkCluster(filesOf({ "a.lk": cluster, [parameterFile]: parameters }), "a.lk");
  const steps = [...parsed.tree.scenarios, ...parsed.tree.proofs].map((block) => ({ ...block, title: undefined }));
  const withoutPlaces = (key: string, value: unknown): unknown =>
    /^(?:span|place|keyword|body|.*Place)$/.test(key) ? undefined : value instanceof Map ? [...value] : value;
  return JSON.stringify([sound, steps, problems.map(({ code }) => code)], withoutPlaces);
}

describe("the samples in Japanese", () => {
  it("have words for every comment and title, and no others", () => {
    assert.deepEqual([...new Set(texts.flatMap(({ text }) => said(text)))].sort(), Object.keys(words).sort());
    for (const japanese of Object.values(words)) assert.match(japanese, /[぀-ヿ一-鿿]/u);
  });

  it("are the same to a machine", () => {
    for (const { folder, file, text } of texts.filter(({ file }) => file.endsWith(".lk"))) {
      const parameters = texts.find((other) => other.folder === folder && other.file === parameterFile)?.text ?? "";
      const translated = inOtherWords(text, words);
      assert.notEqual(translated, text);
      assert.equal(model(translated, inOtherWords(parameters, words)), model(text, parameters), `${folder}/${file}`);
      assert.equal(said(translated).filter((each) => Object.hasOwn(words, each)).length, 0);
    }
  });

  it("a text that says none of the words stays as it is, to the byte", () => {
    for (const { text } of texts) assert.equal(inOtherWords(text, {}), text);
    assert.equal(inOtherWords('a # b"\r\nnode "#x" { }\n', { x: "y" }), 'a # b"\r\nnode "#x" { }\n');
  });
});
