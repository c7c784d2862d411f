// Events as numbers, for the inner loops: six bits of operation, six of a node or a choice, the rest an index.
// Only encode.ts and decode.ts know which names they stand for.

export const op = {
  crash: 1,
  freeze: 2,
  thaw: 3,
  isolate: 4,
  cutLink: 5,
  healLink: 6,
  cutNetwork: 7,
  healNetwork: 8,
  failDomain: 9,
  healDomain: 10,
  healAll: 11,
  healNode: 12,
  loseStorage: 13,
  regainStorage: 14,
  loseHost: 15,
  regainHost: 16,
  fail: 17,
  failBeyond: 18,
  failStandby: 19,
  timeoutCheck: 20,
  fill: 21,
  free: 22,
  refuseRestore: 23,
  refuseRemove: 24,
  takeReservation: 25,
  holdReservation: 26,
  breakMirror: 27,
  boot: 28,
  reboot: 29,
  shutdown: 30,
  start: 31,
  stop: 32,
  inService: 33,
  outOfService: 34,
  forceMirror: 35,
  retstate: 36,
  confirm: 37,
  /** What follows is inside. All nodes notice all that changed, at once. */
  notice: 40,
  pathDead: 41,
  pathAlive: 42,
  commDown: 43,
  commUp: 44,
  stopped: 45,
  booted: 46,
  lcmAvail: 47,
  handleCommDown: 48,
  witnessCheck: 49,
  confirmTimeout: 50,
  handleCommUp: 51,
  quickCheck: 52,
  diskCheck: 53,
  reservationWon: 54,
  reservationLost: 55,
  resyncDone: 56,
  standbyCheck: 57,
} as const;

export type Op = (typeof op)[keyof typeof op];

/** In the place of a node: all of them. */
export const everyNode = 63;

export const stopModes = ["inhibiting-failover", "allowing-failover", "keeping-applications"] as const;

export function codeOf(operation: Op, index: number, choice = 0): number {
  return operation | (choice << 6) | (index << 12);
}

export function operationOf(code: number): number {
  return code & 63;
}

export function choiceOf(code: number): number {
  return (code >> 6) & 63;
}

export function indexOf(code: number): number {
  return code >> 12;
}

export function isInside(code: number): boolean {
  return operationOf(code) >= op.notice;
}
