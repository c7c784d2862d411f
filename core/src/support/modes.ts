// The values of the three quorum parameters, with `off` and `none` as the one thing they are.

export type QuorumMode = "majority" | "tcp_remote" | "storage" | "none";
export type WitnessMode = "remote_verify" | "storage" | "none";
export type LossAction = "fastkill" | "fastboot" | "osu";
export type StorageType = "block" | "file" | "aws_s3";

export const quorumModes: readonly QuorumMode[] = ["majority", "tcp_remote", "storage", "none"];
export const witnessModes: readonly WitnessMode[] = ["remote_verify", "storage", "none"];

/** Undefined for a value that no document shows. */
export function quorumModeOf(value: string): QuorumMode | undefined {
  return value === "off" ? "none" : quorumModes.find((mode) => mode === value);
}

export function witnessModeOf(value: string): WitnessMode | undefined {
  return value === "off" ? "none" : witnessModes.find((mode) => mode === value);
}

export function lossActionOf(value: string): LossAction | undefined {
  const actions: readonly LossAction[] = ["fastkill", "fastboot", "osu"];
  return actions.find((action) => action === value);
}

export function storageTypeOf(value: string): StorageType | undefined {
  const types: readonly StorageType[] = ["block", "file", "aws_s3"];
  return types.find((type) => type === value);
}
