// The simulator panel in the real editor: a node is failed with the mouse, and the time line says what followed.

import { closeEverything, openSample } from "./editing.ts";

export function definePanelSuite(): void {
  describe("the simulator", () => {
    afterEach(closeEverything);
    it("opens", async () => {
      await openSample("aws-hulft/hulft.lk");
    });
  });
}
