// Every rule, in the order of the reference. A new rule is one file and one line here.

import { differentLossAction } from "./agreement/differentLossAction.ts";
import { nodesMustAgree } from "./agreement/nodesMustAgree.ts";
import { redundantSet } from "./agreement/redundantSet.ts";
import { witnessNodeMode } from "./agreement/witnessNodeMode.ts";
import { addressOfTwoNodes } from "./network/addressOfTwoNodes.ts";
import { evenVoters } from "./network/evenVoters.ts";
import { hostsShareNetwork } from "./network/hostsShareNetwork.ts";
import { linkRepeated } from "./network/linkRepeated.ts";
import { networkUnused } from "./network/networkUnused.ts";
import { onlyTty } from "./network/onlyTty.ts";
import { pairWithoutPath } from "./network/pairWithoutPath.ts";
import { pathPriority } from "./network/pathPriority.ts";
import { pathPriorityRepeated } from "./network/pathPriorityRepeated.ts";
import { pathsShareDomain } from "./network/pathsShareDomain.ts";
import { pathsShareNetwork } from "./network/pathsShareNetwork.ts";
import { quorumDeviceInDomain } from "./network/quorumDeviceInDomain.ts";
import { serversInOneDomain } from "./network/serversInOneDomain.ts";
import { severalTty } from "./network/severalTty.ts";
import { singlePath } from "./network/singlePath.ts";
import { witnessInNodeDomain } from "./network/witnessInNodeDomain.ts";
import { ambiguousName } from "./nodes/ambiguousName.ts";
import { clusterWithoutNodes } from "./nodes/clusterWithoutNodes.ts";
import { hostWithoutVote } from "./nodes/hostWithoutVote.ts";
import { lossActionOsu } from "./nodes/lossActionOsu.ts";
import { noFencing } from "./nodes/noFencing.ts";
import { quorumHostIsNode } from "./nodes/quorumHostIsNode.ts";
import { quorumHostIsProtected } from "./nodes/quorumHostIsProtected.ts";
import { resourceFailoverBlocked } from "./nodes/resourceFailoverBlocked.ts";
import { stonithOneSided } from "./nodes/stonithOneSided.ts";
import { stonithPlatform } from "./nodes/stonithPlatform.ts";
import { witnessSettingWithoutEffect } from "./nodes/witnessSettingWithoutEffect.ts";
import { witnessWithoutPackage } from "./nodes/witnessWithoutPackage.ts";
import { apiPort } from "./parameters/apiPort.ts";
import { badListItem } from "./parameters/badListItem.ts";
import { doNotEdit } from "./parameters/doNotEdit.ts";
import { duplicateParameter } from "./parameters/duplicateParameter.ts";
import { failoverBlocked } from "./parameters/failoverBlocked.ts";
import { filesystemThresholds } from "./parameters/filesystemThresholds.ts";
import { foreignBlank } from "./parameters/foreignBlank.ts";
import { heartbeatMinimum } from "./parameters/heartbeatMinimum.ts";
import { mirrorChunkSize } from "./parameters/mirrorChunkSize.ts";
import { mirrorSpeedLimits } from "./parameters/mirrorSpeedLimits.ts";
import { misspeltParameter } from "./parameters/misspeltParameter.ts";
import { monitoringOff } from "./parameters/monitoringOff.ts";
import { notANumber } from "./parameters/notANumber.ts";
import { outOfRange } from "./parameters/outOfRange.ts";
import { pingTime } from "./parameters/pingTime.ts";
import { postgresStartLimit } from "./parameters/postgresStartLimit.ts";
import { quorumHostsEven } from "./parameters/quorumHostsEven.ts";
import { quorumHostsMissing } from "./parameters/quorumHostsMissing.ts";
import { quorumHostsRepeated } from "./parameters/quorumHostsRepeated.ts";
import { quorumHostUdp } from "./parameters/quorumHostUdp.ts";
import { quorumTimeoutZero } from "./parameters/quorumTimeoutZero.ts";
import { quotedValue } from "./parameters/quotedValue.ts";
import { sameAsDefault } from "./parameters/sameAsDefault.ts";
import { settingWithoutEffect } from "./parameters/settingWithoutEffect.ts";
import { spacesAroundEquals } from "./parameters/spacesAroundEquals.ts";
import { switchUserCommand } from "./parameters/switchUserCommand.ts";
import { unknownParameter } from "./parameters/unknownParameter.ts";
import { unmountTimeout } from "./parameters/unmountTimeout.ts";
import { windowsLineEnds } from "./parameters/windowsLineEnds.ts";
import { windowsOnlyParameter } from "./parameters/windowsOnlyParameter.ts";
import { wrongValue } from "./parameters/wrongValue.ts";
import { anyStorageMode } from "./resources/anyStorageMode.ts";
import { automaticSwitchback } from "./resources/automaticSwitchback.ts";
import { childServers } from "./resources/childServers.ts";
import { duplicateCheckOff } from "./resources/duplicateCheckOff.ts";
import { ec2BroadcastPing } from "./resources/ec2BroadcastPing.ts";
import { ec2Elsewhere } from "./resources/ec2Elsewhere.ts";
import { failoverOffPartly } from "./resources/failoverOffPartly.ts";
import { filesystemWithoutDisk } from "./resources/filesystemWithoutDisk.ts";
import { infoText } from "./resources/infoText.ts";
import { ipUnderMirror } from "./resources/ipUnderMirror.ts";
import { mirrorSwitchback } from "./resources/mirrorSwitchback.ts";
import { misplacedSetting } from "./resources/misplacedSetting.ts";
import { protectedAddressInUse } from "./resources/protectedAddressInUse.ts";
import { reservationPlatform } from "./resources/reservationPlatform.ts";
import { reservationsNoneFencing } from "./resources/reservationsNoneFencing.ts";
import { reservationsOff } from "./resources/reservationsOff.ts";
import { resourceId } from "./resources/resourceId.ts";
import { resourcePriority } from "./resources/resourcePriority.ts";
import { resourceWithoutServer } from "./resources/resourceWithoutServer.ts";
import { route53WithoutIp } from "./resources/route53WithoutIp.ts";
import { sameDisk } from "./resources/sameDisk.ts";
import { sameResourceTwice } from "./resources/sameResourceTwice.ts";
import { scsiHaltOff } from "./resources/scsiHaltOff.ts";
import { sharedChild } from "./resources/sharedChild.ts";
import { singleServer } from "./resources/singleServer.ts";
import { tagBeginning } from "./resources/tagBeginning.ts";
import { tagName } from "./resources/tagName.ts";
import { temporalRecovery } from "./resources/temporalRecovery.ts";
import { temporalRecoveryCount } from "./resources/temporalRecoveryCount.ts";
import { unknownKind } from "./resources/unknownKind.ts";
import { vmwareFencing } from "./resources/vmwareFencing.ts";
import { vmwareReservation } from "./resources/vmwareReservation.ts";
import { windowsResource } from "./resources/windowsResource.ts";
import { witnessIsServer } from "./resources/witnessIsServer.ts";
import type { Rule } from "./rule.ts";
import { storageHeartbeat } from "./storage/storageHeartbeat.ts";
import { storageObjectCollision } from "./storage/storageObjectCollision.ts";
import { storageObjectDiffers } from "./storage/storageObjectDiffers.ts";
import { storageObjectKind } from "./storage/storageObjectKind.ts";
import { storageObjectMissing } from "./storage/storageObjectMissing.ts";
import { storageObjectNameRule } from "./storage/storageObjectName.ts";
import { storageObjectProtected } from "./storage/storageObjectProtected.ts";
import { storageObjectShared } from "./storage/storageObjectShared.ts";
import { storageObjectStranger } from "./storage/storageObjectStranger.ts";
import { storageObjectUnstable } from "./storage/storageObjectUnstable.ts";
import { storagePathHeartbeat } from "./storage/storagePathHeartbeat.ts";
import { storageS3Heartbeat } from "./storage/storageS3Heartbeat.ts";
import { storageSharesNetwork } from "./storage/storageSharesNetwork.ts";
import { storageSplit } from "./storage/storageSplit.ts";
import { storageTypeMissing } from "./storage/storageTypeMissing.ts";
import { storageTypePlatform } from "./storage/storageTypePlatform.ts";
import { storageUnreachable } from "./storage/storageUnreachable.ts";
import { storageUnused } from "./storage/storageUnused.ts";
import { witnessWithStorage } from "./storage/witnessWithStorage.ts";
import { clusterSize } from "./support/clusterSize.ts";
import { quorumCombination } from "./support/quorumCombination.ts";
import { quorumModeVersion } from "./support/quorumModeVersion.ts";
import { quorumNodeCount } from "./support/quorumNodeCount.ts";
import { anyStorageVersion } from "./versions/anyStorageVersion.ts";
import { fastbootSwitchback } from "./versions/fastbootSwitchback.ts";
import { lossActionDefault } from "./versions/lossActionDefault.ts";
import { parameterVersion } from "./versions/parameterVersion.ts";
import { stopOrder } from "./versions/stopOrder.ts";
import { switchoverReboot } from "./versions/switchoverReboot.ts";
import { unknownVersion } from "./versions/unknownVersion.ts";

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
  storageHeartbeat,
  storageObjectCollision,
  storageObjectKind,
  storageObjectDiffers,
  storageObjectProtected,
  storageObjectShared,
  storageObjectStranger,
  storageObjectUnstable,
  storagePathHeartbeat,
  storageS3Heartbeat,
  storageSplit,
  storageSharesNetwork,
  storageTypePlatform,
  storageUnreachable,
  storageUnused,
  witnessWithStorage,
  // agreement
  differentLossAction,
  nodesMustAgree,
  redundantSet,
  witnessNodeMode,
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
  windowsLineEnds,
  foreignBlank,
  apiPort,
  doNotEdit,
  failoverBlocked,
  filesystemThresholds,
  mirrorChunkSize,
  mirrorSpeedLimits,
  pingTime,
  postgresStartLimit,
  quorumHostsEven,
  quorumHostsMissing,
  quorumHostsRepeated,
  quorumHostUdp,
  quorumTimeoutZero,
  sameAsDefault,
  settingWithoutEffect,
  switchUserCommand,
  unmountTimeout,
  windowsOnlyParameter,
  monitoringOff,
  // network
  addressOfTwoNodes,
  evenVoters,
  hostsShareNetwork,
  linkRepeated,
  networkUnused,
  onlyTty,
  pairWithoutPath,
  pathPriority,
  pathPriorityRepeated,
  pathsShareDomain,
  pathsShareNetwork,
  severalTty,
  serversInOneDomain,
  singlePath,
  witnessInNodeDomain,
  quorumDeviceInDomain,
  // nodes
  ambiguousName,
  clusterWithoutNodes,
  hostWithoutVote,
  lossActionOsu,
  noFencing,
  quorumHostIsNode,
  quorumHostIsProtected,
  resourceFailoverBlocked,
  stonithPlatform,
  stonithOneSided,
  witnessSettingWithoutEffect,
  witnessWithoutPackage,
  // resources
  anyStorageMode,
  automaticSwitchback,
  childServers,
  ec2BroadcastPing,
  ec2Elsewhere,
  failoverOffPartly,
  filesystemWithoutDisk,
  infoText,
  ipUnderMirror,
  mirrorSwitchback,
  misplacedSetting,
  reservationsNoneFencing,
  reservationsOff,
  reservationPlatform,
  scsiHaltOff,
  resourceId,
  resourcePriority,
  route53WithoutIp,
  protectedAddressInUse,
  resourceWithoutServer,
  sameResourceTwice,
  sharedChild,
  singleServer,
  tagBeginning,
  tagName,
  temporalRecovery,
  temporalRecoveryCount,
  vmwareFencing,
  vmwareReservation,
  windowsResource,
  witnessIsServer,
  unknownKind,
  duplicateCheckOff,
  sameDisk,
  // versions
  parameterVersion,
  fastbootSwitchback,
  lossActionDefault,
  stopOrder,
  switchoverReboot,
  unknownVersion,
  anyStorageVersion,
];
