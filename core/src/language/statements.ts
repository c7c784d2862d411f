// Every statement of the cluster language by the block it stands in.

import type { ActionStatement } from "./action.ts";
import { actionStatements } from "./actions.ts";
import {
  clusterStatements,
  fileStatements,
  nodeStatements,
  pathStatements,
  resourceStatements,
  storageStatements,
} from "./clusterStatements.ts";
import { shownForm } from "./form.ts";
import { proofStatements, scenarioStatements } from "./scenarioStatements.ts";
import type { BlockKind, Statement } from "./statement.ts";

export const statements: Readonly<Record<BlockKind, readonly Statement[]>> = {
  file: fileStatements,
  cluster: clusterStatements,
  domain: [],
  node: nodeStatements,
  path: pathStatements,
  storage: storageStatements,
  resource: resourceStatements,
  scenario: [...scenarioStatements, ...actionStatements.map(ofAction)],
  prove: proofStatements,
};

export function findStatement(block: BlockKind, keyword: string): Statement | undefined {
  return statements[block].find((statement) => statement.keyword === keyword);
}

function ofAction({ actions, ...statement }: ActionStatement): Statement {
  return { ...statement, forms: Object.values(actions).map(({ form }) => shownForm(form)) };
}
