// Lives through a sequence with nodes in memory: does each step, and keeps of each run what the judge needs.

import assert from "node:assert/strict";
import { type ByteText, bytesOfText } from "@lkcluster/core/text/byteText.ts";
import { deployCluster, planCluster } from "@lkcluster/deploy/deployCluster.ts";
import { readPlanFile } from "@lkcluster/deploy/planFile.ts";
import { rollbackCluster } from "@lkcluster/deploy/rollbackCluster.ts";
import { clusterOfPlan, deploySavedPlan, savePlan } from "@lkcluster/deploy/savedPlan.ts";
import { statusOfCluster } from "@lkcluster/deploy/statusCluster.ts";
import { type Deed, edit, forget, type MemoryNode, start } from "../../../deploy/testNodes/memoryNode.ts";
import { MemoryCluster } from "../../../deploy/testNodes/memoryNodes.ts";
import { asOf } from "./clientClock.ts";
import { clusterOfSize, filesThere, firstFile, nodesOfSize, sizeMax, valueIn, type Wanted } from "./configurations.ts";
import type { Evidence, Past, Snapshots, Untrue } from "./evidence.ts";
import { type Count, judge, timerPromises } from "./laws.ts";
import { judgeByValue, mixes } from "./mixture.ts";
import type { Options, Run, Sequence, Step } from "./sequence.ts";
import { type Told, toldOf } from "./told.ts";

interface KeptPlan {
  readonly text: string;
  readonly wanted: Wanted;
  readonly size: number;
  readonly options: Options;
}

const timerLaw = "where a node's own timer is said to put the old file back, it does";

/** Lives through all of it; what is said and what must never be is judged on the way. */
export async function live(sequence: Sequence, count: Count = () => undefined): Promise<MemoryWorld> {
  const world = new MemoryWorld(sequence, count);
  for (const step of sequence.steps) {
    await world.do(step);
  }
  world.settle();
  return world;
}

export class MemoryWorld {
  readonly untrue: Untrue[] = [];
  readonly runs: Evidence[] = [];
  readonly #memory: MemoryCluster;
  readonly #count: Count;
  readonly #past: Past[] = [];
  #size: number;
  #here = 0;
  #plan: KeptPlan | undefined;
  /** Files that come back by themselves, as the last run said. */
  #promised: { readonly node: string; readonly file: ByteText | undefined }[] = [];
  /** What the run under way may not do, told of each deed. */
  #watch: ((node: MemoryNode, deed: Deed) => void) | undefined;

  constructor({ size, clocksAheadSeconds, running }: Sequence, count: Count) {
    this.#count = count;
    this.#size = size;
    const all = nodesOfSize[sizeMax] ?? [];
    this.#memory = new MemoryCluster(all, bytesOfText(firstFile));
    for (const [at, node] of [...this.#memory.nodes.values()].entries()) {
      node.clockAheadMs = (clocksAheadSeconds[at] ?? 0) * 1000;
      node.running = running[at] ?? true;
      node.watch = (deed) => this.#watch?.(node, deed);
    }
  }

  get #names(): readonly string[] {
    return nodesOfSize[this.#size] ?? [];
  }

  #node(place: number): MemoryNode {
    const node = this.#memory.nodes.get(this.#names[place % this.#names.length] ?? "");
    assert.ok(node);
    return node;
  }

  async do(step: Step): Promise<void> {
    const memory = this.#memory;
    switch (step.do) {
      case "run":
        return this.#run(step);
      case "edit-here":
        this.#here = step.here;
        return;
      case "edit-there": {
        this.#promised = [];
        const text = filesThere[step.there];
        return edit(this.#node(step.place), text === undefined ? undefined : bytesOfText(text));
      }
      case "lifekeeper":
        for (const node of step.place === "all" ? memory.nodes.values() : [this.#node(step.place)]) {
          if (step.running) start(node);
          else node.running = false;
        }
        return;
      case "rebuild": {
        const node = this.#node(step.place);
        this.#promised = [];
        memory.reboot(node.name);
        forget(node);
        return edit(node, bytesOfText(firstFile));
      }
      case "remove-history":
        this.#promised = [];
        return forget(this.#node(step.place));
      case "swap-names": {
        const [a, b] = [this.#node(step.place), this.#node(step.other)];
        [a.ownName, b.ownName] = [b.ownName, a.ownName];
        return;
      }
      case "set-clock":
        this.#node(step.place).clockAheadMs = step.aheadSeconds * 1000;
        return;
      case "reboot":
        this.#promised = [];
        return memory.reboot(this.#node(step.place).name);
      case "leave":
        return memory.leave(this.#node(step.place).name, step.forSeconds * 1000);
      case "pause":
        return memory.pause(this.#node(step.place).name, step.forSeconds * 1000);
      case "wait":
        return memory.pass(step.seconds * 1000);
      case "mend":
        return memory.returnAll();
      case "grow":
        this.#size = Math.min(this.#size + 1, sizeMax);
        return;
    }
  }

  async #run(run: Run): Promise<void> {
    const memory = this.#memory;
    memory.revive();
    const names = this.#names;
    const from = new Map([...memory.nodes.values()].map((node) => [node.name, node.deeds.length]));
    for (const node of memory.nodes.values()) node.operations = [];
    memory.inject(
      run.faults.map(({ place, at, fault, forSeconds }) => ({
        node: this.#node(place).name,
        at,
        fault,
        forMs: forSeconds * 1000,
      })),
    );
    const chosen = this.#chosen(run);
    const before = this.#snapshots();
    const targetsBefore = this.#targets(run);
    const keptBefore = this.#kept();
    this.#promised = [];
    const wanted = this.#wanted(run);
    let answered: boolean | undefined;
    const broken: Untrue[] = [];
    this.#watch = (node, deed) => broken.push(...this.#forbidden(run, node, deed));
    const ended = await asOf(
      () => memory.nowMs + run.clockAheadSeconds * 1000,
      () =>
        Promise.race([
          this.#perform(run, (answer) => {
            answered = answer;
          }),
          memory.clientDied.then(() => undefined),
        ]),
    );
    this.#watch = undefined;
    memory.inject([]);
    const deeds = new Map([...memory.nodes.values()].map(({ name, deeds: all }) => [name, all.slice(from.get(name))]));
    const own = new Set(
      [...deeds.values()]
        .flat()
        .flatMap(({ kind, transaction }) => (kind === "staged" && transaction !== undefined ? [transaction] : [])),
    );
    const evidence: Evidence = {
      command: run.command,
      names,
      chosen,
      wanted,
      targets: [...targetsBefore, ...this.#targets(run)],
      before,
      after: this.#snapshots(),
      deeds,
      own,
      keptBefore,
      answered,
      told: ended,
    };
    this.runs.push(evidence);
    this.untrue.push(...broken, ...judge(evidence, this.#count));
    this.#remember(evidence);
    this.#promised = timerPromises(evidence).map((node) => ({ node, file: before.get(node)?.file }));
  }

  #chosen({ command }: Run): readonly string[] {
    if (command.kind === "status") return this.#names;
    const own = this.#choice(command.options);
    if (command.kind === "deploy-plan" && command.options.nodes === undefined && this.#plan !== undefined) {
      return this.#choice(this.#plan.options, this.#plan.size);
    }
    return own ?? this.#names;
  }

  #choice({ nodes }: Options, size = this.#size): readonly string[] {
    const names = nodesOfSize[size] ?? [];
    return nodes === undefined ? names : names.filter((_, at) => nodes.some((place) => place % names.length === at));
  }

  #wanted({ command }: Run): Wanted | undefined {
    switch (command.kind) {
      case "deploy":
      case "plan":
        return { here: this.#here, mode: command.options.replace === true ? "replace" : "merge" };
      case "deploy-plan": {
        const made = this.#plan?.wanted;
        return made === undefined || command.options.replace !== true ? made : { ...made, mode: "replace" };
      }
      case "status":
      case "rollback":
        return undefined;
    }
  }

  /** What a rollback means: the result of that transaction, or what was there before the last that a node still knows. */
  #targets({ command }: Run): readonly Past["after"][] {
    if (command.kind !== "rollback") return [];
    const { to } = command;
    if (to !== undefined) {
      const past = this.#past.at(-1 - (to % Math.max(1, this.#past.length)));
      return past === undefined ? [] : [past.after];
    }
    // Where only some nodes are asked for, it may be the last one that these know.
    return [this.#names, this.#choice(command.options)].flatMap((names) => {
      const known = this.#kept(names);
      return this.#past.findLast(({ transaction }) => known.has(transaction))?.before ?? [];
    });
  }

  #kept(names = this.#names): ReadonlySet<string> {
    const nodes = names.flatMap((name) => this.#memory.nodes.get(name) ?? []);
    return new Set(
      nodes.flatMap(({ kept, staged }) => [
        ...kept.flatMap(({ id, confirmed }) => (confirmed ? [id] : [])),
        ...(staged?.decision === "confirmed" ? [staged.id] : []),
      ]),
    );
  }

  /** Everything that still hangs comes to its end, and what was promised of the time after is looked at. */
  settle(): void {
    this.#memory.returnAll();
    this.#memory.pass(1_000_000);
    for (const { node, file } of this.#promised) {
      this.#count(timerLaw);
      const now = this.#memory.nodes.get(node)?.file;
      if (now !== file) this.untrue.push({ law: timerLaw, what: `${node} holds ${JSON.stringify(now)}` });
    }
  }

  #snapshots(): Snapshots {
    return new Map([...this.#memory.nodes.values()].map(({ name, file, running }) => [name, { file, running }]));
  }

  /** What every deployment that was begun here made of the nodes, or would have made. */
  #remember({ names, deeds, own, after }: Evidence): void {
    for (const transaction of own) {
      const staged = new Map(
        names.flatMap((name) => {
          const files = deeds
            .get(name)
            ?.findLast((deed) => deed.kind === "staged" && deed.transaction === transaction)?.files;
          return files === undefined ? [] : [[name, files] as const];
        }),
      );
      const each = (part: "old" | "next"): ReadonlyMap<string, ByteText | undefined> =>
        new Map(names.map((name) => [name, staged.has(name) ? staged.get(name)?.[part] : after.get(name)?.file]));
      this.#past.push({ transaction, before: each("old"), after: each("next") });
    }
  }

  /** Judged when it happens: what must not be, whatever is said at the end. */
  #forbidden({ command }: Run, node: MemoryNode, { kind, by }: Deed): readonly Untrue[] {
    if (kind !== "put" || by !== "client" || command.kind === "status") return [];
    const names = this.#names;
    const all = names.flatMap((name) => this.#memory.nodes.get(name) ?? []);
    const found: Untrue[] = [];
    if (node.ownName !== node.name && names.includes(node.ownName)) {
      found.push({
        law: "no node is written that calls itself another",
        what: `${node.name} calls itself ${node.ownName}`,
      });
    }
    const old = node.staged?.old;
    const heartbeat = (file: string | undefined): string => valueIn(file, "LCMHBEATTIME") ?? "5";
    if (heartbeat(old) !== heartbeat(node.file)) {
      const differs = all.filter(
        // A node that runs on the new values already, and whose file had gone back without it, may get them again.
        (other) =>
          other.running &&
          // docs/deployment.md, "What cannot be closed": its timer asks nobody. The node that is written stands still.
          (node.running || !wasStartedByTimer(other)) &&
          (other === node
            ? heartbeat(other.runsOn) !== heartbeat(node.file)
            : heartbeat(other.file) !== heartbeat(node.file)),
      );
      if (differs.length > 0) {
        found.push({
          law: "values that must agree change only while LifeKeeper is down",
          what: `${node.name} gets ${heartbeat(node.file)} while ${differs.map(({ name }) => name).join(", ")} runs`,
        });
      }
    }
    const allowed =
      command.options.ignoreProofs === true ||
      (command.kind === "deploy-plan" && this.#plan?.options.ignoreProofs === true);
    const live = all.filter(({ running }) => running);
    const loss = (file: string | undefined): string | undefined => valueIn(file, "QUORUM_LOSS_ACTION");
    const mixed = mixes(live.map(({ file }) => loss(file)));
    const mixedBefore = mixes(live.map((other) => loss(other === node ? old : other.file)));
    if (mixed && !mixedBefore && !allowed) {
      found.push({ law: "no unproved mixture of values on a running cluster", what: `written on ${node.name}` });
    }
    return found;
  }

  async #perform({ command, answer }: Run, asked: (answer: boolean) => void): Promise<Told | undefined> {
    const memory = this.#memory;
    const { cluster, files } = clusterOfSize(this.#size, this.#here);
    const way = { hosts: memory.hosts, clock: memory.clock, judge: judgeByValue };
    const carrying = {
      who: "test@here",
      confirmWithinSeconds: 60,
      mend: async () => {
        asked(answer);
        return answer;
      },
      confirm: async () => {
        asked(answer);
        return answer;
      },
    };
    if (command.kind === "status") {
      await statusOfCluster({ cluster, files, ...way });
      return undefined;
    }
    const { nodes, replace, activate = false, ignoreProofs = false } = command.options;
    const options = {
      mode: replace === true ? "replace" : "merge",
      activate,
      ignoreProofs,
      ...(nodes === undefined ? {} : { nodes: this.#choice(command.options) }),
    } as const;
    switch (command.kind) {
      case "deploy":
        return toldOf(await deployCluster({ cluster, files, ...way, ...carrying, ...options }));
      case "plan": {
        const made = await planCluster({ cluster, files, ...way, ...options });
        if (made.kind === "refused") return toldOf(made.report);
        if (made.plan.refusals.length === 0) {
          const text = savePlan(made.plan, made.facts, { cluster, files, settings: {}, ...options }, undefined);
          this.#keepPlan(text, command.options);
        }
        return undefined;
      }
      case "deploy-plan": {
        // What was decided when the plan was made cannot be given again: the command line says so and ends.
        if (nodes !== undefined || replace === true || activate || ignoreProofs) return undefined;
        const read = this.#plan === undefined ? undefined : readPlanFile(this.#plan.text, undefined);
        if (read?.kind !== "plan") return undefined;
        const saved = clusterOfPlan(read.body);
        assert.ok(saved);
        return toldOf(await deploySavedPlan({ ...saved, ...read, ...way, ...carrying }));
      }
      case "rollback": {
        const past =
          command.to === undefined ? undefined : this.#past.at(-1 - (command.to % Math.max(1, this.#past.length)));
        if (command.to !== undefined && past === undefined) return undefined;
        const to = past === undefined ? {} : { to: past.transaction };
        return toldOf(await rollbackCluster({ cluster, ...way, ...carrying, ...options, ...to }));
      }
    }
  }

  #keepPlan(text: string, options: Options): void {
    const mode = options.replace === true ? "replace" : "merge";
    this.#plan = { text, wanted: { here: this.#here, mode }, size: this.#size, options };
  }
}

function wasStartedByTimer({ deeds }: MemoryNode): boolean {
  return deeds.findLast(({ kind }) => kind === "start" || kind === "stop")?.by === "timer";
}
