// Lowers a cluster written in a test: the one place where these tests touch the API.

import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";

/** `items` are the items of the cluster block; `defaults` is the text of its parameter file. */
export function lowered(items: string, defaults?: string) {
  const text = `cluster c {\n${defaults === undefined ? "" : 'defaults "LifeKeeper"\n'}${items}\n}\n`;
  const files = filesOf({ "cluster.lk": text, ...(defaults === undefined ? {} : { LifeKeeper: defaults }) });
  const parsed = parseCluster("cluster.lk", text);
  const result = lowerCluster(parsed, files);
  return { ...result, text, syntax: parsed.problems };
}

/** `code: the text that is marked`. */
export function toldAt(result: ReturnType<typeof lowered>): readonly string[] {
  return [...result.syntax, ...result.problems].map(
    (problem) => `${problem.code}: ${result.text.slice(problem.span.start, problem.span.end)}`,
  );
}
