// What every part of the page of a deployment is given.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import type { Deployment, FromPage } from "../../src/deploy/page/protocol.ts";

export interface PageProps {
  readonly deployment: Deployment;
  readonly locale: Locale;
  readonly nowMs: number;
  readonly send: (message: FromPage) => void;
}
