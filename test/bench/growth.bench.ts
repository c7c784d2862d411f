// `npm run bench growth`: everything that may be asked about a file, on files that grow in one direction each. Fails
// when twice as much takes more than three times as long, or a small file longer than anybody waits.

import { allGrowing, type Growing } from "../support/growing.ts";
import { asked, questions } from "../support/growthQuestions.ts";

/** Below this, figures are noise. */
const noiseMs = 60;
const timesMax = 3;
/** Long enough to tell. */
const enoughMs = 300;
/** Nobody waits longer than this for a small file. */
const mostMs = 2_000;
/** In characters of both files together; what is larger is refused at a million. */
const smallMax = 200_000;

let failed = 0;
const wanted = process.env["GROWTH"] ?? "";

for (const growing of allGrowing.filter(({ name }) => name.includes(wanted))) {
  for (const [question, ask] of Object.entries(questions)) {
    const told = measure(growing, ask);
    if (told.isWrong) failed++;
    if (told.isWrong || told.tells)
      process.stdout.write(`${told.isWrong ? "✗" : " "} ${growing.name} · ${question}: ${told.text}\n`);
  }
}
process.stdout.write(failed === 0 ? "nothing grows faster than it should\n" : `${failed} grow too fast\n`);
process.exit(failed === 0 ? 0 : 1);

/** Doubled until it tells something or is no small file any more. */
function measure({ files, start }: Growing, ask: (given: ReturnType<typeof asked>) => unknown) {
  const told: { readonly size: number; readonly ms: number }[] = [];
  for (let size = start; ; size *= 2) {
    const texts = files(size);
    if (size > start && Object.values(texts).join("").length > smallMax) break;
    const given = asked(texts);
    let ms = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 3 && (round === 0 || ms < enoughMs); round++) {
      const began = cpuMs();
      ask(given);
      ms = Math.min(ms, cpuMs() - began);
    }
    told.push({ size, ms });
    if (ms > enoughMs) break;
  }
  const last = told.at(-1)?.ms ?? 0;
  const before = told.at(-2)?.ms ?? last;
  const isWrong = last > mostMs || (last > noiseMs && last > timesMax * Math.max(before, noiseMs / timesMax));
  const text = told.map(({ size, ms }) => `${size}: ${ms.toFixed(0)} ms`).join(", ");
  return { isWrong, tells: last > noiseMs, text };
}

/** Of this thread alone: what else runs on the machine makes no difference. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
