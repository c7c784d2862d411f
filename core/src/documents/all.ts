// The documents of a project. A new one is one file, one line here, and its name in titles.ts.

import { asBuiltCheck } from "./asBuilt.ts";
import { availabilityList } from "./availability.ts";
import type { Document, DocumentId } from "./document.ts";
import type { Material } from "./material.ts";
import { operationManual } from "./operations.ts";
import { parameterSheet } from "./parameters.ts";
import { portList } from "./ports.ts";
import { workProcedure } from "./procedure.ts";
import { testSpecification } from "./tests.ts";
import { topologyDocument } from "./topology.ts";

export type MakeDocument = (material: Material) => Document;

const makers = {
  topology: topologyDocument,
  parameters: parameterSheet,
  ports: portList,
  availability: availabilityList,
  procedure: workProcedure,
  tests: testSpecification,
  "as-built": asBuiltCheck,
  operations: operationManual,
} as const satisfies Record<DocumentId, MakeDocument>;

export function makeDocument(id: DocumentId, material: Material): Document {
  return makers[id](material);
}
