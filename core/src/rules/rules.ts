// Every rule, in the order of the reference. A new rule is one file and one line here.

import { badListItem } from "./parameters/badListItem.ts";
import { duplicateParameter } from "./parameters/duplicateParameter.ts";
import { heartbeatMinimum } from "./parameters/heartbeatMinimum.ts";
import { misspeltParameter } from "./parameters/misspeltParameter.ts";
import { notANumber } from "./parameters/notANumber.ts";
import { outOfRange } from "./parameters/outOfRange.ts";
import { quotedValue } from "./parameters/quotedValue.ts";
import { spacesAroundEquals } from "./parameters/spacesAroundEquals.ts";
import { unknownParameter } from "./parameters/unknownParameter.ts";
import { wrongValue } from "./parameters/wrongValue.ts";
import type { Rule } from "./rule.ts";
import { storageObjectMissing } from "./storage/storageObjectMissing.ts";
import { storageObjectNameRule } from "./storage/storageObjectName.ts";
import { storageTypeMissing } from "./storage/storageTypeMissing.ts";
import { clusterSize } from "./support/clusterSize.ts";
import { quorumCombination } from "./support/quorumCombination.ts";
import { quorumModeVersion } from "./support/quorumModeVersion.ts";
import { quorumNodeCount } from "./support/quorumNodeCount.ts";

export const rules: readonly Rule[] = [
  // support
  quorumCombination,
  quorumNodeCount,
  quorumModeVersion,
  clusterSize,
  // storage
  storageTypeMissing,
  storageObjectMissing,
  storageObjectNameRule,
  // parameters
  wrongValue,
  notANumber,
  outOfRange,
  heartbeatMinimum,
  badListItem,
  misspeltParameter,
  unknownParameter,
  duplicateParameter,
  spacesAroundEquals,
  quotedValue,
];

export function findRule(code: string): Rule | undefined {
  return rules.find((rule) => rule.code === code);
}
