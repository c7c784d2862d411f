// Every parameter of /etc/default/LifeKeeper that a public source names, and how to find one by its name.

import { apiParameters } from "./entries/api.ts";
import { awsParameters } from "./entries/aws.ts";
import { commParameters } from "./entries/comm.ts";
import { coreParameters } from "./entries/core.ts";
import { datakeeperParameters } from "./entries/datakeeper.ts";
import { ec2Parameters } from "./entries/ec2.ts";
import { filesystemParameters } from "./entries/filesystem.ts";
import { genappParameters } from "./entries/genapp.ts";
import { guiParameters } from "./entries/gui.ts";
import { hulftParameters } from "./entries/hulft.ts";
import { ipParameters } from "./entries/ip.ts";
import { loggingParameters } from "./entries/logging.ts";
import { multipathParameters } from "./entries/multipath.ts";
import { mysqlParameters } from "./entries/mysql.ts";
import { nasParameters } from "./entries/nas.ts";
import { notificationParameters } from "./entries/notification.ts";
import { oracleParameters } from "./entries/oracle.ts";
import { pgsqlParameters } from "./entries/pgsql.ts";
import { quorumParameters } from "./entries/quorum.ts";
import { route53Parameters } from "./entries/route53.ts";
import { sapParameters } from "./entries/sap.ts";
import { scsiParameters } from "./entries/scsi.ts";
import { snhcParameters } from "./entries/snhc.ts";
import { vmdkParameters } from "./entries/vmdk.ts";
import type { Kit, ParameterEntry, ParameterSpec } from "./spec.ts";
import { isAtLeast, type VersionNumbers } from "./version.ts";

/** In the order of the reference: by kit, then what matters most first. */
const kits = {
  quorum: quorumParameters,
  comm: commParameters,
  core: coreParameters,
  logging: loggingParameters,
  notification: notificationParameters,
  filesystem: filesystemParameters,
  scsi: scsiParameters,
  multipath: multipathParameters,
  ip: ipParameters,
  datakeeper: datakeeperParameters,
  nas: nasParameters,
  vmdk: vmdkParameters,
  snhc: snhcParameters,
  api: apiParameters,
  gui: guiParameters,
  aws: awsParameters,
  ec2: ec2Parameters,
  route53: route53Parameters,
  oracle: oracleParameters,
  pgsql: pgsqlParameters,
  mysql: mysqlParameters,
  sap: sapParameters,
  hulft: hulftParameters,
  genapp: genappParameters,
} as const satisfies Readonly<Record<Kit, readonly ParameterEntry[]>>;

// The cast says what `keys` of this literal are.
export const parameters: readonly ParameterSpec[] = (Object.keys(kits) as readonly Kit[]).flatMap((kit) =>
  kits[kit].map((entry: ParameterEntry) => ({ kit, takesEffect: "unknown", mustAgree: "unknown", ...entry })),
);

/** A parameter that a name stands for; `variablePart` is the host or tag at the end of a family's name. */
export interface FoundParameter {
  readonly spec: ParameterSpec;
  readonly variablePart: string | undefined;
}

/** The parameter with this name, read exactly as LifeKeeper would: upper and lower case differ. */
export function findParameter(name: string): FoundParameter | undefined {
  const exact = byName.get(name);
  if (exact !== undefined) return { spec: exact, variablePart: undefined };
  for (const spec of families) {
    if (name.startsWith(spec.name) && name.length > spec.name.length) {
      return { spec, variablePart: name.slice(spec.name.length) };
    }
  }
  return undefined;
}

/** The parameter of which `name` is a misspelling seen in print. */
export function findMisspelt(name: string): ParameterSpec | undefined {
  return byMisspelling.get(name);
}

/** The documented default in `version` (the newest when undefined); null when there is none. */
export function defaultOf(spec: ParameterSpec, version: VersionNumbers | undefined): string | null {
  if (version !== undefined) {
    for (const older of spec.defaultHistory ?? []) {
      if (!isAtLeast(version, older.until)) return older.value;
    }
  }
  return spec.default;
}

/** The name as a person reads it: `QWK_STORAGE_OBJECT_<host>` for a family. */
export function displayName(spec: ParameterSpec): string {
  return spec.variableEnd === undefined ? spec.name : `${spec.name}<${spec.variableEnd.placeholder}>`;
}

/** The end of a family's name that stands for a node: what a shell variable cannot hold becomes `_`. */
export function mangleHostName(host: string): string {
  return host.replace(/[-.]/g, "_");
}

const byName: ReadonlyMap<string, ParameterSpec> = new Map(
  parameters.filter((spec) => spec.variableEnd === undefined).map((spec) => [spec.name, spec]),
);

const families: readonly ParameterSpec[] = parameters.filter((spec) => spec.variableEnd !== undefined);

const byMisspelling: ReadonlyMap<string, ParameterSpec> = new Map(
  parameters.flatMap((spec) => (spec.misspellings ?? []).map((wrong): [string, ParameterSpec] => [wrong, spec])),
);
