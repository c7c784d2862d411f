// What a rule may look at: every parameter given and where, every effective configuration, and the cluster.
// Made once per check; the lookups in it keep each rule a few lines long.

import { findParameter } from "../catalogue/parameters.ts";
import type { ParameterSpec } from "../catalogue/spec.ts";
import type {
  Cluster,
  ClusterNode,
  CommPath,
  EffectiveConfiguration,
  EffectiveValue,
  Resource,
  Version,
} from "../model/cluster.ts";
import { type QuorumConfiguration, quorumConfigurationOf } from "../model/quorumConfiguration.ts";
import type { Place } from "../problem.ts";
import type { ClusterFile, NodeItem } from "../syntax/cluster/tree.ts";
import type { Assignment, DefaultsFile } from "../syntax/defaults/tree.ts";
import type { Parsed } from "../syntax/parsed.ts";
import { cover } from "../text/span.ts";

/** One assignment that somebody wrote: a line of the parameter file or a `set` of a node. */
export interface GivenParameter {
  readonly name: string;
  readonly value: string;
  readonly place: Place;
  readonly namePlace: Place;
  /** Without its quotes, if it has any. */
  readonly valuePlace: Place;
  readonly origin: "file" | "set";
  /** The line it is on, in a parameter file. */
  readonly line: Assignment | undefined;
  /** The node whose `set` this is. */
  readonly node: string | undefined;
  /** Undefined for a name that no source shows. */
  readonly spec: ParameterSpec | undefined;
  /** The end of a family's name. */
  readonly variablePart: string | undefined;
}

/** One effective configuration and the nodes on which it counts; no nodes when a parameter file stands alone. */
export interface Configuration {
  readonly values: EffectiveConfiguration;
  /** Its meaning; both modes are `none` in a cluster without the Quorum/Witness package. */
  readonly quorum: QuorumConfiguration;
  readonly nodes: readonly ClusterNode[];
}

export interface Context {
  /** Undefined when a parameter file stands alone: nobody said for which version. */
  readonly version: Version | undefined;
  readonly parameterFile: Parsed<DefaultsFile> | undefined;
  readonly given: readonly GivenParameter[];
  readonly configurations: readonly Configuration[];
  readonly cluster: Cluster | undefined;
}

export interface ClusterContext extends Context {
  readonly version: Version;
  readonly cluster: Cluster;
  readonly parsed: Parsed<ClusterFile>;
  readonly nodes: ReadonlyMap<string, ClusterNode>;
  readonly nodeItems: ReadonlyMap<string, NodeItem>;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly roots: readonly Resource[];
  configurationOf(node: ClusterNode): Configuration;
  pathBetween(a: string, b: string): CommPath | undefined;
  /** The resource and everything below it, each once. */
  hierarchyOf(resource: Resource): readonly Resource[];
}

export function parametersContext(parameterFile: Parsed<DefaultsFile>, values: EffectiveConfiguration): Context {
  return {
    version: undefined,
    parameterFile,
    given: givenInFile(parameterFile),
    configurations: [{ values, quorum: quorumConfigurationOf(values), nodes: [] }],
    cluster: undefined,
  };
}

export function clusterContext(
  parsed: Parsed<ClusterFile>,
  cluster: Cluster,
  parameterFile: Parsed<DefaultsFile> | undefined,
): ClusterContext {
  const items = (parsed.tree.cluster?.items ?? []).filter(
    (item): item is NodeItem => item.kind === "node" || item.kind === "witness",
  );
  const configurations = groupConfigurations(cluster);
  const byNode = new Map(configurations.flatMap((each) => each.nodes.map((node) => [node.name, each] as const)));
  const resources = new Map(cluster.resources.map((resource) => [resource.name, resource]));
  const paths = new Map(cluster.paths.map((path) => [pairKey(...path.nodes), path]));
  const hierarchies = new Map<string, readonly Resource[]>();
  return {
    version: cluster.version,
    parameterFile,
    given: [...(parameterFile === undefined ? [] : givenInFile(parameterFile)), ...givenInSets(items, parsed.file)],
    configurations,
    cluster,
    parsed,
    nodes: new Map(cluster.nodes.map((node) => [node.name, node])),
    nodeItems: new Map(items.flatMap((item) => (item.name === undefined ? [] : [[item.name.value, item] as const]))),
    resources,
    roots: cluster.resources.filter((resource) => resource.parents.length === 0),
    configurationOf: (node) => byNode.get(node.name) ?? configurationOn(cluster, [node], node.configuration),
    pathBetween: (a, b) => paths.get(pairKey(a, b)),
    hierarchyOf(resource) {
      const known = hierarchies.get(resource.name);
      if (known !== undefined) return known;
      const found = new Map<string, Resource>();
      const waiting = [resource];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (found.has(next.name)) continue;
        found.set(next.name, next);
        for (const tag of next.children) {
          const child = resources.get(tag);
          if (child !== undefined) waiting.push(child);
        }
      }
      const all = [...found.values()];
      hierarchies.set(resource.name, all);
      return all;
    },
  };
}

/** The value that counts, when somebody wrote it. */
export function givenValue(
  configuration: Configuration,
  name: string,
): (EffectiveValue & { readonly place: Place; readonly namePlace: Place; readonly valuePlace: Place }) | undefined {
  const value = configuration.values.get(name);
  if (value?.place === undefined || value.namePlace === undefined || value.valuePlace === undefined) return undefined;
  return { ...value, place: value.place, namePlace: value.namePlace, valuePlace: value.valuePlace };
}

/** Where to speak about a value: where it is written, else at the node, else at the top of the parameter file. */
export function placeOf(context: Context, configuration: Configuration, name: string): Place {
  const written = configuration.values.get(name)?.place;
  if (written !== undefined) return written;
  if (context.cluster !== undefined) return context.cluster.place;
  return { file: context.parameterFile?.file ?? "", span: { start: 0, end: 0 } };
}

export function pairKey(a: string, b: string): string {
  return [a, b].sort().join("\n");
}

function groupConfigurations(cluster: Cluster): readonly Configuration[] {
  // Nodes without `set` lines share one map, so identity finds the groups.
  const groups = new Map<EffectiveConfiguration, ClusterNode[]>();
  for (const node of cluster.nodes) {
    const group = groups.get(node.configuration);
    if (group === undefined) groups.set(node.configuration, [node]);
    else group.push(node);
  }
  return [...groups].map(([values, members]) => configurationOn(cluster, members, values));
}

function configurationOn(
  { quorumPackage }: Cluster,
  nodes: readonly ClusterNode[],
  values: EffectiveConfiguration,
): Configuration {
  const quorum = quorumConfigurationOf(values);
  // Without the package nothing is checked, whatever the modes say.
  return { values, nodes, quorum: quorumPackage ? quorum : { ...quorum, quorumMode: "none", witnessMode: "none" } };
}

function givenInFile({ file, tree }: Parsed<DefaultsFile>): readonly GivenParameter[] {
  return tree.lines.flatMap((line): readonly GivenParameter[] => {
    if (line.kind !== "assignment") return [];
    const found = findParameter(line.name.text);
    const { span } = line.rawValue;
    return [
      {
        name: line.name.text,
        value: line.value,
        place: { file, span: cover(line.name.span, span) },
        namePlace: { file, span: line.name.span },
        valuePlace: { file, span: line.quote === undefined ? span : { start: span.start + 1, end: span.end - 1 } },
        origin: "file",
        line,
        node: undefined,
        spec: found?.spec,
        variablePart: found?.variablePart,
      },
    ];
  });
}

function givenInSets(items: readonly NodeItem[], file: string): readonly GivenParameter[] {
  return items.flatMap((item) =>
    item.items.flatMap((setting): readonly GivenParameter[] => {
      if (setting.kind !== "set" || setting.parameter === undefined || setting.value === undefined) return [];
      const found = findParameter(setting.parameter.value);
      return [
        {
          name: setting.parameter.value,
          value: setting.value.value,
          place: { file, span: setting.span },
          namePlace: { file, span: setting.parameter.span },
          valuePlace: { file, span: setting.value.span },
          origin: "set",
          line: undefined,
          node: item.name?.value,
          spec: found?.spec,
          variablePart: found?.variablePart,
        },
      ];
    }),
  );
}
