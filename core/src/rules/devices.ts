// Device names of Linux.

/** The disk of a partition: /dev/sdb of /dev/sdb1. Undefined for a name that is no partition's. */
export function diskOfPartition(device: string): string | undefined {
  return /^(\/dev\/(?:sd|xvd|vd)[a-z]+)\d+$/.exec(device)?.[1] ?? /^(\/dev\/nvme\d+n\d+)p\d+$/.exec(device)?.[1];
}
