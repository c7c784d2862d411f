// The names a scenario may use, found by spelling; what names nothing is reported where it stands.

import type { Localized } from "../../locale/localized.ts";
import type { Cluster, ClusterNode, CommPath, Named, Resource } from "../../model/cluster.ts";
import { Names } from "../../model/names.ts";
import { quorumConfiguration } from "../../model/quorumConfiguration.ts";
import { type ScenarioCode, scenarioProblem } from "../../model/scenarioProblem.ts";
import type { Fix, Place, Problem } from "../../problem.ts";
import type { Word } from "../../syntax/cluster/tree.ts";
import type { Span } from "../../text/span.ts";

export class Scope {
  readonly problems: Problem[] = [];
  readonly cluster: Cluster;
  readonly #file: string;
  readonly #nodes: Names<ClusterNode>;
  readonly #resources: Names<Resource>;
  readonly #networks: Names<string>;
  readonly #domains: Names<string>;
  readonly #hosts: Names<string>;
  readonly #storages: Names<string>;
  readonly #healable: Names<string>;

  constructor(cluster: Cluster, file: string) {
    this.cluster = cluster;
    this.#file = file;
    this.#nodes = namesOf(cluster.nodes, { en: "node", ja: "ノード" });
    this.#resources = namesOf(cluster.resources, { en: "resource", ja: "リソース" });
    this.#networks = textNames(cluster.networks, { en: "network", ja: "ネットワーク" });
    this.#domains = textNames(cluster.domains, { en: "failure domain", ja: "障害ドメイン" });
    const asked = cluster.nodes.flatMap((node) =>
      quorumConfiguration(node).quorumHosts.map((name) => ({ name, place: node.place })),
    );
    this.#hosts = textNames([...cluster.hosts, ...asked], { en: "quorum host", ja: "Quorum ホスト" });
    this.#storages = textNames(cluster.storages, { en: "storage", ja: "ストレージ" });
    this.#healable = textNames([...cluster.nodes, ...cluster.networks, ...cluster.domains], {
      en: "node, network or failure domain",
      ja: "ノード、ネットワーク、障害ドメイン",
    });
  }

  node(word: Word | undefined): ClusterNode | undefined {
    return this.#nodes.resolve(word, this.#file, this.problems);
  }

  resource(word: Word | undefined): Resource | undefined {
    return this.#resources.resolve(word, this.#file, this.problems);
  }

  network(word: Word | undefined): string | undefined {
    return this.#networks.resolve(word, this.#file, this.problems);
  }

  domain(word: Word | undefined): string | undefined {
    return this.#domains.resolve(word, this.#file, this.problems);
  }

  host(word: Word | undefined): string | undefined {
    return this.#hosts.resolve(word, this.#file, this.problems);
  }

  storage(word: Word | undefined): string | undefined {
    return this.#storages.resolve(word, this.#file, this.problems);
  }

  healable(word: Word | undefined): string | undefined {
    return this.#healable.resolve(word, this.#file, this.problems);
  }

  path(left: Word | undefined, right: Word | undefined): CommPath | undefined {
    const a = this.node(left);
    const b = this.node(right);
    if (a === undefined || b === undefined || left === undefined || right === undefined) return undefined;
    const found = this.cluster.paths.find(({ nodes }) => nodes.includes(a.name) && nodes.includes(b.name));
    if (found === undefined || a.name === b.name) {
      this.report(
        "scenario-impossible-step",
        { start: left.span.start, end: right.span.end },
        {
          en: `There is no communication path between \`${a.name}\` and \`${b.name}\`. Name two nodes that have one, or define it.`,
          ja: `\`${a.name}\` と \`${b.name}\` の間にコミュニケーションパスはありません。パスのある 2 台のノードを指定するか、パスを定義してください。`,
        },
      );
      return undefined;
    }
    return found;
  }

  place(span: Span): Place {
    return { file: this.#file, span };
  }

  report(
    code: ScenarioCode,
    span: Span,
    message: Localized,
    related: Problem["related"] = [],
    fixes: readonly Fix[] = [],
  ): void {
    this.problems.push(scenarioProblem(code, this.place(span), message, { related, fixes }));
  }
}

function namesOf<Item extends Named>(items: readonly Item[], what: Localized): Names<Item> {
  const names = new Names<Item>(what);
  // Duplicates have been reported where they are defined.
  for (const item of items) names.define(item.name, item, item.place, []);
  return names;
}

function textNames(items: readonly Named[], what: Localized): Names<string> {
  const names = new Names<string>(what);
  for (const item of items) names.define(item.name, item.name, item.place, []);
  return names;
}
