// Times away against random runs: prints every contradiction; there should be none. `AWAY_CLUSTERS` and `AWAY_FROM` say
// which clusters.

import { awayContradictions } from "../core/prove/timed/awayContradictions.ts";

const from = Number(process.env["AWAY_FROM"] ?? 0);
const clusters = Number(process.env["AWAY_CLUSTERS"] ?? 300);
let [compared, wrong] = [0, 0];
const begin = performance.now();
for (let seed = from; seed < from + clusters; seed++) {
  for (const faultsMax of [1, 2]) {
    const against = awayContradictions(seed, faultsMax, 60);
    compared += against.compared;
    wrong += against.contradictions.length;
    for (const text of against.contradictions.slice(0, 1)) process.stdout.write(`${text}\n`);
  }
}
const seconds = (performance.now() - begin) / 1000;
process.stdout.write(`${clusters} clusters, ${compared} runs, ${wrong} contradictions, ${seconds.toFixed(0)} s\n`);
process.exit(wrong === 0 ? 0 : 1);
