// A snapshot of the files of a fixture, with the cursor in it.

import type { CursorPlace } from "@lkcluster/core/ide/place.ts";
import { createSnapshot, type Snapshot } from "@lkcluster/core/ide/snapshot.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { cursorOf, type Fixture, readFixture } from "../../support/fixture.ts";

export interface FixtureSnapshot {
  readonly fixture: Fixture;
  readonly snapshot: Snapshot;
}

export function snapshotOf(text: string): FixtureSnapshot {
  const fixture = readFixture(text);
  const snapshot = createSnapshot({
    files: filesOf(Object.fromEntries(fixture.files)),
    clusterFiles: [...fixture.files.keys()].filter((file) => file.endsWith(".lk")),
    settings: {},
  });
  return { fixture, snapshot };
}

export function atCursor(text: string): FixtureSnapshot & { readonly place: CursorPlace } {
  const { fixture, snapshot } = snapshotOf(text);
  const { file, offset } = cursorOf(fixture);
  return { fixture, snapshot, place: { file, offset, language: file.endsWith(".lk") ? "cluster" : "defaults" } };
}
