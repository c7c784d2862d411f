// What one node says about the cluster, whichever command said it. Each field is known or, when undefined, not known:
// an output that does not show something is no statement that it is not there.

export interface Actual {
  /** As LifeKeeper calls the node itself. */
  readonly name: string | undefined;
  /** The nodes it knows, itself included. */
  readonly machines: readonly string[] | undefined;
  /** Its own side of the communication paths. */
  readonly paths: readonly ActualPath[] | undefined;
  readonly resources: readonly ActualResource[] | undefined;
  /** Pairs of tags of which one depends on the other, where the output does not say which on which. */
  readonly related: readonly (readonly [string, string])[] | undefined;
  readonly flags: readonly string[] | undefined;
  readonly shutdown: "switchover" | "stay" | undefined;
}

/** Part of what a node says, with the command that said it. */
export interface Part extends Actual {
  readonly from: Form;
}

export const forms = [
  "lcdstatus",
  "lcdstatus -q",
  "lcdstatus -e",
  "ins_list",
  "dep_list",
  "eqv_list",
  "net_list",
  "sys_list",
  "flg_list",
] as const;

export type Form = (typeof forms)[number];

export interface ActualPath {
  /** Undefined in a list that names no node. */
  readonly peer: string | undefined;
  readonly network: "TCP" | "TTY";
  /** Address or device here. */
  readonly local: string;
  /** Address there; undefined for a TTY, whose other end only the other node knows. */
  readonly remote: string | undefined;
  readonly state: string | undefined;
  readonly priority: number | undefined;
}

export interface ActualResource {
  readonly tag: string;
  readonly id: string | undefined;
  readonly type: ActualType | undefined;
  readonly state: string | undefined;
  readonly info: string | undefined;
  /** Of the node that says it. */
  readonly priority: number | undefined;
  /** The node with the best priority. */
  readonly primary: string | undefined;
  /** The next node in the order of failover; null: there is none. */
  readonly next: string | null | undefined;
  readonly switchback: "intelligent" | "automatic" | undefined;
  /** Tags it needs, in the order printed. */
  readonly children: readonly string[] | undefined;
  readonly partners: readonly Partner[] | undefined;
}

export interface ActualType {
  readonly application: string;
  readonly kind: string;
}

/** The same resource on another node. */
export interface Partner {
  readonly node: string;
  readonly tag: string;
  readonly priority: number | undefined;
}

export const nothingKnown: Actual = {
  name: undefined,
  machines: undefined,
  paths: undefined,
  resources: undefined,
  related: undefined,
  flags: undefined,
  shutdown: undefined,
};

export function resourceCalled(tag: string): ActualResource {
  return {
    tag,
    id: undefined,
    type: undefined,
    state: undefined,
    info: undefined,
    priority: undefined,
    primary: undefined,
    next: undefined,
    switchback: undefined,
    children: undefined,
    partners: undefined,
  };
}

/** States of resources that LifeKeeper prints. */
export const resourceStates: ReadonlySet<string> = new Set(["ISP", "ISU", "OSU", "OSF", "ILLSTATE", "UNKNOWN"]);
