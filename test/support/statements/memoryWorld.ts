// Lives through a sequence with nodes in memory: does each step, and keeps of each run what the judge needs.

import assert from "node:assert/strict";
import type { DeploymentPlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { type ByteText, bytesOfText } from "@lkcluster/core/text/byteText.ts";
import type { MemoryClient } from "../../../deploy/testNodes/memoryClient.ts";
import { type Deed, edit, forget, type MemoryNode, start } from "../../../deploy/testNodes/memoryNode.ts";
import { MemoryCluster } from "../../../deploy/testNodes/memoryNodes.ts";
import { asOf } from "./clientClock.ts";
import { clusterOfSize, filesThere, firstFile, nodesOfSize, sizeMax, valueIn } from "./configurations.ts";
import type { Evidence, Happened, Past, Snapshots, Untrue } from "./evidence.ts";
import { fileAtFirst } from "./ground.ts";
import { type Count, judge, timerPromises } from "./laws.ts";
import { judgeByValue, mixes } from "./mixture.ts";
import { chosenBy, type KeptPlan, nodesThatKnow, perform, targetOf, wantedBy } from "./perform.ts";
import type { Beside, Command, Run, Sequence, Step } from "./sequence.ts";

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

class MemoryWorld {
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
  /** What the runs under way may not do, told of each deed. */
  readonly #watches = new Set<(node: MemoryNode, deed: Deed) => void>();

  constructor({ size, clocksAheadSeconds, running }: Sequence, count: Count) {
    this.#count = count;
    this.#size = size;
    const all = nodesOfSize[sizeMax] ?? [];
    this.#memory = new MemoryCluster(all, bytesOfText(firstFile));
    for (const [at, node] of [...this.#memory.nodes.values()].entries()) {
      node.clockAheadMs = (clocksAheadSeconds[at] ?? 0) * 1000;
      node.running = running[at] ?? true;
      node.watch = (deed) => {
        for (const watch of this.#watches) watch(node, deed);
      };
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
    for (const node of memory.nodes.values()) node.operations = [];
    const clients: Promise<Ended>[] = [];
    memory.inject(
      run.faults.map(({ place, at, forSeconds, ...what }) => {
        const moment = { node: this.#node(place).name, at };
        return "fault" in what
          ? { ...moment, fault: what.fault, forMs: forSeconds * 1000 }
          : { ...moment, meanwhile: () => void clients.push(this.#carryOut(what.beside, memory.another())) };
      }),
    );
    await asOf(
      () => memory.nowMs + run.clockAheadSeconds * 1000,
      async () => {
        clients.unshift(this.#carryOut(run, memory.client));
        await clients[0];
      },
    );
    const ended = await Promise.all(clients);
    memory.inject([]);
    // Of two clients each may speak of what the other has deployed.
    for (const { evidence } of ended.toSorted((a, b) => begunAt(a.evidence) - begunAt(b.evidence)))
      this.#remember(evidence);
    for (const { evidence, broken, targets } of ended) {
      const judged = { ...evidence, targets: targets() };
      this.runs.push(judged);
      this.untrue.push(...broken, ...judge(judged, this.#count));
      this.#promised = timerPromises(judged).map((node) => ({ node, file: fileAtFirst(judged, node) }));
    }
  }

  /** One client from its first connection to what it says, with what the nodes hold at that moment. */
  async #carryOut(run: Beside, client: MemoryClient): Promise<Ended> {
    const memory = this.#memory;
    const names = this.#names;
    const from = new Map([...memory.nodes.values()].map((node) => [node.name, node.deeds.length]));
    const before = this.#snapshots();
    // A transaction is named when the command is given, whatever another client does then.
    const past = [...this.#past];
    const target = targetOf(run.command, past);
    const known = (): readonly ReadonlySet<string>[] =>
      nodesThatKnow(run.command, this.#size).map((nodes) => this.#kept(nodes));
    const knownBefore = known();
    const keptBefore = this.#kept();
    const plan = this.#plan;
    this.#promised = [];
    let answered: boolean | undefined;
    let shown: DeploymentPlan | undefined;
    const broken: Untrue[] = [];
    const watch = (node: MemoryNode, deed: Deed): void => {
      if (deed.session !== undefined && client.sessions.has(deed.session))
        broken.push(...this.#forbidden(run.command, shown, node, deed));
    };
    this.#watches.add(watch);
    const ground = {
      size: this.#size,
      here: this.#here,
      configuration: clusterOfSize(this.#size, this.#here),
      plan,
      past,
      way: { hosts: client.hosts, clock: client.clock, judge: judgeByValue },
      confirmWithinSeconds: 60,
    };
    const ended = await Promise.race([
      perform(ground, run, (put) => {
        answered = run.answer;
        shown = put;
      }),
      client.died.then(() => undefined),
    ]);
    this.#watches.delete(watch);
    const deeds = new Map(
      [...memory.nodes.values()].map(({ name, deeds: all }) => [name, seenBy(client, all.slice(from.get(name)))]),
    );
    const own = new Set(
      [...deeds.values()]
        .flat()
        .flatMap(({ kind, transaction }) => (kind === "staged" && transaction !== undefined ? [transaction] : [])),
    );
    const knownAny = [...knownBefore, ...known()];
    const evidence: Happened = {
      command: run.command,
      names,
      chosen: chosenBy(run.command, plan, this.#size),
      wanted: wantedBy(run.command, plan, this.#here),
      before,
      after: this.#snapshots(),
      deeds,
      own,
      keptBefore,
      answered,
      told: ended?.told,
    };
    if (ended?.plan !== undefined) this.#plan = ended.plan;
    const behind = (): readonly Past["after"][] =>
      knownAny.flatMap((kept) => {
        const others = this.#past.filter(({ transaction }) => !own.has(transaction));
        return others.findLast(({ transaction }) => kept.has(transaction))?.before ?? [];
      });
    return { evidence, broken, targets: () => (target === undefined ? behind() : [target.after]) };
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

  /** What every deployment that was begun here made of the nodes, or would have made; its first plan counts. */
  #remember(evidence: Happened): void {
    const { names, deeds, own } = evidence;
    for (const transaction of own) {
      const staged = new Map(
        names.flatMap((name) => {
          const files = deeds
            .get(name)
            ?.find((deed) => deed.kind === "staged" && deed.transaction === transaction)?.files;
          return files === undefined ? [] : [[name, files] as const];
        }),
      );
      const each = (part: "old" | "next"): ReadonlyMap<string, ByteText | undefined> =>
        new Map(names.map((name) => [name, staged.has(name) ? staged.get(name)?.[part] : fileAtFirst(evidence, name)]));
      this.#past.push({ transaction, before: each("old"), after: each("next") });
    }
  }

  /** Judged when it happens: what must not be, whatever is said at the end. */
  #forbidden(
    command: Command,
    shown: DeploymentPlan | undefined,
    node: MemoryNode,
    { kind, by }: Deed,
  ): readonly Untrue[] {
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
        (other) =>
          other.running &&
          // docs/deployment.md, "What cannot be closed": its timer asks nobody. The node that is written stands still.
          (node.running || !wasStartedByTimer(other)) &&
          // What runs on the new values already, and whose file had gone back without it, is no peer on other values.
          heartbeat(other.runsOn) !== heartbeat(node.file) &&
          (other === node || heartbeat(other.file) !== heartbeat(node.file)),
      );
      if (differs.length > 0) {
        found.push({
          law: "values that must agree change only while LifeKeeper is down",
          what: `${node.name} gets ${heartbeat(node.file)} while ${differs.map(({ name }) => name).join(", ")} runs`,
        });
      }
    }
    const isIgnored = command.kind === "deploy-plan" ? this.#plan?.options : command.options;
    // What cannot be proved because a node could not be read is shown as such, and was agreed to.
    const unread = shown?.others.some((other) => !other.read) && shown.rollout.kind === "unproved";
    const allowed = isIgnored?.ignoreProofs === true || unread === true;
    const live = all.filter(({ running }) => running);
    const loss = (file: string | undefined): string | undefined => valueIn(file, "QUORUM_LOSS_ACTION");
    const mixed = mixes(live.map(({ file }) => loss(file)));
    const mixedBefore = mixes(live.map((other) => loss(other === node ? old : other.file)));
    if (mixed && !mixedBefore && !allowed) {
      found.push({ law: "no unproved mixture of values on a running cluster", what: `written on ${node.name}` });
    }
    return found;
  }
}

interface Ended {
  readonly evidence: Happened;
  readonly broken: readonly Untrue[];
  /** To be asked when everything that happened is known. */
  readonly targets: () => Evidence["targets"];
}

function begunAt({ deeds, own }: Ended["evidence"]): number {
  const staged = [...deeds.values()].flat().filter(({ transaction }) => own.has(transaction ?? ""));
  return Math.min(...staged.map(({ order }) => order));
}

/** What happened, as it looks to one client: another one is somebody who changes files. */
function seenBy({ sessions }: MemoryClient, deeds: readonly Deed[]): readonly Deed[] {
  return deeds.flatMap((deed): readonly Deed[] => {
    if (deed.session === undefined || deed.by !== "client" || sessions.has(deed.session)) return [deed];
    return written.has(deed.kind) ? [{ kind: "edited", by: "somebody", file: deed.file, order: deed.order }] : [];
  });
}

const written: ReadonlySet<Deed["kind"]> = new Set(["put", "put-back"]);

function wasStartedByTimer({ deeds }: MemoryNode): boolean {
  return deeds.findLast(({ kind }) => kind === "start" || kind === "stop")?.by === "timer";
}
