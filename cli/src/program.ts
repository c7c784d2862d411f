// lkcluster as a program: what its bin starts, and what the bundle is made of; and what a thread of `lkcluster mcp` is.

import { main } from "./main.ts";
import { answerCalls, isAssistantThread } from "./mcp/thread.ts";

// A bundle for every Node has no top-level await; what goes wrong in `main` is told there.
if (isAssistantThread()) answerCalls();
else
  void main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
