// A cluster as the engine needs it: names become numbers, sets of nodes become masks, parameters become times.
// Made once by compile.ts; never changed.

import type { Cluster, Link, Resource } from "../model/cluster.ts";
import type { QuorumConfiguration } from "../model/quorumConfiguration.ts";
import type { Place } from "../problem.ts";
import type { Layout } from "./layout.ts";
import type { ReadingChoice } from "./readings.ts";

export interface Model {
  readonly cluster: Cluster;
  readonly readings: ReadingChoice;
  readonly layout: Layout;
  /**
   * `timed`: each node marks each path by itself when its time has come, and the pair with its last path. `by-pair`: each
   * node notices the silence of each other node by itself; as good while all paths of a pair have the same heartbeats.
   */
  readonly detection: "timed" | "by-pair";
  readonly quorumPackage: boolean;
  /** A stop during another stop could look like a loss of quorum before 9.6.1. */
  readonly overlappingStopsLoseQuorum: boolean;
  readonly nodes: readonly string[];
  readonly everyone: number;
  readonly configurations: readonly QuorumConfiguration[];
  readonly witnessOnly: number;
  /** Nodes with the setting of that name. */
  /** By node, about whose failure it asks. */
  readonly confirms: readonly number[];
  readonly blocksResourceFailover: number;
  readonly stonith: number;
  readonly switchesOver: number;
  /** Nodes whose duplicate check of an address is switched off. */
  readonly skipsAddressCheck: number;
  readonly links: readonly ModelLink[];
  /** Some link is a serial line. */
  readonly hasTty: boolean;
  /** Links between two nodes, by `a * nodes + b`; the same list for both directions. */
  readonly linksOfPair: readonly (readonly number[])[];
  /** The link before it that is the same in everything (pair, kind and network); -1 when there is none. */
  readonly twinOfLink: readonly number[];
  readonly networks: readonly string[];
  readonly domains: readonly ModelDomain[];
  readonly hosts: readonly ModelHost[];
  /** Hosts that each node asks, as numbers of `hosts`. */
  readonly hostsOfNode: readonly (readonly number[])[];
  readonly storages: readonly {
    readonly name: string;
    readonly reachedBy: number;
    readonly networks: readonly number[];
  }[];
  /** By node, the storage on which its quorum object lies; -1 when nobody said. */
  readonly objectStorage: readonly number[];
  readonly resources: readonly ModelResource[];
  readonly components: readonly Component[];
  /** The resource before it that no rule can tell from it; -1 when there is none. */
  readonly twinOfResource: readonly number[];
  readonly mirrors: readonly number[];
  readonly reserved: readonly number[];
  readonly indexOfNode: ReadonlyMap<string, number>;
  readonly indexOfResource: ReadonlyMap<string, number>;
  /** Servers of any resource. */
  readonly servers: number;
}

export interface ModelLink {
  readonly a: number;
  readonly b: number;
  /** Counted from 1 within its path. */
  readonly number: number;
  readonly network: number | undefined;
  readonly kind: Link["kind"];
  readonly place: Place;
}

export interface ModelDomain {
  readonly name: string;
  readonly nodes: readonly number[];
  readonly networks: readonly number[];
  readonly hosts: readonly number[];
  readonly storages: readonly number[];
}

export interface ModelHost {
  readonly name: string;
  readonly network: number | undefined;
}

export interface ModelResource {
  readonly tag: string;
  readonly source: Resource;
  readonly component: number;
  readonly servers: number;
  readonly children: readonly number[];
  readonly parents: readonly number[];
  /** Itself and all that it needs. */
  readonly below: readonly number[];
  /** Its step in the order in which its hierarchy comes in service. */
  readonly startStep: number;
  readonly isRoot: boolean;
  readonly isAddress: boolean;
  /** Nodes that an error of it halts at once. */
  readonly haltsOn: number;
  /** The clients' network of an address, when the file says. */
  readonly network: number | undefined;
  /** Its number among the mirrors, among the reserved disks; -1 when it is none. */
  readonly mirror: number;
  readonly reservation: number;
}

/** Resources that move together: everything that hangs together by dependencies. */
export interface Component {
  readonly name: string;
  /** Children before parents: the order in which they come in service. */
  readonly order: readonly number[];
  readonly roots: readonly number[];
  /** Best first. */
  readonly servers: readonly number[];
  readonly serverMask: number;
  readonly switchesBackTo: number;
}

/** How long a restart takes until LifeKeeper starts. Not documented; longer than any usual detection. */
export const restartMs = 120_000;

/** How long a resynchronisation takes. Not documented: it depends on the amount of data. */
export const resyncMs = 600_000;
