// Every generator. A new one is one file and one line here.

import { assistantPages } from "./assistantPages.ts";
import { assumptionPages } from "./assumptionPages.ts";
import type { Generator } from "./generator.ts";
import { glossaryPages } from "./glossaryPages.ts";
import { generatedGrammars } from "./grammars.ts";
import { indexPages } from "./indexPages.ts";
import { languagePages } from "./languagePages.ts";
import { matrixPages } from "./matrixPages.ts";
import { parameterPages } from "./parameterPages.ts";
import { publicAddress } from "./publicAddress.ts";
import { readingPages } from "./readingPages.ts";
import { resourceKindPages } from "./resourceKindPages.ts";
import { ruleList } from "./ruleList.ts";
import { rulePages } from "./rulePages.ts";
import { scenarioPages } from "./scenarioPages.ts";
import { settingsSchema } from "./settingsSchema.ts";
import { sourcePages } from "./sourcePages.ts";

const grammars: Generator = { name: "grammars", owns: [], files: generatedGrammars };

export const generators: readonly Generator[] = [
  ruleList,
  indexPages,
  parameterPages,
  rulePages,
  matrixPages,
  readingPages,
  assumptionPages,
  resourceKindPages,
  languagePages,
  assistantPages,
  glossaryPages,
  scenarioPages,
  sourcePages,
  grammars,
  settingsSchema,
  publicAddress,
];
