// Makes modules of the extension host loadable in a test: `vscode` is the stand-in. Import this first, then the module
// itself by `import()`.

import { registerHooks } from "node:module";

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "vscode"
      ? { url: new URL("fakeVscode.ts", import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
