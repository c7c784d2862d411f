// Lives through a sequence with real sshd nodes on this machine: the same steps, the same judge. What memory does by a
// flag is done here to processes and connections.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { type FileSet, filesOf } from "@lkcluster/core/model/fileSet.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { bytesOfText } from "@lkcluster/core/text/byteText.ts";
import { isFailure } from "@lkcluster/deploy/failure.ts";
import type { Answer, Connection, Hosts, Request } from "@lkcluster/deploy/host.ts";
import { openSshHosts } from "@lkcluster/deploy/openssh/host.ts";
import { steadyClock, waitUntil } from "@lkcluster/deploy/wait.ts";
import type { NodeProxy } from "../../../deploy/testNodes/proxy.ts";
import { processesOf } from "../../../deploy/testNodes/testNodes.ts";
import { isTimer, type SshCluster, startSshCluster } from "../sshCluster.ts";
import { clusterText, filesHere, filesThere, firstFile, nodesOfSize } from "./configurations.ts";
import type { Evidence, Past, Snapshots, Untrue } from "./evidence.ts";
import { fileAtFirst } from "./ground.ts";
import { type Count, judge, timerPromises } from "./laws.ts";
import { judgeByValue } from "./mixture.ts";
import { chosenBy, type KeptPlan, nodesThatKnow, perform, targetOf, wantedBy } from "./perform.ts";
import type { Fault, Run, Sequence, Step } from "./sequence.ts";
import { SshNode } from "./sshNode.ts";

/** Short, and still long enough for a busy machine to verify and confirm. */
const confirmWithinSeconds = 8;
const requestTimeoutMs = 20_000;
const sizeMax = 3;
/** No fault and no wait lasts longer, because time is real here; but longer than a node's countdown. */
const secondsMax = 12;

export class SshWorld {
  readonly runs: Evidence[] = [];
  readonly untrue: Untrue[] = [];
  readonly #cluster: SshCluster;
  readonly #nodes: ReadonlyMap<string, SshNode>;
  #count: Count = () => undefined;
  #past: Past[] = [];
  #size = sizeMax;
  #here = 0;
  #plan: KeptPlan | undefined;
  #promised: { readonly node: string; readonly file: string | undefined }[] = [];
  #wakes = new Set<NodeJS.Timeout>();

  private constructor(cluster: SshCluster) {
    this.#cluster = cluster;
    this.#nodes = new Map(cluster.nodes.map((node) => [node.name, new SshNode(node)]));
  }

  static async start(): Promise<SshWorld> {
    return new SshWorld(await startSshCluster());
  }

  stop(): Promise<void> {
    return this.#cluster.stop();
  }

  /** From the first day on; what is untrue in it. */
  async live({ size, running, steps }: Sequence, count: Count): Promise<readonly Untrue[]> {
    this.untrue.length = 0;
    this.runs.length = 0;
    this.#count = count;
    this.#size = Math.min(Math.max(size, 2), sizeMax);
    this.#here = 0;
    this.#plan = undefined;
    this.#past = [];
    this.#promised = [];
    for (const [at, node] of [...this.#nodes.values()].entries()) {
      node.reset(bytesOfText(firstFile), running[at] ?? true);
    }
    for (const step of steps) await this.#do(step);
    await this.#settle();
    return [...this.untrue];
  }

  get #names(): readonly string[] {
    return nodesOfSize[this.#size] ?? [];
  }

  #node(place: number): SshNode {
    const node = this.#nodes.get(this.#names[place % this.#names.length] ?? "");
    assert.ok(node);
    return node;
  }

  #proxy({ node }: SshNode): NodeProxy {
    const proxy = this.#cluster.proxies[this.#cluster.nodes.indexOf(node)];
    assert.ok(proxy);
    return proxy;
  }

  async #do(step: Step): Promise<void> {
    switch (step.do) {
      case "run":
        return this.#run(step);
      case "edit-here":
        this.#here = step.here;
        return;
      case "edit-there": {
        this.#promised = [];
        const text = filesThere[step.there];
        return this.#node(step.place).edit(text === undefined ? undefined : bytesOfText(text));
      }
      case "lifekeeper":
        for (const node of step.place === "all" ? this.#nodes.values() : [this.#node(step.place)])
          node.run(step.running);
        return;
      case "rebuild":
      case "remove-history": {
        const node = this.#node(step.place);
        this.#promised = [];
        await this.#timersOver(node);
        node.forget();
        if (step.do === "rebuild") node.edit(bytesOfText(firstFile));
        return;
      }
      case "swap-names": {
        const [a, b] = [this.#node(step.place), this.#node(step.other)];
        const [ofA, ofB] = [a.ownName, b.ownName];
        a.callItself(ofB);
        b.callItself(ofA);
        return;
      }
      case "reboot":
        this.#promised = [];
        return this.#reboot(this.#node(step.place));
      case "leave":
        return this.#leave(this.#node(step.place), step.forSeconds);
      case "pause":
        return this.#pause(this.#node(step.place), step.forSeconds);
      case "wait":
        return steadyClock.sleep(Math.min(step.seconds, secondsMax) * 1000);
      case "mend":
        return this.#mend();
      case "grow":
        this.#size = Math.min(this.#size + 1, sizeMax);
        return;
      case "set-clock":
        // The clock of this machine is everybody's.
        return;
    }
  }

  async #run(run: Run): Promise<void> {
    for (const node of this.#nodes.values()) node.look();
    const from = new Map([...this.#nodes.values()].map(({ name, deeds }) => [name, deeds.length]));
    const before = this.#snapshots();
    const past = [...this.#past];
    const target = targetOf(run.command, past);
    const known = (): readonly ReadonlySet<string>[] =>
      nodesThatKnow(run.command, this.#size).map((names) => this.#kept(names));
    const knownBefore = known();
    const keptBefore = this.#kept(this.#names);
    const plan = this.#plan;
    this.#promised = [];
    let answered: boolean | undefined;
    const client = this.#client(run.faults);
    const ground = {
      size: this.#size,
      here: this.#here,
      configuration: this.#configuration(),
      plan,
      past,
      way: { hosts: client.hosts, judge: judgeByValue },
      confirmWithinSeconds,
    };
    const ended = await Promise.race([
      perform(ground, run, () => {
        answered = run.answer;
      }),
      client.died.then(() => undefined),
    ]);
    for (const node of this.#nodes.values()) node.look();
    const deeds = new Map([...this.#nodes.values()].map(({ name, deeds: all }) => [name, all.slice(from.get(name))]));
    const own = new Set(
      [...deeds.values()].flat().flatMap(({ kind, transaction }) => (kind === "staged" ? (transaction ?? []) : [])),
    );
    const behind = [...knownBefore, ...known()].flatMap((kept) => {
      const others = this.#past.filter(({ transaction }) => !own.has(transaction));
      return others.findLast(({ transaction }) => kept.has(transaction))?.before ?? [];
    });
    const evidence: Evidence = {
      command: run.command,
      names: this.#names,
      chosen: chosenBy(run.command, plan, this.#size),
      wanted: wantedBy(run.command, plan, this.#here),
      targets: target === undefined ? behind : [target.after],
      before,
      after: this.#snapshots(),
      deeds,
      own,
      keptBefore,
      answered,
      told: ended?.told,
    };
    if (ended?.plan !== undefined) this.#plan = ended.plan;
    this.runs.push(evidence);
    this.untrue.push(...judge(evidence, this.#count));
    this.#remember(evidence);
    this.#promised = timerPromises(evidence).map((node) => ({ node, file: fileAtFirst(evidence, node) }));
  }

  #remember(evidence: Evidence): void {
    for (const transaction of evidence.own) {
      const each = (part: "old" | "next"): Past["after"] =>
        new Map(
          evidence.names.map((name) => {
            const staged = evidence.deeds
              .get(name)
              ?.find((deed) => deed.kind === "staged" && deed.transaction === transaction);
            return [name, staged?.files === undefined ? fileAtFirst(evidence, name) : staged.files[part]];
          }),
        );
      this.#past.push({ transaction, before: each("old"), after: each("next") });
    }
  }

  #configuration() {
    const text = clusterText(this.#size, (name) => `ssh "${name}" file "${this.#nodes.get(name)?.node.file}"`);
    const files: FileSet = filesOf({ "/c.lk": text, "/LifeKeeper.lkdefaults": filesHere[this.#here] ?? "" });
    const { checked, problems } = checkCluster(files, "/c.lk");
    assert.ok(checked, JSON.stringify(problems.map(({ message }) => message.en)));
    return { cluster: checked, files };
  }

  #snapshots(): Snapshots {
    return new Map([...this.#nodes.values()].map(({ name, file, running }) => [name, { file, running }]));
  }

  #kept(names: readonly string[]): ReadonlySet<string> {
    return new Set(names.flatMap((name) => this.#nodes.get(name)?.kept ?? []));
  }

  /** A program that speaks to the nodes, with what happens to it and to them on the way. */
  #client(faults: readonly Fault[]): { readonly hosts: Hosts; readonly died: Promise<void> } {
    const hosts = openSshHosts({
      configFile: this.#cluster.testNodes.sshConfig,
      questions: "batch",
      requestTimeoutMs,
      connectTimeoutSeconds: secondsMax,
    });
    const death = Promise.withResolvers<void>();
    let isDead = false;
    const unlessDead = async (): Promise<void> => {
      if (isDead) await new Promise<never>(() => undefined);
    };
    const open = [...faults];
    const counts = new Map<string, number>();
    const strike = (node: SshNode): void => {
      const at = counts.get(node.name) ?? 0;
      counts.set(node.name, at + 1);
      const index = open.findIndex(({ place, at: when }) => this.#node(place) === node && Math.trunc(when / 2) === at);
      const [fault] = index < 0 ? [] : open.splice(index, 1);
      if (fault === undefined || !("fault" in fault)) return;
      if (fault.fault === "client-killed") {
        isDead = true;
        for (const pid of ownChildren()) kill(pid, "SIGKILL");
        death.resolve();
      } else this.#strikes[fault.fault]?.(node, fault.forSeconds);
    };
    return {
      died: death.promise,
      hosts: (to) => {
        const node = this.#nodes.get(to.node);
        assert.ok(node);
        const host = hosts(to);
        return {
          node: to.node,
          connect: async (signal) => {
            await unlessDead();
            const opened = await host.connect(signal);
            await unlessDead();
            if (opened.kind === "failure") return opened;
            const session = ++this.#lastSession;
            node.note({ kind: "connected", by: "client", session });
            const connection: Connection = {
              kind: "connection",
              request: async <R extends Request>(request: R) => {
                await unlessDead();
                strike(node);
                await unlessDead();
                node.asks(session, request);
                const answer = await opened.request(request);
                await unlessDead();
                // The request decides which answer it gets; the compiler cannot follow that through one function.
                if (isFailure(answer)) node.look(session);
                else node.answered(session, request, answer as Answer<Request>);
                strike(node);
                await unlessDead();
                return answer;
              },
              close: () => opened.close(),
            };
            return connection;
          },
        };
      },
    };
  }
  #lastSession = 0;

  /** What only memory can do at a moment is left out. */
  readonly #strikes: Readonly<Record<string, (node: SshNode, forSeconds: number) => void>> = {
    "connection-cut": (node) => this.#proxy(node).cut(),
    "session-killed": ({ node }) => {
      for (const pid of processesOf(node.folder)) if (!isTimer(pid)) kill(pid, "SIGKILL");
    },
    "node-reboots": (node) => this.#reboot(node),
    "node-gone-for-a-while": (node, seconds) => this.#leave(node, seconds),
    "node-gone-for-good": (node) => this.#proxy(node).breakDown(),
    "node-pauses": (node, seconds) => this.#pause(node, seconds),
    "file-edited": (node) => node.edit(bytesOfText("EDITED=1\n")),
  };

  #reboot(node: SshNode): void {
    for (const pid of processesOf(node.node.folder)) kill(pid, "SIGKILL");
    node.look();
    node.note({ kind: "rebooted", by: "somebody" });
  }

  #leave(node: SshNode, seconds: number): void {
    const proxy = this.#proxy(node);
    proxy.breakDown();
    this.#later(seconds, () => proxy.mend());
  }

  /** The machine stands still, its timers too, and goes on with what was sent to it meanwhile. */
  #pause({ node }: SshNode, seconds: number): void {
    const pids = [node.pid, ...processesOf(node.folder)];
    for (const pid of pids) kill(pid, "SIGSTOP");
    this.#later(seconds, () => {
      for (const pid of pids) kill(pid, "SIGCONT");
    });
  }

  #later(seconds: number, act: () => void): void {
    const wake = setTimeout(() => {
      this.#wakes.delete(wake);
      act();
    }, Math.min(seconds, secondsMax) * 1000);
    this.#wakes.add(wake);
  }

  #mend(): void {
    for (const proxy of this.#cluster.proxies) proxy.mend();
  }

  async #timersOver(node: SshNode): Promise<void> {
    const over = async (): Promise<boolean> => !processesOf(node.node.folder).some(isTimer);
    assert.ok(await waitUntil(steadyClock, 60, over), `a timer on ${node.name} does not end`);
    node.look();
  }

  /** Everything that still hangs comes to its end, and what was promised of the time after is looked at. */
  async #settle(): Promise<void> {
    assert.ok(await waitUntil(steadyClock, 30, async () => this.#wakes.size === 0));
    this.#mend();
    for (const node of this.#nodes.values()) await this.#timersOver(node);
    const law = "where a node's own timer is said to put the old file back, it does";
    for (const { node, file } of this.#promised) {
      this.#count(law);
      const now = this.#nodes.get(node)?.file;
      if (now !== file) this.untrue.push({ law, what: `${node} holds ${JSON.stringify(now)}` });
    }
  }
}

/** The ssh of a client that dies, dies with it: its own processes, by their ids. */
function ownChildren(): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const [, , , parent] = /^(\d+) \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
        return Number(parent) === process.pid && readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "ssh";
      } catch {
        // Gone in between.
        return false;
      }
    });
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Already gone.
  }
}
