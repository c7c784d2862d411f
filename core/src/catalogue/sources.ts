// Where facts come from. Every rule, parameter, default and scenario names its sources by these keys.
// Only public documents; a title without an address is a text that was read in print or as a copy.

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
  CAUSE962: {
    title: "Common causes of a failover 9.6.2",
    url: "https://docs.us.sios.com/spslinux/9.6.2/en/topic/common-causes-of-an-sps-initiated-failover",
  },
  MAINT962: {
    title: "Maintaining a protected system 9.6.2",
    url: "https://docs.us.sios.com/spslinux/9.6.2/en/topic/maintaining-a-lifekeeper-protected-system",
  },
  IPP990: { title: "IP parameters 9.9.0", url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/ip-parameters-list" },
  STAT990: {
    title: "Viewing status of resources 9.9.0",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/viewing-the-status-of-resources",
  },
  PRIO45: {
    title: "LifeKeeper 4.5 kit guide: switchback and priority dialogs",
    url: "https://manualsdump.com/en/manuals/steeleye-4.5.0/279639/29",
  },
  PARAM90J: { title: "SPS for Linux 9.0 (ja) parameter list PDF", url: "https://expydoc.com/doc/8550190/" },
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
    title: "SCSK blog: Quorum/Witness storage mode set-up",
    url: "https://blog.usize-tech.com/lifekeeper-quorum-witness-storage",
  },
  WINSTO: {
    title: "LifeKeeper for WINDOWS 8.9.2 storage mode (contrast only)",
    url: "https://docs.us.sios.com/sps/8.9.2/en/topic/storage-mode",
  },
  WINQP: {
    title: "LifeKeeper for WINDOWS 8.10.1 quorum parameters (contrast only)",
    url: "https://docs.us.sios.com/sps/8.10.1/en/topic/quorum-parameters-list",
  },
  P65: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Active-standby grouping",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-65.html",
  },
  P66: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Switchback",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-66.html",
  },
  P69: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Hierarchy relationships, shared equivalencies",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-69.html",
  },
  P73: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Detailed status display",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-73.html",
  },
  P76: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Flags, shutdown strategy, short status",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-76.html",
  },
  P79: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Resource error recovery (1)",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-79.html",
  },
  P80: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Resource error recovery (2)",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-80.html",
  },
  P81: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Resource error recovery (3)",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-81.html",
  },
  P82: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Server failure recovery",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-82.html",
  },
  P94: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Shutdown strategy, heartbeat",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-94.html",
  },
  P95: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Heartbeat considerations",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-95.html",
  },
  P125: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): I/O fencing introduction",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-125.html",
  },
  P126: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): I/O fencing without reservations",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-126.html",
  },
  P128: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Quorum/Witness",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-128.html",
  },
  P129: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): QWK install",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-129.html",
  },
  P130: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Quorum modes",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-130.html",
  },
  P131: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Witness modes",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-131.html",
  },
  P132: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Quorum loss actions",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-132.html",
  },
  P134: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Majority scenario 1",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-134.html",
  },
  P135: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Majority scenarios 3-4",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-135.html",
  },
  P136: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): SCSI reservations",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-136.html",
  },
  P137: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Watchdog, STONITH",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-137.html",
  },
  P144: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): TemporalRecovery, meta policies",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-144.html",
  },
  P145: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Resource level policy example",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-145.html",
  },
  P150: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Creating a comm path",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-150.html",
  },
  P209: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Server properties",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-209.html",
  },
  P210: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Comm path properties",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-210.html",
  },
  P212: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Resource states in GUI",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-212.html",
  },
  P217: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): LCD data",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-217.html",
  },
  P221: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): LCM",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-221.html",
  },
  P227: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Maintenance",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-227.html",
  },
  P228: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Recovering after a failover",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-228.html",
  },
  P230: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Ports",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-230.html",
  },
  P234: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Stopping LifeKeeper",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-234.html",
  },
  P236: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Technical notes",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-236.html",
  },
  P237: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Technical notes (2)",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-237.html",
  },
  P239: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Confirm failover",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-239.html",
  },
  P248: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Known issues (remove order)",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-248.html",
  },
  P274: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Recovering out-of-service hierarchies",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-274.html",
  },
  P283: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): DataKeeper failover scenario 1",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-283.html",
  },
  P284: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): DataKeeper failover scenarios 2-4",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-284.html",
  },
  P301: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): Confirm failover settings",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-301.html",
  },
  P325: {
    title:
      "SteelEye/SPS for Linux 8.x technical documentation, PDF page mirror (filed under a wrong product name): DataKeeper server failure and resynchronization",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-325.html",
  },
  QUORUM_PARAMETERS_LIST_990: {
    title: "LifeKeeper for Linux 9.9.0, quorum parameters list",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/quorum-parameters-list",
  },
  QUORUM_PARAMETERS_LIST_961: {
    title: "LifeKeeper for Linux 9.6.1, quorum parameters list",
    url: "https://docs.us.sios.com/spslinux/9.6.1/en/topic/quorum-parameters-list",
  },
  LIFEKEEPER_CORE_KNOWN_IS_980J: {
    title: "LifeKeeper for Linux 9.8.0 (ja), lifekeeper core known issues restrictions",
    url: "https://docs.us.sios.com/spslinux/9.8.0/ja/topic/lifekeeper-core-known-issues-restrictions",
  },
  WIN_QUORUM_PARAMETERS_LI_100: {
    title: "LifeKeeper for Windows 10.0, quorum parameters list",
    url: "https://docs.us.sios.com/sps/10.0/en/topic/quorum-parameters-list",
  },
  KB_360037327812: {
    title: "SIOS user portal (ja), article 360037327812",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360037327812",
  },
  STORAGE_MODE_990: {
    title: "LifeKeeper for Linux 9.9.0, storage mode",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/storage-mode",
  },
  PARAMETERS_LIST_990: {
    title: "LifeKeeper for Linux 9.9.0, parameters list",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/parameters-list",
  },
  PARAMETERS_LIST_981: {
    title: "LifeKeeper for Linux 9.8.1, parameters list",
    url: "https://docs.us.sios.com/spslinux/9.8.1/en/topic/parameters-list",
  },
  RUNNING_LIFEKEEPER_WITH__990: {
    title: "LifeKeeper for Linux 9.9.0, running lifekeeper with a firewall",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/running-lifekeeper-with-a-firewall",
  },
  PARAMETERS_LIST_951: {
    title: "LifeKeeper for Linux 9.5.1, parameters list",
    url: "https://docs.us.sios.com/spslinux/9.5.1/en/topic/parameters-list",
  },
  PARAMETERS_LIST_960J: {
    title: "LifeKeeper for Linux 9.6.0 (ja), parameters list",
    url: "https://docs.us.sios.com/spslinux/9.6.0/ja/topic/parameters-list",
  },
  EXPYDOC_COM_DOC_8550190_PDF_SIOS: {
    title: "expydoc.com/doc/8550190/pdf----sios-%E3%83%86%E3%82%AF%E3%83%8B%E3%82%AB%E3%83%A",
    url: "https://expydoc.com/doc/8550190/pdf----sios-%E3%83%86%E3%82%AF%E3%83%8B%E3%82%AB%E3%83%AB%E3%83%89%E3%82%AD%E3%83%A5%E3%83%A1%E3%83%B3%E3%83%86%E3%83%BC%E3%82%B7%E3%83%A7%E3%83%B3",
  },
  CONFIRM_FAILOVER_AND_BLO_980: {
    title: "LifeKeeper for Linux 9.8.0, confirm failover and block resource failover settings",
    url: "https://docs.us.sios.com/spslinux/9.8.0/en/topic/confirm-failover-and-block-resource-failover-settings",
  },
  P300: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 300 (mirror)",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-300.html",
  },
  LK_SIOS_COM_P_1291: { title: "lk.sios.com/?p=1291", url: "http://lk.sios.com/?p=1291" },
  KB_360037327852: {
    title: "SIOS user portal (ja), article 360037327852",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360037327852",
  },
  LK_SIOS_COM_P_6523: { title: "lk.sios.com/?p=6523", url: "http://lk.sios.com/?p=6523" },
  DATAKEEPER_PARAMETERS_LI_980: {
    title: "LifeKeeper for Linux 9.8.0, datakeeper parameters list",
    url: "https://docs.us.sios.com/spslinux/9.8.0/en/topic/datakeeper-parameters-list",
  },
  NODE_MONITORING_951: {
    title: "LifeKeeper for Linux 9.5.1, node monitoring",
    url: "https://docs.us.sios.com/spslinux/9.5.1/en/topic/node-monitoring",
  },
  ADJUSTING_SAP_RECOVERY_K_960: {
    title: "LifeKeeper for Linux 9.6.0, adjusting sap recovery kit tunable values",
    url: "https://docs.us.sios.com/spslinux/9.6.0/en/topic/adjusting-sap-recovery-kit-tunable-values",
  },
  OVERVIEW_OF_LIFEKEEPER_E_990: {
    title: "LifeKeeper for Linux 9.9.0, overview of lifekeeper event email notification",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/overview-of-lifekeeper-event-email-notification",
  },
  P90: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 90 (mirror)",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-90.html",
  },
  SNMP_LOG_FILE_75: {
    title: "LifeKeeper for Linux 7.5, snmp log file",
    url: "https://docs.us.sios.com/Linux/7.5/LK4Lsrc/Output/Finals/Output/TechDoc/Content/configuration/lifekeeper_event_forwarding_via_snmp/snmp_log_file.htm",
  },
  LICENSING_STEELEYE_COM_LINUX_5_0: {
    title: "licensing.steeleye.com/Linux_5_0/OnlineProductManual/productmanual/snmp_log_file",
    url: "http://licensing.steeleye.com/Linux_5_0/OnlineProductManual/productmanual/snmp_log_file.htm",
  },
  PARAMETERS_LIST_962: {
    title: "LifeKeeper for Linux 9.6.2, parameters list",
    url: "https://docs.us.sios.com/spslinux/9.6.2/en/topic/parameters-list",
  },
  FILE_SYSTEM_HEALTH_MONIT_961: {
    title: "LifeKeeper for Linux 9.6.1, file system health monitoring",
    url: "https://docs.us.sios.com/spslinux/9.6.1/en/topic/file-system-health-monitoring",
  },
  FILE_SYSTEM_HEALTH_MONIT_902: {
    title: "LifeKeeper for Linux 9.0.2, file system health monitoring",
    url: "http://docs.us.sios.com/Linux/9.0.2/LK4L/TechDoc/Content/user_guide/using_lifekeeper_linux/maintenance_tasks/file_system_health_monitoring.htm",
  },
  P226: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 226 (mirror)",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-226.html",
  },
  PDFSLIDE_TIPS_DOCUMENTS_LIFEKEEP: {
    title: "pdfslide.tips/documents/lifekeeper-linux-kvm-siosjp-scsi-reservation-rhev-red.ht",
    url: "https://pdfslide.tips/documents/lifekeeper-linux-kvm-siosjp-scsi-reservation-rhev-red.html",
  },
  LKSCSID_8_75: {
    title: "LifeKeeper for Linux 7.5, lkscsid 8",
    url: "http://docs.us.sios.com/Linux/7.5/LK4Lsrc/Output/Finals/Output/TechDoc/Content/administration/man_pages/lkscsid_8_.htm",
  },
  LKCCISSD_8_75: {
    title: "LifeKeeper for Linux 7.5, lkccissd 8",
    url: "http://docs.us.sios.com/Linux/7.5/LK4Lsrc/Output/Finals/Output/TechDoc/Content/administration/man_pages/lkccissd_8_.htm",
  },
  P275: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 275 (mirror)",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-275.html",
  },
  P276: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 276 (mirror)",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-276.html",
  },
  P104: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 104 (mirror)",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-104.html",
  },
  P123: {
    title: "SteelEye Protection Suite for Linux 8.x manual, page 123 (mirror)",
    url: "http://38.142.81.21:8001/manual/micronet/fibre-to-sas-sata-ii-raid-subsystem/specifications-english/page-123.html",
  },
  IP_PARAMETERS_LIST_951J: {
    title: "LifeKeeper for Linux 9.5.1 (ja), ip parameters list",
    url: "https://docs.us.sios.com/spslinux/9.5.1/ja/topic/ip-parameters-list",
  },
  IP_PARAMETERS_LIST_932: {
    title: "LifeKeeper for Linux 9.3.2, ip parameters list",
    url: "https://docs.us.sios.com/spslinux/9.3.2/en/topic/ip-parameters-list",
  },
  EC2_USER_SYSTEM_SETUP_981: {
    title: "LifeKeeper for Linux 9.8.1, ec2 user system setup",
    url: "https://docs.us.sios.com/spslinux/9.8.1/en/topic/ec2-user-system-setup",
  },
  DATAKEEPER_PARAMETERS_LI_952: {
    title: "LifeKeeper for Linux 9.5.2, datakeeper parameters list",
    url: "https://docs.us.sios.com/spslinux/9.5.2/en/topic/datakeeper-parameters-list",
  },
  DATAKEEPER_PARAMETERS_LI_950: {
    title: "LifeKeeper for Linux 9.5.0, datakeeper parameters list",
    url: "https://docs.us.sios.com/spslinux/9.5.0/en/topic/datakeeper-parameters-list",
  },
  DATAKEEPER_PARAMETERS_LI_950J: {
    title: "LifeKeeper for Linux 9.5.0 (ja), datakeeper parameters list",
    url: "http://docs.us.sios.com/spslinux/9.5.0/ja/topic/datakeeper-parameters-list",
  },
  DATAKEEPER_PARAMETERS_LI_932: {
    title: "LifeKeeper for Linux 9.3.2, datakeeper parameters list",
    url: "https://docs.us.sios.com/spslinux/9.3.2/en/topic/datakeeper-parameters-list",
  },
  NAS_CONFIGURATION_CONSID_980: {
    title: "LifeKeeper for Linux 9.8.0, nas configuration considerations",
    url: "https://docs.us.sios.com/spslinux/9.8.0/en/topic/nas-configuration-considerations",
  },
  VMDK_CONFIGURATION_CONSI_961J: {
    title: "LifeKeeper for Linux 9.6.1 (ja), vmdk configuration considerations",
    url: "https://docs.us.sios.com/spslinux/9.6.1/ja/topic/vmdk-configuration-considerations",
  },
  VMDK_RECOVERY_KIT_OVERVI_960: {
    title: "LifeKeeper for Linux 9.6.0, vmdk recovery kit overview",
    url: "https://docs.us.sios.com/spslinux/9.6.0/en/topic/vmdk-recovery-kit-overview",
  },
  LIFEKEEPER_API_932J: {
    title: "LifeKeeper for Linux 9.3.2 (ja), lifekeeper api",
    url: "https://docs.us.sios.com/spslinux/9.3.2/ja/topic/lifekeeper-api",
  },
  KB_360037514152: {
    title: "SIOS user portal (ja), article 360037514152",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360037514152",
  },
  ROUTE53_OPERATIONS_OVERV_990: {
    title: "LifeKeeper for Linux 9.9.0, route53 operations overview",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/route53-operations-overview",
  },
  EC2_OPERATIONS_OVERVIEW_990: {
    title: "LifeKeeper for Linux 9.9.0, ec2 operations overview",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/ec2-operations-overview",
  },
  KB_360037734251: {
    title: "SIOS user portal (ja), article 360037734251",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360037734251",
  },
  LIFEKEEPER_TUNABLE_SETTI_951J: {
    title: "LifeKeeper for Linux 9.5.1 (ja), lifekeeper tunable setting for postgresql",
    url: "https://docs.us.sios.com/spslinux/9.5.1/ja/topic/lifekeeper-tunable-setting-for-postgresql",
  },
  KB_360037352392: {
    title: "SIOS user portal (ja), article 360037352392",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360037352392",
  },
  LK_SIOS_COM_P_5483: { title: "lk.sios.com/?p=5483", url: "http://lk.sios.com/?p=5483" },
  LK_SIOS_COM_P_4107: { title: "lk.sios.com/?p=4107", url: "http://lk.sios.com/?p=4107" },
  ADJUSTING_SAP_RECOVERY_K_75: {
    title: "LifeKeeper for Linux 7.5, adjusting sap recovery kit tunable values",
    url: "http://docs.us.sios.com/Linux/7.5/LK4Lsrc/Output/Finals/Output/SAP/Content/recovery_kits/sap_recovery_kit_documentation/administration/adjusting_sap_recovery_kit_tunable_values.htm",
  },
  KB_360037352152: {
    title: "SIOS user portal (ja), article 360037352152",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360037352152",
  },
  GITHUB_FIND_STRING_ID_3600859476: {
    title: "GitHub (find_string id 36008594769): SIOS Professional Services enhancedNasMount",
    url: "GitHub (find_string id 36008594769): SIOS Professional Services enhancedNasMounter README, 2018",
  },
  REL95: { title: "bccs.sios.jp/lifekeeper/release.html", url: "https://bccs.sios.jp/lifekeeper/release.html" },
  "LKCLI-CP": {
    title: "LifeKeeper for Linux 9.9.0, lkcli communication path creation and deletion",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/lkcli-communication-path-creation-and-deletion",
  },
  AWSIA: {
    title: "github.com/aws-ia/cfn-ps-sios-protection-suite",
    url: "https://github.com/aws-ia/cfn-ps-sios-protection-suite",
  },
  AWSQS: {
    title: "github.com/aws-quickstart/quickstart-sios-protection-suite",
    url: "https://github.com/aws-quickstart/quickstart-sios-protection-suite",
  },
  "AWSQS-OLD": {
    title: "github.com/aws-quickstart/quickstart-sios-protection-suite",
    url: "https://github.com/aws-quickstart/quickstart-sios-protection-suite",
  },
  "AWSQS-FIG": {
    title: "github.com/aws-quickstart/quickstart-sios-protection-suite",
    url: "https://github.com/aws-quickstart/quickstart-sios-protection-suite",
  },
  FVORGE: { title: "github.com/james-crocker/fvorge", url: "https://github.com/james-crocker/fvorge" },
  GENAPP: { title: "github.com/siostechcorp/genapp", url: "https://github.com/siostechcorp/genapp" },
  "GENAPP-ROUTE": { title: "github.com/siostechcorp/genapp", url: "https://github.com/siostechcorp/genapp" },
  MHKRISH: {
    title: "github.com/mhkrish/SAP-SIOS-HighAvailability-ASCS-ERS-HANADB",
    url: "https://github.com/mhkrish/SAP-SIOS-HighAvailability-ASCS-ERS-HANADB",
  },
  BALA: {
    title: "github.com/BalaAnbalagan/HA-for-SAP-on-Azure-using-SIOS",
    url: "https://github.com/BalaAnbalagan/HA-for-SAP-on-Azure-using-SIOS",
  },
  "LCDI-SYS": {
    title: "LifeKeeper for Windows 8.9.0, lcdi systems",
    url: "https://docs.us.sios.com/sps/8.9.0/en/topic/lcdi-systems",
  },
  "LCDI-EQV": {
    title: "LifeKeeper for Windows 8.7.0, lcdi relationship",
    url: "https://docs.us.sios.com/sps/8.7.0/en/topic/lcdi-relationship",
  },
  DEP961: {
    title:
      "LifeKeeper for Linux 9.6.1, dep lifekeeper commands related to how resource applications relate to each other",
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
  SAMS45: {
    title: "manualsdump.com/en/manuals/steeleye-4.5.0/279639/29",
    url: "https://manualsdump.com/en/manuals/steeleye-4.5.0/279639/29",
  },
  MIRROR: {
    title: "LifeKeeper for Linux 9.6.2, command line mirror administration",
    url: "https://docs.us.sios.com/spslinux/9.6.2/en/topic/command-line-mirror-administration",
  },
  TECH: {
    title: "LifeKeeper for Linux 9.6.1, technical notes",
    url: "https://docs.us.sios.com/spslinux/9.6.1/en/topic/technical-notes",
  },
  "Q-WIN": {
    title: "LifeKeeper for Windows 10.0, quorum parameters list",
    url: "https://docs.us.sios.com/sps/10.0/en/topic/quorum-parameters-list",
  },
  CORE960: {
    title: "LifeKeeper for Linux 9.6.0 (ja), parameters list",
    url: "https://docs.us.sios.com/spslinux/9.6.0/ja/topic/parameters-list",
  },
  EXPY90: { title: "expydoc.com/doc/8550190", url: "https://expydoc.com/doc/8550190" },
  STOR981: {
    title: "LifeKeeper for Linux 9.8.1 (ja), storage mode",
    url: "https://docs.us.sios.com/spslinux/9.8.1/ja/topic/storage-mode",
  },
  KNOWN952: {
    title: "LifeKeeper for Linux 9.5.2 (ja), lifekeeper core known issues restrictions",
    url: "https://docs.us.sios.com/spslinux/9.5.2/ja/topic/lifekeeper-core-known-issues-restrictions",
  },
  "PORTAL-STOP": {
    title: "SIOS user portal (ja), article 360037724951",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360037724951",
  },
  "USIZE-QWK": {
    title: "blog.usize-tech.com/lifekeeper-quorum-witness-storage",
    url: "https://blog.usize-tech.com/lifekeeper-quorum-witness-storage",
  },
  "USIZE-LOG": { title: "blog.usize-tech.com/?p=34575", url: "https://blog.usize-tech.com/?p=34575" },
  WITONLY: {
    title: "LifeKeeper for Windows 8.9.1, witness only node",
    url: "https://docs.us.sios.com/sps/8.9.1/en/topic/witness-only-node",
  },
  SIOSBLOG: {
    title: "us.sios.com/blog/what-causes-failovers-to-happen/",
    url: "https://us.sios.com/blog/what-causes-failovers-to-happen/",
  },
  CORE990: {
    title: "LifeKeeper for Linux 9.9.0, parameters list",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/parameters-list",
  },
  IP951: {
    title: "LifeKeeper for Linux 9.5.1 (ja), ip parameters list",
    url: "https://docs.us.sios.com/spslinux/9.5.1/ja/topic/ip-parameters-list",
  },
  MAIL940: {
    title: "LifeKeeper for Linux 9.4.0 (ja), overview of lifekeeper event email notification",
    url: "https://docs.us.sios.com/spslinux/9.4.0/ja/topic/overview-of-lifekeeper-event-email-notification",
  },
  KNOWN932: {
    title: "LifeKeeper for Linux 9.3.2 (ja), lifekeeper core known issues restrictions",
    url: "https://docs.us.sios.com/spslinux/9.3.2/ja/topic/lifekeeper-core-known-issues-restrictions",
  },
  R53: {
    title: "LifeKeeper for Linux 9.9.0, route53 resource monitoring and recovery",
    url: "https://docs.us.sios.com/spslinux/9.9.0/en/topic/route53-resource-monitoring-and-recovery",
  },
  "EC2-962": {
    title: "LifeKeeper for Linux 9.6.2, ec2 principles of operation",
    url: "https://docs.us.sios.com/spslinux/9.6.2/en/topic/ec2-principles-of-operation",
  },
  LBHC: {
    title: "LifeKeeper for Windows 8.10.0, aws lbhc quick start guide",
    url: "https://docs.us.sios.com/sps/8.10.0/en/topic/aws-lbhc-quick-start-guide",
  },
  YAMIKURO: {
    title: "www.yamikuro.com/wiki/?High+Availability/LifeKeeper",
    url: "https://www.yamikuro.com/wiki/?High+Availability/LifeKeeper",
  },
  THINKIT: { title: "thinkit.co.jp/node/3101", url: "https://thinkit.co.jp/node/3101" },
  "PORTAL-V8LOG": {
    title: "SIOS user portal (ja), article 360039110151",
    url: "https://lkdkuserportal.sios.jp/hc/ja/articles/360039110151",
  },
} as const satisfies Record<string, Source>;

export type SourceKey = keyof typeof sources;
