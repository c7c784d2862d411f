// The program that runs on a node: POSIX sh, sent on standard input of the `sh` that ssh starts there. It needs only the
// utilities of a minimal Linux. Data reaches it as words written by encode.ts and never as code.
//
// What it keeps, all in one private folder beside the parameter file, `.<name>.lkcluster`, on the same file system:
//   lock                a symbolic link whose text names the transaction and the process that holds it; made atomically
//   tx-ID/              one transaction: record, old | absent, new | gone, back, put (later unused when it never was),
//                       and one of undecided | confirmed | reverting
//   gen-000001/ …       confirmed transactions, renamed as they are: what was there before and what was written
//   journal             one line per decision
// Every choice between confirming and reverting is one rename of `undecided`: client, timer and a later run may race,
// and exactly one wins. Putting the old file back renames a copy made beforehand, so it needs no room on the disk.

import { baseFunctions } from "./program/base.ts";
import { decideFunctions } from "./program/decide.ts";
import { readFunctions } from "./program/read.ts";
import { showFunctions } from "./program/show.ts";
import { stageFunctions } from "./program/stage.ts";
import { timerFunctions } from "./program/timer.ts";

export const remoteProgram = [
  baseFunctions,
  stageFunctions,
  timerFunctions,
  decideFunctions,
  readFunctions,
  showFunctions,
].join("");

/** What stays on the node while a timer runs: only what it needs to put the old file back. */
export const timerProgram = `${baseFunctions}${timerFunctions}\nlk_timer "$1" "$2" "$3"\n`;
