// The shape of one parameter of /etc/default/LifeKeeper. One literal per parameter, in entries/<kit>.ts, which says what
// is known of it; hover, completion, checks, documentation, highlighting and the rollout order are functions of it.

import type { Evidence } from "../evidence.ts";
import type { Localized } from "../locale/localized.ts";
import type { SourceKey } from "./sources.ts";

/** A LifeKeeper version as printed: "9.5.1", "10.0". */
export type VersionText = `${number}.${number}` | `${number}.${number}.${number}`;

export interface ChoiceValue {
  readonly value: string;
  /** Other spellings with the same meaning. */
  readonly aliases?: readonly string[];
  readonly meaning: Localized;
  readonly since?: VersionText;
  /** The first version that no longer has it. */
  readonly until?: VersionText;
}

export interface NumberRange {
  readonly min?: number;
  readonly max?: number;
}

export type ParameterType =
  | {
      readonly kind: "choice";
      readonly values: readonly ChoiceValue[];
      /** False when sources show only some. */
      readonly complete: boolean;
    }
  | {
      readonly kind: "flag";
      readonly on: readonly string[];
      readonly off: readonly string[];
      /** What "on" does; some flags switch a function off. */
      readonly meaning: { readonly on: Localized; readonly off: Localized };
    }
  // `ranges`: a number is allowed when one of them holds it; empty when no source gives a range.
  | { readonly kind: "integer"; readonly ranges: readonly NumberRange[]; readonly unit?: Unit }
  | { readonly kind: "duration"; readonly ranges: readonly NumberRange[]; readonly unit: Unit }
  | { readonly kind: "list"; readonly separator: string; readonly item: "host:port" | "path" | "mail" | "text" }
  | { readonly kind: "path" }
  | { readonly kind: "text" };

export type Unit =
  | "seconds"
  | "minutes"
  | "milliseconds"
  | "percent"
  | "KB/s"
  | "KB"
  | "kilobits"
  | "times"
  | "port"
  | "unknown";

/** Names with a variable end: QWK_STORAGE_OBJECT_<host>, SKIP_REMOVE_<tag>. */
export interface VariableEnd {
  readonly placeholder: "host" | "tag";
}

/** When a saved change begins to count. `unknown`: no source says it. */
export type TakesEffect =
  | "immediately"
  | "lifekeeper-restart"
  | "qwk-storage-init"
  | "lkcheck-restart"
  | "resource-creation"
  | "resync"
  | "unknown";

/** What a parameter belongs to: one file entries/<kit>.ts, one page of the reference. */
export type Kit =
  | "quorum"
  | "comm"
  | "core"
  | "logging"
  | "notification"
  | "filesystem"
  | "scsi"
  | "multipath"
  | "ip"
  | "datakeeper"
  | "nas"
  | "vmdk"
  | "snhc"
  | "api"
  | "gui"
  | "aws"
  | "ec2"
  | "route53"
  | "oracle"
  | "pgsql"
  | "mysql"
  | "sap"
  | "hulft"
  | "genapp";

export interface ParameterSpec {
  /** The name, or its fixed stem when `variableEnd` is given. Unique. */
  readonly name: string;
  readonly variableEnd?: VariableEnd;
  readonly kit: Kit;
  /**
   * Where it belongs, when it is not LifeKeeper for Linux itself: `windows` is LifeKeeper for Windows, `add-on` a
   * script that is not part of the product. Explained when met, never offered.
   */
  readonly belongsTo?: "windows" | "add-on";
  readonly type: ParameterType;
  /** The documented default; null: documented as not set, or not documented (see `evidence.default`). */
  readonly default: string | null;
  /** A default that is no fixed text, or what sources disagree about. */
  readonly defaultNote?: Localized;
  /** Defaults of older versions, oldest first, each valid until `until`. */
  readonly defaultHistory?: readonly { readonly until: VersionText; readonly value: string }[];
  readonly since?: VersionText;
  /** The first version that no longer has it. */
  readonly until?: VersionText;
  readonly takesEffect: TakesEffect;
  /** `all`: every node must hold the same value; `per-node`: may differ; `unknown`: no source says it. */
  readonly mustAgree: "all" | "per-node" | "unknown";
  /** Package or setting it needs. */
  readonly requires?: Localized;
  readonly summary: Localized;
  readonly details: Localized;
  /** Complete lines of a parameter file; a test parses them. */
  readonly examples: readonly string[];
  /** Misspellings seen in print. */
  readonly misspellings?: readonly string[];
  readonly seeAlso?: readonly string[];
  readonly sources: readonly SourceKey[];
  readonly evidence: {
    readonly entry: Evidence;
    /** That it belongs in this file. */
    readonly file: Evidence;
    /** That the values or ranges are these and no others. */
    readonly values: Evidence;
    readonly default: Evidence;
    /** That `since` and `until` are right; `documented` when not given. */
    readonly version?: Evidence;
    /** That `mustAgree` is right; `documented` when not given. */
    readonly mustAgree?: Evidence;
  };
}

/** One literal of entries/<kit>.ts: the kit is that of its file, and what no source says is left out. */
export type ParameterEntry = Omit<ParameterSpec, "kit" | "takesEffect" | "mustAgree"> &
  Partial<Pick<ParameterSpec, "takesEffect" | "mustAgree">>;
