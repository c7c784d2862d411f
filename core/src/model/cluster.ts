// The cluster as an administrator means it: readonly data, names resolved, defaults applied.
// Made by lower.ts from a syntax tree; the only input of rules, simulation, proofs and plans.

import type { Place } from "../problem.ts";

export interface Version {
  readonly text: string;
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

export type Platform = "physical" | "vmware" | "aws" | "azure" | "gcp" | "oci";

export interface Cluster {
  readonly name: string;
  readonly file: string;
  /** Where its name is written, or its keyword when the name is missing. */
  readonly place: Place;
  readonly version: Version;
  /** False when the file does not say it and the newest known version is assumed. */
  readonly versionGiven: boolean;
  readonly platform: Platform;
  /** Whether the Quorum/Witness package is on the nodes; it is unless the file says `quorum-package none`. */
  readonly quorumPackage: boolean;
  /** The parameter file that `defaults` names, as resolved; undefined when the cluster names none. */
  readonly defaultsFile: string | undefined;
  /** In the order written. Every name below that refers to a node is the name of one of these. */
  readonly nodes: readonly ClusterNode[];
  readonly networks: readonly Named[];
  readonly domains: readonly Domain[];
  readonly paths: readonly CommPath[];
  readonly storages: readonly QuorumStorage[];
  readonly hosts: readonly QuorumHost[];
  /** Every resource once, parents before children, in the order written. */
  readonly resources: readonly Resource[];
}

export interface Named {
  readonly name: string;
  /** Where the name is written. */
  readonly place: Place;
}

export interface ClusterNode extends Named {
  /** `witness`: a witness-only node, without protected resources. */
  readonly role: "node" | "witness";
  readonly address: string;
  readonly ssh: string | undefined;
  /** Where its parameter file lives on the node. */
  readonly remoteFile: string;
  readonly shutdownStrategy: "switchover" | "stay";
  /** Nodes about whose failure it asks an administrator before it takes over: its flags `confirmso!NODE`. */
  readonly confirmsFailoverOf: readonly string[];
  readonly blockResourceFailover: boolean;
  readonly stonith: boolean;
  readonly configuration: EffectiveConfiguration;
}

/** One parameter as it counts on one node. */
export interface EffectiveValue {
  readonly name: string;
  readonly value: string;
  /** `file`: the parameter file; `set`: the node's own line in the cluster file; `default`: documented default. */
  readonly origin: "default" | "file" | "set";
  /** From the name to the end of the value; undefined for a default, which nobody wrote. */
  readonly place: Place | undefined;
  readonly namePlace: Place | undefined;
  readonly valuePlace: Place | undefined;
}

/** By parameter name. Holds every parameter given somewhere, and the defaults of those that are not. */
export type EffectiveConfiguration = ReadonlyMap<string, EffectiveValue>;

export interface Domain extends Named {
  readonly members: readonly {
    readonly kind: "node" | "network" | "storage" | "host";
    readonly name: string;
    readonly place: Place;
  }[];
}

/** All links between two nodes; COMM_DOWN is raised when the last of them is dead. */
export interface CommPath {
  readonly nodes: readonly [string, string];
  readonly links: readonly Link[];
  readonly place: Place;
}

export interface Link {
  readonly kind: "tcp" | "tty";
  /** Address or device on `nodes[0]` and on `nodes[1]`. */
  readonly ends: readonly [string, string];
  readonly network: string | undefined;
  /** 1 is best. */
  readonly priority: number | undefined;
  readonly place: Place;
}

/** The quorum storage; `reachedBy` is every node unless the file names some. */
export interface QuorumStorage extends Named {
  readonly reachedBy: readonly string[];
  readonly networks: readonly string[];
  /** Nodes whose quorum objects lie on it, as far as the file says. */
  readonly holds: readonly string[];
}

/** An entry of QUORUM_HOSTS; `name` is `host:port`. */
export interface QuorumHost extends Named {
  readonly network: string | undefined;
}

export interface Resource extends Named {
  /** The tag. */
  readonly name: string;
  readonly application: string;
  readonly kind: string;
  readonly id: string | undefined;
  /** Best priority first; inherited from the parent when not given. Empty: no server. */
  readonly servers: readonly { readonly node: string; readonly priority: number; readonly inherited: boolean }[];
  /** Tags this resource needs: nested and `uses`. */
  readonly children: readonly string[];
  /** Tags that need this resource; empty for a root. */
  readonly parents: readonly string[];
  readonly switchback: { readonly kind: "intelligent" | "automatic"; readonly node: string | undefined };
  readonly failover: boolean;
  readonly localRecovery: boolean;
  readonly temporalRecovery: { readonly count: number; readonly periodMs: number } | undefined;
  readonly mirrorMode: "synchronous" | "asynchronous" | undefined;
  readonly reserved: boolean;
  /** The clients' network on which an address is seen, when the file says. */
  readonly network: string | undefined;
  readonly info: string | undefined;
  readonly typePlace: Place;
}

declare const sound: unique symbol;

/**
 * A cluster whose text could be read whole and whose names all lead somewhere. It may be unsupported or unwise;
 * it may be simulated and proved, because that is how one sees why.
 */
export type SoundCluster = Cluster & { readonly [sound]: true };

declare const checked: unique symbol;

/** A sound cluster in which no rule found an error: the only thing that may be planned and deployed. */
export type CheckedCluster = SoundCluster & { readonly [checked]: true };
