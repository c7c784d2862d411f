// Where facts come from. Every rule, parameter, default and scenario names its sources by these keys.
// Only public documents; a title without an address is a text that was read in print or as a copy.
// Of most manual pages only the beginning could be read. The pages Pnnn are those of the 8.x manual; the copy that
// was read stands on a stranger's machine, so they have no address. Pages about LifeKeeper for Windows are here for contrast only.

export interface Source {
  readonly title: string;
  readonly url: string | null;
}

export const sources = {
  AZSTO951J: {
    title: "SIOS blog (ja): LifeKeeper for Linux 9.5.1 with Azure shared disks, storage quorum scenarios 1 to 3",
    url: null,
  },
  QW9J: { title: "LifeKeeper for Linux 9.x manual (ja): Quorum/Witness Server Support Package", url: null },
  BLOG2012: { title: "Blog (ja), 2012: notes on operating LifeKeeper", url: null },
  HULFTAWSJ: { title: "Blog (ja): LifeKeeper on AWS with HULFT", url: null },
  MAJ931: {
    title: "SPS for Linux 9.3.1, majority mode",
    url: "https://docs.us.sios.com/Linux/9.3.1/LK4L/TechDoc/Content/configuration/lifekeeper_io_fencing/qwk_majority.htm",
  },
  MAJ932: {
    title: "SPS for Linux 9.3.2, majority mode",
    url: "https://docs.us.sios.com/spslinux/9.3.2/en/topic/majority-mode",
  },
  MAJ981J: {
    title: "LifeKeeper for Linux 9.8.1 (ja), majority mode",
    url: "https://docs.us.sios.com/spslinux/9.8.1/ja/topic/majority-mode",
  },
  MAJ940J: {
    title: "SPS for Linux 9.4.0 (ja), majority mode",
    url: "http://docs.us.sios.com/spslinux/9.4.0/ja/topic/majority-mode",
  },
  TCP940J: {
    title: "SPS for Linux 9.4.0 (ja), tcp_remote mode (whole page read: no scenarios on it)",
    url: "https://docs.us.sios.com/spslinux/9.4.0/ja/topic/tcp-remote-mode",
  },
  STO951: {
    title: "SPS for Linux 9.5.1, storage mode",
    url: "https://docs.us.sios.com/spslinux/9.5.1/en/topic/storage-mode",
  },
  STO981J: {
    title: "LifeKeeper for Linux 9.8.1 (ja), storage mode",
    url: "https://docs.us.sios.com/spslinux/9.8.1/ja/topic/storage-mode",
  },
  STO990J: {
    title: "LifeKeeper for Linux 9.9.0 (ja), storage mode",
    url: "https://docs.us.sios.com/spslinux/9.9.0/ja/topic/storage-mode",
  },
  QP931: {
    title: "SPS for Linux 9.3.1, quorum parameters",
    url: "https://docs.us.sios.com/Linux/9.3.1/LK4L/SAP/Content/Parameters/Quorum_Parameters.htm",
  },
  QP950J: {
    title: "SPS for Linux 9.5.0 (ja), quorum parameters",
    url: "https://docs.us.sios.com/spslinux/9.5.0/ja/topic/quorum-parameters-list",
  },
  QP100: {
    title: "LifeKeeper for Linux 10.0, quorum parameters",
    url: "https://docs.us.sios.com/spslinux/10.0/en/topic/quorum-parameters-list",
  },
  QW922: {
    title: "SPS for Linux 9.2.2, quorum/witness",
    url: "http://docs.us.sios.com/Linux/9.2.2/LK4L/TechDoc/Content/configuration/lifekeeper_io_fencing/quorum_witness.htm",
  },
  SRV950: {
    title: "Server failure recovery scenario 9.5.0",
    url: "https://docs.us.sios.com/spslinux/9.5.0/en/topic/server-failure-recovery-scenario",
  },
  SRV990: {
    title: "Server failure recovery scenario 9.9.0",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/server-failure-recovery-scenario",
  },
  RER980: {
    title: "Resource error recovery scenario 9.8.0",
    url: "https://docs.us.sios.com/spslinux/9.8.0/en/topic/resource-error-recovery-scenario",
  },
  SB911: {
    title: "Switchback 9.1.1",
    url: "https://docs.us.sios.com/Linux/9.1.1/LK4L/TechDoc/Content/introduction/configuration_concepts/intelligent_versus_automatic_switchback.htm",
  },
  SB990: {
    title: "Switchback 9.9.0",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/intelligent-versus-automatic-switchback",
  },
  LKWMC990J: {
    title: "LKWMC resource properties 9.9.0 (ja)",
    url: "https://docs.us.sios.com/spslinux/9.9.0/ja/topic/lkwmc-general",
  },
  HB970: {
    title: "Heartbeat tuning 9.7.0",
    url: "https://docs.us.sios.com/spslinux/9.7.0/en/topic/tuning-the-lifekeeper-heartbeat",
  },
  HB960J: {
    title: "Heartbeat tuning 9.6.0 (ja)",
    url: "https://docs.us.sios.com/spslinux/9.6.0/ja/topic/tuning-the-lifekeeper-heartbeat",
  },
  RS932: { title: "Resource states 9.3.2", url: "https://docs.us.sios.com/spslinux/9.3.2/ja/topic/resource-states" },
  RS970J: {
    title: "Resource states 9.7.0 (ja)",
    url: "https://docs.us.sios.com/spslinux/9.7.0/ja/topic/resource-states",
  },
  INST75: {
    title: "LCDI-instances(1M) 7.5",
    url: "https://docs.us.sios.com/Linux/7.5/LK4Lsrc/Output/Finals/Output/TechDoc/Content/administration/man_pages/lcdiinstances_1m_.htm",
  },
  FLAG75: {
    title: "LCDI-flag(1M) 7.5",
    url: "http://docs.us.sios.com/Linux/7.5/LK4Lsrc/Output/Finals/Output/TechDoc/Content/administration/man_pages/lcdiflag_1m_.htm",
  },
  FLAG990: {
    title: "LifeKeeper flags 9.9.0",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/lifekeeper-flags",
  },
  LCD75: {
    title: "LCD(1M) 7.5",
    url: "https://docs.us.sios.com/Linux/7.5/LK4Lsrc/Output/Finals/Output/TechDoc/Content/administration/man_pages/lcd_1m_.htm",
  },
  CSO75: {
    title: "lk_confirmso(1M) 7.5",
    url: "http://docs.us.sios.com/Linux/7.5/LK4Lsrc/Output/Finals/Output/TechDoc/Content/administration/man_pages/lk_confirmso_1m_.htm",
  },
  CFB75: {
    title: "Confirm failover / block resource failover 7.5",
    url: "https://docs.us.sios.com/Linux/7.5/DK4Lsrc/Output/Finals/Output/TechDoc/Content/installation_configuration/confirm_failover_block_resource_failover_settings.htm",
  },
  SHUT941J: {
    title: "Shutdown strategy 9.4.1 (ja)",
    url: "https://docs.us.sios.com/spslinux/9.4.1/ja/topic/setting-server-shutdown-strategy",
  },
  POL960: {
    title: "Resource policy management 9.6.0",
    url: "https://docs.us.sios.com/spslinux/9.6.0/en/topic/resource-policy-management",
  },
  TN980: { title: "Technical notes 9.8.0", url: "https://docs.us.sios.com/spslinux/9.8.0/en/topic/technical-notes" },
  CHC951: {
    title: "Common hardware components 9.5.1",
    url: "http://docs.us.sios.com/spslinux/9.5.1/en/topic/common-hardware-components",
  },
  MAP941: {
    title: "Mapping server configurations 9.4.1",
    url: "https://docs.us.sios.com/spslinux/9.4.1/en/topic/mapping-server-configurations",
  },
  SNHC932: {
    title: "Standby Node Health Check 9.3.2",
    url: "https://docs.us.sios.com/spslinux/9.3.2/en/topic/standby-node-health-check",
  },
  OSU981: {
    title: "OSU resource monitoring 9.8.1",
    url: "https://docs.us.sios.com/spslinux/9.8.1/en/topic/osu-resource-monitoring",
  },
  STONITH961: { title: "STONITH 9.6.1", url: "https://docs.us.sios.com/spslinux/9.6.1/en/topic/stonith" },
  SCSI980: {
    title: "SCSI reservations 9.8.0",
    url: "https://docs.us.sios.com/spslinux/9.8.0/en/topic/scsi-reservations",
  },
  DISR951: {
    title: "Disabling reservations 9.5.1",
    url: "https://docs.us.sios.com/spslinux/9.5.1/en/topic/disabling-reservations",
  },
  KI951: {
    title: "Core known issues 9.5.1",
    url: "http://docs.us.sios.com/spslinux/9.5.1/en/topic/lifekeeper-core-known-issues-restrictions",
  },
  KI962: {
    title: "Core known issues 9.6.2",
    url: "https://docs.us.sios.com/spslinux/9.6.2/en/topic/lifekeeper-core-known-issues-restrictions",
  },
  DKIO941J: {
    title: "I/O fencing with DataKeeper 9.4.1 (ja)",
    url: "https://docs.us.sios.com/spslinux/9.4.1/ja/topic/i-o-fencing-with-datakeeper-configuration",
  },
  VM941J: {
    title: "I/O fencing combinations on VMware 9.4.1 (ja)",
    url: "https://docs.us.sios.com/spslinux/9.4.1/ja/topic/available-i-o-fencing-mechanisms-virtual-machines-in-vmware",
  },
  WAIT960: {
    title: "DataKeeper wait to resync 9.6.0",
    url: "https://docs.us.sios.com/spslinux/9.6.0/en/topic/wait-for-mount",
  },
  SWO940: {
    title: "Manual switchover 9.4.0",
    url: "https://docs.us.sios.com/spslinux/9.4.0/en/topic/performing-a-manual-switchover-from-the-lifekeeper-gui",
  },
  MAINT962: {
    title: "Maintaining a protected system 9.6.2",
    url: "https://docs.us.sios.com/spslinux/9.6.2/en/topic/maintaining-a-lifekeeper-protected-system",
  },
  IPP990: { title: "IP parameters 9.9.0", url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/ip-parameters-list" },
  IPOPS990: {
    title: "IP Recovery Kit, principles of operation 9.9.0",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/ip-recovery-kit-principles-of-operation",
  },
  STAT990: {
    title: "Viewing status of resources 9.9.0",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/viewing-the-status-of-resources",
  },
  PRIO45: {
    title: "LifeKeeper 4.5 kit guide: switchback and priority dialogs",
    url: "https://manualsdump.com/en/manuals/steeleye-4.5.0/279639/29",
  },
  PARAM90J: { title: "SPS for Linux 9.0 (ja), parameter lists (PDF, copy)", url: "https://expydoc.com/doc/8550190/" },
  "KB-SCSI": {
    title: "SIOS user portal: behaviour when all heartbeats are lost, shared storage (Linux)",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360037887931",
  },
  "KB-QWK": {
    title: "SIOS user portal: about the Quorum/Witness Server Kit (Linux)",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360037363892",
  },
  "KB-MAJORDER": {
    title: "SIOS user portal: server restart order in majority mode (Linux)",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/900002606066",
  },
  "KB-AUTO": {
    title: "SIOS user portal: how resources start when LifeKeeper starts",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/4409606752921",
  },
  "KB-FLOW": {
    title: "SIOS user portal: flow of resource monitoring (Linux)",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360040945632",
  },
  "KB-DKORDER": {
    title: "SIOS user portal: start/stop order in a data replication configuration",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360037363252",
  },
  "KB-DKNET": {
    title: "SIOS user portal: failure detection on a DataKeeper resource",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/12999975549465",
  },
  "KB-STOP": {
    title: "SIOS user portal: stopping LifeKeeper for maintenance (Linux)",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360037724951",
  },
  "KB-HBPRIO": {
    title: "SIOS user portal: can one heartbeat path be preferred",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360037775231",
  },
  "KB-ALRM": {
    title: "SIOS user portal: quickCheck timed out by ALRM",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/900002549043",
  },
  "KB-LOG": {
    title: "SIOS user portal: LifeKeeper log levels",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/900000881683",
  },
  "KB-ANY": {
    title: "SIOS user portal: storage support policy (Any Storage)",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360038978931",
  },
  "KB-PLAT": {
    title: "SIOS user portal: split-brain counter-measures by platform (v9.9.0)",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/15262968592153",
  },
  "KB-VSPH": {
    title: "SIOS user portal: I/O fencing methods on vSphere",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/900004853126",
  },
  "KB-DEFAULTS": {
    title: "SIOS user portal: /etc/default/LifeKeeper comments in Japanese",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360037733951",
  },
  SCSK: {
    title: "SCSK blog (ja): Quorum/Witness storage mode set-up",
    url: "https://blog.usize-tech.com/lifekeeper-quorum-witness-storage",
  },
  WINQP: {
    title: "LifeKeeper for WINDOWS 8.10.1 quorum parameters (contrast only)",
    url: "https://docs.us.sios.com/sps/8.10.1/en/topic/quorum-parameters-list",
  },
  P66: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 66: Switchback",
    url: null,
  },
  P67: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 67: Logging with syslog",
    url: null,
  },
  P69: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 69: Hierarchy relationships, shared equivalencies",
    url: null,
  },
  P73: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 73: Detailed status display",
    url: null,
  },
  P76: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 76: Flags, shutdown strategy, short status",
    url: null,
  },
  P79: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 79: Resource error recovery (1)",
    url: null,
  },
  P81: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 81: Resource error recovery (3)",
    url: null,
  },
  P82: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 82: Server failure recovery",
    url: null,
  },
  P94: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 94: Shutdown strategy, heartbeat",
    url: null,
  },
  P95: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 95: Heartbeat considerations",
    url: null,
  },
  P126: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 126: I/O fencing without reservations",
    url: null,
  },
  P128: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 128: Quorum/Witness",
    url: null,
  },
  P129: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 129: QWK install",
    url: null,
  },
  P130: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 130: Quorum modes",
    url: null,
  },
  P131: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 131: Witness modes",
    url: null,
  },
  P132: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 132: Quorum loss actions",
    url: null,
  },
  P134: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 134: Majority scenario 1",
    url: null,
  },
  P135: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 135: Majority scenarios 3-4",
    url: null,
  },
  P136: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 136: SCSI reservations",
    url: null,
  },
  P137: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 137: Watchdog, STONITH",
    url: null,
  },
  P144: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 144: TemporalRecovery, meta policies",
    url: null,
  },
  P145: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 145: Resource level policy example",
    url: null,
  },
  P150: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 150: Creating a comm path",
    url: null,
  },
  P209: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 209: Server properties",
    url: null,
  },
  P210: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 210: Comm path properties",
    url: null,
  },
  P212: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 212: Resource states in GUI",
    url: null,
  },
  P217: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 217: LCD data",
    url: null,
  },
  P234: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 234: Stopping LifeKeeper",
    url: null,
  },
  P237: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 237: Technical notes (2)",
    url: null,
  },
  P239: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 239: Confirm failover",
    url: null,
  },
  P248: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 248: Known issues (remove order)",
    url: null,
  },
  P274: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 274: Recovering out-of-service hierarchies, tag names",
    url: null,
  },
  P283: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 283: DataKeeper failover scenario 1",
    url: null,
  },
  P284: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 284: DataKeeper failover scenarios 2-4",
    url: null,
  },
  P301: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 301: Confirm failover settings",
    url: null,
  },
  P325: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 325: DataKeeper server failure and resynchronization",
    url: null,
  },
  QUORUM_PARAMETERS_LIST_990: {
    title: "LifeKeeper for Linux 9.9.0, quorum parameters list",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/quorum-parameters-list",
  },
  QP961: {
    title: "LifeKeeper for Linux 9.6.1, quorum parameters list",
    url: "https://docs.us.sios.com/spslinux/9.6.1/en/topic/quorum-parameters-list",
  },
  KI980J: {
    title: "LifeKeeper for Linux 9.8.0 (ja), core known issues and restrictions",
    url: "https://docs.us.sios.com/spslinux/9.8.0/ja/topic/lifekeeper-core-known-issues-restrictions",
  },
  "KB-QWKBLOCK": {
    title: "SIOS user portal (ja): setting up storage mode with a block device (Linux)",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360037327812",
  },
  STORAGE_MODE_990: {
    title: "LifeKeeper for Linux 9.9.0, storage mode",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/storage-mode",
  },
  CORE981: {
    title: "LifeKeeper for Linux 9.8.1, core parameters list",
    url: "https://docs.us.sios.com/spslinux/9.8.1/en/topic/parameters-list",
  },
  FIREWALL990: {
    title: "LifeKeeper for Linux 9.9.0, running LifeKeeper with a firewall",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/running-lifekeeper-with-a-firewall",
  },
  CORE951: {
    title: "LifeKeeper for Linux 9.5.1, core parameters list",
    url: "https://docs.us.sios.com/spslinux/9.5.1/en/topic/parameters-list",
  },
  CFB980: {
    title: "LifeKeeper for Linux 9.8.0, confirm failover and block resource failover settings",
    url: "https://docs.us.sios.com/spslinux/9.8.0/en/topic/confirm-failover-and-block-resource-failover-settings",
  },
  P300: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 300: Confirm failover settings",
    url: null,
  },
  "LKBLOG-DEFAULTS": {
    title: "SIOS support blog (ja): the comments of /etc/default/LifeKeeper in Japanese",
    url: "http://lk.sios.com/?p=1291",
  },
  "KB-ROUTE53": {
    title: "SIOS user portal (ja): how the Route 53 kit works (Linux)",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360037327852",
  },
  "LKBLOG-ROUTE53": {
    title: "SIOS support blog (ja): how the Route 53 kit of 9.2.2 works",
    url: "http://lk.sios.com/?p=6523",
  },
  DK980: {
    title: "LifeKeeper for Linux 9.8.0, DataKeeper parameters list",
    url: "https://docs.us.sios.com/spslinux/9.8.0/en/topic/datakeeper-parameters-list",
  },
  SNHC951: {
    title: "LifeKeeper for Linux 9.5.1, node monitoring",
    url: "https://docs.us.sios.com/spslinux/9.5.1/en/topic/node-monitoring",
  },
  SAP960: {
    title: "LifeKeeper for Linux 9.6.0, adjusting SAP kit tunable values",
    url: "https://docs.us.sios.com/spslinux/9.6.0/en/topic/adjusting-sap-recovery-kit-tunable-values",
  },
  MAIL990: {
    title: "LifeKeeper for Linux 9.9.0, event notification by mail",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/overview-of-lifekeeper-event-email-notification",
  },
  P90: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 90: Events that send mail",
    url: null,
  },
  SNMP75: {
    title: "LifeKeeper for Linux 7.5, SNMP event forwarding",
    url: "https://docs.us.sios.com/Linux/7.5/LK4Lsrc/Output/Finals/Output/TechDoc/Content/configuration/lifekeeper_event_forwarding_via_snmp/snmp_log_file.htm",
  },
  SNMP50: {
    title: "LifeKeeper for Linux 5.0 product manual, SNMP event forwarding",
    url: "http://licensing.steeleye.com/Linux_5_0/OnlineProductManual/productmanual/snmp_log_file.htm",
  },
  CORE962: {
    title: "LifeKeeper for Linux 9.6.2, core parameters list",
    url: "https://docs.us.sios.com/spslinux/9.6.2/en/topic/parameters-list",
  },
  FSHM961: {
    title: "LifeKeeper for Linux 9.6.1, file system health monitoring",
    url: "https://docs.us.sios.com/spslinux/9.6.1/en/topic/file-system-health-monitoring",
  },
  FSHM902: {
    title: "LifeKeeper for Linux 9.0.2, file system health monitoring",
    url: "http://docs.us.sios.com/Linux/9.0.2/LK4L/TechDoc/Content/user_guide/using_lifekeeper_linux/maintenance_tasks/file_system_health_monitoring.htm",
  },
  P226: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 226: File system health monitoring",
    url: null,
  },
  KVMSCSI: {
    title: "SIOS document (ja, copy): LifeKeeper for Linux with KVM, SCSI reservations",
    url: "https://pdfslide.tips/documents/lifekeeper-linux-kvm-siosjp-scsi-reservation-rhev-red.html",
  },
  LKSCSID75: {
    title: "lkscsid(8) 7.5",
    url: "http://docs.us.sios.com/Linux/7.5/LK4Lsrc/Output/Finals/Output/TechDoc/Content/administration/man_pages/lkscsid_8_.htm",
  },
  LKCCISSD75: {
    title: "lkccissd(8) 7.5",
    url: "http://docs.us.sios.com/Linux/7.5/LK4Lsrc/Output/Finals/Output/TechDoc/Content/administration/man_pages/lkccissd_8_.htm",
  },
  P275: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 275: SCSI tunables",
    url: null,
  },
  P276: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 276: SCSI tunables (2)",
    url: null,
  },
  P104: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 104: Storage notes",
    url: null,
  },
  P123: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 123: Device Mapper Multipath notes",
    url: null,
  },
  IP_PARAMETERS_LIST_932: {
    title: "LifeKeeper for Linux 9.3.2, IP parameters list",
    url: "https://docs.us.sios.com/spslinux/9.3.2/en/topic/ip-parameters-list",
  },
  EC2SETUP981: {
    title: "LifeKeeper for Linux 9.8.1, EC2 system set-up",
    url: "https://docs.us.sios.com/spslinux/9.8.1/en/topic/ec2-user-system-setup",
  },
  DK952: {
    title: "LifeKeeper for Linux 9.5.2, DataKeeper parameters list",
    url: "https://docs.us.sios.com/spslinux/9.5.2/en/topic/datakeeper-parameters-list",
  },
  DK950: {
    title: "LifeKeeper for Linux 9.5.0, DataKeeper parameters list",
    url: "https://docs.us.sios.com/spslinux/9.5.0/en/topic/datakeeper-parameters-list",
  },
  DK950J: {
    title: "LifeKeeper for Linux 9.5.0 (ja), DataKeeper parameters list",
    url: "http://docs.us.sios.com/spslinux/9.5.0/ja/topic/datakeeper-parameters-list",
  },
  DK932: {
    title: "LifeKeeper for Linux 9.3.2, DataKeeper parameters list",
    url: "https://docs.us.sios.com/spslinux/9.3.2/en/topic/datakeeper-parameters-list",
  },
  NAS980: {
    title: "LifeKeeper for Linux 9.8.0, NAS configuration considerations",
    url: "https://docs.us.sios.com/spslinux/9.8.0/en/topic/nas-configuration-considerations",
  },
  VMDK961J: {
    title: "LifeKeeper for Linux 9.6.1 (ja), VMDK configuration considerations",
    url: "https://docs.us.sios.com/spslinux/9.6.1/ja/topic/vmdk-configuration-considerations",
  },
  VMDK960: {
    title: "LifeKeeper for Linux 9.6.0, VMDK kit overview",
    url: "https://docs.us.sios.com/spslinux/9.6.0/en/topic/vmdk-recovery-kit-overview",
  },
  API932J: {
    title: "LifeKeeper for Linux 9.3.2 (ja), LifeKeeper API",
    url: "https://docs.us.sios.com/spslinux/9.3.2/ja/topic/lifekeeper-api",
  },
  MONAPI990: {
    title: "LifeKeeper for Linux 9.9.0, LifeKeeper API for monitoring",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/lifekeeper-api-for-monitoring",
  },
  "KB-PORTS": {
    title: "SIOS user portal (ja): ports that LifeKeeper uses (Linux)",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360037514152",
  },
  R53OPS990: {
    title: "LifeKeeper for Linux 9.9.0, Route 53 operations overview",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/route53-operations-overview",
  },
  EC2OPS990: {
    title: "LifeKeeper for Linux 9.9.0, EC2 operations overview",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/ec2-operations-overview",
  },
  "KB-LISTENER": {
    title: "SIOS user portal (ja): timeouts of the Oracle listener resource (Linux)",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360037734251",
  },
  PGSQL951J: {
    title: "LifeKeeper for Linux 9.5.1 (ja), PostgreSQL tunables",
    url: "https://docs.us.sios.com/spslinux/9.5.1/ja/topic/lifekeeper-tunable-setting-for-postgresql",
  },
  "KB-PGSQL": {
    title: "SIOS user portal (ja): how the PostgreSQL kit works (Linux)",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360037352392",
  },
  "LKBLOG-PGSQL": {
    title: "SIOS support blog (ja): how the PostgreSQL kit of 9.0.0 works",
    url: "http://lk.sios.com/?p=5483",
  },
  "LKBLOG-MYSQL": {
    title: "SIOS support blog (ja): how the MySQL kit of 8.2.1 works",
    url: "http://lk.sios.com/?p=4107",
  },
  SAP75: {
    title: "LifeKeeper for Linux 7.5, adjusting SAP kit tunable values",
    url: "http://docs.us.sios.com/Linux/7.5/LK4Lsrc/Output/Finals/Output/SAP/Content/recovery_kits/sap_recovery_kit_documentation/administration/adjusting_sap_recovery_kit_tunable_values.htm",
  },
  "KB-HULFTHUB": {
    title: "SIOS user portal (ja): how the HULFT HUB kit works (Linux)",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360037352152",
  },
  NASMOUNTER: {
    title: "SIOS Professional Services: NAS mounter for generic applications, README (2018)",
    url: "https://github.com/siostechcorp/genapp",
  },
  REL95: { title: "SIOS (ja): LifeKeeper release notes, 9.5", url: "https://bccs.sios.jp/lifekeeper/release.html" },
  "LKCLI-CP": {
    title: "LifeKeeper for Linux 9.9.0, LKCLI communication path creation and deletion",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/lkcli-communication-path-creation-and-deletion",
  },
  AWSIA: {
    title: "AWS partner solution for SIOS Protection Suite, scripts",
    url: "https://github.com/aws-ia/cfn-ps-sios-protection-suite",
  },
  AWSQS: {
    title: "AWS quick start for SIOS Protection Suite, scripts",
    url: "https://github.com/aws-quickstart/quickstart-sios-protection-suite",
  },
  "AWSQS-OLD": {
    title: "AWS quick start for SIOS Protection Suite, scripts of its first versions",
    url: "https://github.com/aws-quickstart/quickstart-sios-protection-suite",
  },
  "AWSQS-FIG": {
    title: "AWS quick start for SIOS Protection Suite, lcdstatus figure",
    url: "https://github.com/aws-quickstart/quickstart-sios-protection-suite",
  },
  FVORGE: { title: "fvorge: a third-party installation tool", url: "https://github.com/james-crocker/fvorge" },
  GENAPP: { title: "SIOS: sample scripts for generic applications", url: "https://github.com/siostechcorp/genapp" },
  "GENAPP-ROUTE": {
    title: "SIOS: sample scripts for generic applications, route sample",
    url: "https://github.com/siostechcorp/genapp",
  },
  MHKRISH: {
    title: "Notes on SAP with SIOS LifeKeeper 9.8.1",
    url: "https://github.com/mhkrish/SAP-SIOS-HighAvailability-ASCS-ERS-HANADB",
  },
  BALA: {
    title: "Notes on SAP on Azure with SIOS, with parts of the 9.3.1 manual",
    url: "https://github.com/BalaAnbalagan/HA-for-SAP-on-Azure-using-SIOS",
  },
  "LCDI-SYS": {
    title: "LifeKeeper for Windows 8.9.0, LCDI systems",
    url: "https://docs.us.sios.com/sps/8.9.0/en/topic/lcdi-systems",
  },
  "LCDI-EQV": {
    title: "LifeKeeper for Windows 8.7.0, LCDI relationships",
    url: "https://docs.us.sios.com/sps/8.7.0/en/topic/lcdi-relationship",
  },
  DEP961: {
    title: "LifeKeeper for Linux 9.6.1, dep commands (dependencies)",
    url: "https://docs.us.sios.com/spslinux/9.6.1/en/topic/dep-lifekeeper-commands-related-to-how-resource-applications-relate-to-each-other",
  },
  SHORT960: {
    title: "LifeKeeper for Linux 9.6.0, short status display",
    url: "https://docs.us.sios.com/spslinux/9.6.0/en/topic/short-status-display",
  },
  "MAN-COMM": {
    title: "LifeKeeper for Linux 9.2.2, creating communication path",
    url: "http://docs.us.sios.com/Linux/9.2.2/LK4L/TechDoc/Content/administration/administrator_tasks/creating_communication_path.htm",
  },
  RES961: {
    title: "LifeKeeper for Linux 9.6.1, resources subdirectories",
    url: "https://docs.us.sios.com/spslinux/9.6.1/en/topic/resources-subdirectories",
  },
  MIRROR: {
    title: "LifeKeeper for Linux 9.6.2, command-line mirror administration",
    url: "https://docs.us.sios.com/spslinux/9.6.2/en/topic/command-line-mirror-administration",
  },
  TECH: {
    title: "LifeKeeper for Linux 9.6.1, technical notes",
    url: "https://docs.us.sios.com/spslinux/9.6.1/en/topic/technical-notes",
  },
  "Q-WIN": {
    title: "LifeKeeper for Windows 10.0, quorum parameters list (contrast only)",
    url: "https://docs.us.sios.com/sps/10.0/en/topic/quorum-parameters-list",
  },
  CORE960: {
    title: "LifeKeeper for Linux 9.6.0 (ja), core parameters list",
    url: "https://docs.us.sios.com/spslinux/9.6.0/ja/topic/parameters-list",
  },
  KI952J: {
    title: "LifeKeeper for Linux 9.5.2 (ja), core known issues and restrictions",
    url: "https://docs.us.sios.com/spslinux/9.5.2/ja/topic/lifekeeper-core-known-issues-restrictions",
  },
  SIOSBLOG: {
    title: "SIOS blog: what causes failovers to happen",
    url: "https://us.sios.com/blog/what-causes-failovers-to-happen/",
  },
  CORE990: {
    title: "LifeKeeper for Linux 9.9.0, core parameters list",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/parameters-list",
  },
  IP951: {
    title: "LifeKeeper for Linux 9.5.1 (ja), IP parameters list",
    url: "https://docs.us.sios.com/spslinux/9.5.1/ja/topic/ip-parameters-list",
  },
  MAIL940: {
    title: "LifeKeeper for Linux 9.4.0 (ja), event notification by mail",
    url: "https://docs.us.sios.com/spslinux/9.4.0/ja/topic/overview-of-lifekeeper-event-email-notification",
  },
  KI932J: {
    title: "LifeKeeper for Linux 9.3.2 (ja), core known issues and restrictions",
    url: "https://docs.us.sios.com/spslinux/9.3.2/ja/topic/lifekeeper-core-known-issues-restrictions",
  },
  R53: {
    title: "LifeKeeper for Linux 9.9.0, Route 53 resource monitoring and recovery",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/route53-resource-monitoring-and-recovery",
  },
  "EC2-962": {
    title: "LifeKeeper for Linux 9.6.2, EC2 principles of operation",
    url: "https://docs.us.sios.com/spslinux/9.6.2/en/topic/ec2-principles-of-operation",
  },
  LBHC: {
    title: "LifeKeeper for Windows 8.10.0, AWS load balancer health check quick start",
    url: "https://docs.us.sios.com/sps/8.10.0/en/topic/aws-lbhc-quick-start-guide",
  },
  "KB-LKPING": {
    title: "SIOS user portal (ja): the lkping command (Linux)",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360037695871",
  },
  "LCDI-TYPE": { title: "LCDI-resource_type(1M) 7.5", url: null },
  MQ952: {
    title: "LifeKeeper for Linux 9.5.2, MQ configuration requirements",
    url: "https://docs.us.sios.com/spslinux/9.5.2/en/topic/mq-configuration-requirements",
  },
  MD932: {
    title: "LifeKeeper for Linux 9.3.2, software RAID notes and restrictions",
    url: "https://docs.us.sios.com/spslinux/9.3.2/ja/topic/software-raid-notes-and-restrictions",
  },
  HANA941: {
    title: "LifeKeeper for Linux 9.4.1, SAP HANA kit",
    url: "https://docs.us.sios.com/spslinux/9.4.1/en/topic/sap-hana-recovery-kit",
  },
  STORADAPT990: {
    title: "LifeKeeper for Linux 9.9.0, storage and adapter configuration",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/storage-and-adapter-configuration",
  },
  DB2980: {
    title: "LifeKeeper for Linux 9.8.0, DB2 configuration requirements",
    url: "https://docs.us.sios.com/spslinux/9.8.0/en/topic/db2-configuration-requirements",
  },
  EC2MON950J: {
    title: "LifeKeeper for Linux 9.5.0 (ja), EC2 resource monitoring",
    url: "https://docs.us.sios.com/spslinux/9.5.0/ja/topic/ec2-resource-monitoring-and-configuration",
  },
  AZLB951: {
    title: "LifeKeeper for Linux 9.5.1, Azure: using an internal load balancer",
    url: "https://docs.us.sios.com/spslinux/9.5.1/ja/topic/azure-using-an-internal-load-balancer",
  },
  "KB-ORACLE": {
    title: "SIOS user portal (ja): how the Oracle kit works (Linux)",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360037328212",
  },
  P122: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 122: Device Mapper Multipath configurations",
    url: null,
  },
  P260: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 260: Known issues of the Oracle and NFS kits",
    url: null,
  },
  P264: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 264: Known issues of the MD kit",
    url: null,
  },
  QSP892: {
    title: "LifeKeeper for Windows 8.9.2, overview of QSP functionality (contrast only)",
    url: "https://docs.us.sios.com/sps/8.9.2/en/topic/overview-of-qsp-functionality",
  },
  WINDET: {
    title: "LifeKeeper for Windows 8.10.2, detailed status display (contrast only)",
    url: "https://docs.us.sios.com/sps/8.10.2/en/topic/detailed-status-display",
  },
  GENLB960: {
    title: "LifeKeeper for Linux 9.6.0, responding to load balancer health checks",
    url: "https://docs.us.sios.com/spslinux/9.6.0/en/topic/responding-to-load-balancer-health-checks",
  },
  PGHIER75: { title: "LifeKeeper for Linux 7.5, PostgreSQL resource hierarchy", url: null },
  QSP940: {
    title: "LifeKeeper for Linux 9.4.0, QSP kit",
    url: "https://docs.us.sios.com/spslinux/9.4.0/en/topic/quick-service-protection-qsp-recovery-kit",
  },
  NFS980: {
    title: "LifeKeeper for Linux 9.8.0, configuring NFS server with LifeKeeper",
    url: "https://docs.us.sios.com/spslinux/9.8.0/en/topic/configuring-nfs-server-with-lifekeeper",
  },
  SOLUTIONS952: {
    title: "SPS for Linux 9.5.2, solutions: heartbeats and quorum storage",
    url: "https://docs.us.sios.com/spslinux/9.5.2/en/topic/solutions",
  },
  REL75: {
    title: "LCDI relationship(1M) 7.5",
    url: "http://docs.us.sios.com/Linux/7.5/LK4Lsrc/Output/Finals/Output/TechDoc/Content/administration/man_pages/lcdirelationship_1m_.htm",
  },
  LOCKS75: {
    title: "getlocks(1M) 7.5",
    url: "http://docs.us.sios.com/Linux/7.5/LK4Lsrc/Output/Finals/Output/TechDoc/Content/administration/man_pages/getlocks_1m_.htm",
  },
  FSUSIZE: {
    title: "USiZE blog (ja): LifeKeeper and file systems, troubleshooting",
    url: "https://blog.usize-tech.com/lifekeeper-filesystem-troubleshooting",
  },
  YAMIKURO: {
    title: "Wiki (ja): LifeKeeper",
    url: "https://www.yamikuro.com/wiki/?High+Availability/LifeKeeper",
  },
} as const satisfies Record<string, Source>;

export type SourceKey = keyof typeof sources;

const addresses: ReadonlySet<string | null> = new Set(Object.values(sources).map(({ url }) => url));

/** The only links that a text of ours may hold. */
export function isSourceAddress(address: string): boolean {
  return addresses.has(address);
}
