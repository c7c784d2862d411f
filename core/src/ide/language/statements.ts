// Every statement of the cluster language by the block it stands in. A test compares the list with the parser's.

import type { BlockKind } from "../../syntax/cluster/keywords.ts";
import {
  clusterStatements,
  fileStatements,
  nodeStatements,
  pathStatements,
  resourceStatements,
  storageStatements,
} from "./clusterStatements.ts";
import { proofStatements, scenarioStatements } from "./scenarioStatements.ts";
import type { Statement, Statements } from "./statement.ts";

export const statements: Statements = {
  file: fileStatements,
  cluster: clusterStatements,
  domain: [],
  node: nodeStatements,
  path: pathStatements,
  storage: storageStatements,
  resource: resourceStatements,
  scenario: scenarioStatements,
  prove: proofStatements,
};

export function findStatement(block: BlockKind, keyword: string): Statement | undefined {
  return statements[block].find((statement) => statement.keyword === keyword);
}
