import assert from "node:assert/strict";
import { explain } from "@lkcluster/core/catalogue/explain.ts";

/** What one copies, and the name whose explanation it should give. */
const copied: readonly (readonly [text: string, name: string])[] = [
  ["!nofailover!node2", "!nofailover!"],
  ["confirmso!node1", "confirmso!"],
  ["!action!1234!1700000000!n1:filesys", "!action!"],
  ["datarep1_data_corrupt", "data_corrupt"],
  ["datarep1_last_owner", "last_owner"],
  ['ERROR:dr:restore:mir:104086:The "mir_data_corrupt" flag is set', "104086"],
  ["Nov 11 00:00:00 n1 quickCheck[17]: NOTIFY:RKActionHandler:quickCheck:app:001047:END failed", "001047"],
  ["ERROR 104052: Cannot get the hardware ID", "104052"],
  ["lkstop -f", "lkstop"],
  ["lcdstatus -e", "lcdstatus"],
  ["root@n1:~# /opt/LifeKeeper/bin/lcdstatus -q", "lcdstatus"],
  ["$ sudo lkstart", "lkstart"],
  ["getlocks", "getlocks"],
  ["124011", "124011"],
  ["5110", "ports"],
  ["qwk_storage_exit", "qwk_storage_exit"],
  ["initialize=(AUTORES_ISP) automatic restore to IN-SERVICE by LifeKeeper", "initialize"],
  ["INIT_OSU", "initialize"],
  ["Bitmap: 9193195 bits (chunks), 130385 dirty (1.4%)", "bitmap"],
  ["Do Not Switch Over", "shutdown_switchover"],
  ["The shutdown strategy is set to: switchover.", "shutdown_switchover"],
  ["# lkGUIapp", "lkGUIapp"],
  ["flg_test -f '!nofailover!n1'", "flg_create"],
  ["Resyncing", "resyncing"],
  ["lkpolicy --set-policy Failover --off tag=ip1", "lkpolicy"],
  ["NotificationOnly", "NotificationOnly"],
  ["Monitoring API", "monitoring-api"],
];

describe("explain, of what one copies from a screen", () => {
  for (const [text, name] of copied) {
    it(`knows ${JSON.stringify(text)}`, () => {
      assert.ok(explain(name, "en") !== undefined, name);
      assert.equal(explain(text, "en"), explain(name, "en"));
      assert.equal(explain(text, "ja"), explain(name, "ja"));
    });
  }

  it("says nothing of what holds no name, however long", () => {
    for (const text of ["", "nothing of the kind", "!", "x".repeat(1e6), `${"#".repeat(1e5)} lkstop`]) {
      assert.equal(explain(text, "en"), undefined);
    }
  });
});
