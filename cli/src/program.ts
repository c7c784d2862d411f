// lkcluster as a program: what its bin starts, and what the bundle is made of.

import { main } from "./main.ts";

// A bundle for every Node has no top-level await; what goes wrong in `main` is told there.
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
