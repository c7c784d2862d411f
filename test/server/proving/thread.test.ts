// The thread that proves, as the server sees it: its failures are told, it can be had again, and it ends when told to.

import assert from "node:assert/strict";
import { join } from "node:path";
import type { Failure } from "../../../server/src/machine.ts";
import { threadRunning } from "../../../server/src/node/thread.ts";
import type { FromThread, Order } from "../../../server/src/proving/protocol.ts";
import { ProofThread, usualThreadOptions } from "../../../server/src/proving/thread.ts";
import { Threads } from "./threads.ts";

const clusterFile = "file:///w/pair.lk";
const texts = new Map([[clusterFile, "cluster a { node a { } }"]]);
const order: Order = { id: 7, clusterFile, proof: 0, statesMax: 1000, begins: "proof" };

interface Watched {
  readonly thread: ProofThread;
  readonly heard: FromThread[];
  failure(): Promise<readonly [Failure, number | undefined]>;
  readonly failed: readonly unknown[];
  message(kind: FromThread["kind"], id?: number): Promise<void>;
}

function watched({ program, ...options }: Partial<typeof usualThreadOptions> & { readonly program?: string }): Watched {
  const heard: FromThread[] = [];
  const failures: (readonly [Failure, number | undefined])[] = [];
  let waiting: (() => void)[] = [];
  const wake = (): void => {
    const all = waiting;
    waiting = [];
    for (const go of all) go();
  };
  const until = async (test: () => boolean): Promise<void> => {
    while (!test()) await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const thread = new ProofThread(
    {
      heard: (message) => {
        heard.push(message);
        wake();
      },
      failed: (why, id) => {
        failures.push([why, id]);
        wake();
      },
    },
    threadRunning(program),
    { ...usualThreadOptions, ...options },
  );
  return {
    thread,
    heard,
    failure: async () => {
      await until(() => failures.length > 0);
      const [first] = failures.splice(0, 1);
      assert(first !== undefined);
      return first;
    },
    failed: failures,
    message: (kind, id) =>
      until(() => heard.some((each) => each.kind === kind && (id === undefined || ("id" in each && each.id === id)))),
  };
}

const program = (name: string): string => join(import.meta.dirname, `${name}.program.ts`);

describe("the thread that proves", () => {
  let threads = new Threads();
  beforeEach(() => {
    threads = new Threads();
  });
  afterEach(() => threads.stopLooking());

  it("is not started as long as there is nothing to prove", async () => {
    const { thread } = watched({});
    thread.work(new Map(), []);
    thread.hold();
    assert.equal(thread.isRunning, false);
    await thread.end();
    assert.equal(threads.begun, 0);
  });

  it("that ends with a bug says so with the order it was at, and can be had again", async () => {
    const { thread, failure } = watched({ program: program("crashing") });
    for (const id of [7, 8]) {
      thread.work(texts, [{ ...order, id }]);
      const [why, at] = await failure();
      assert(why.kind === "crash");
      assert.match(why.text, new RegExp(`a bug in order ${id}`));
      assert.equal(at, id);
    }
    assert.equal(threads.begun, 2);
    await thread.end();
  });

  it("that has no program is a failure as well", async () => {
    const { thread, failure } = watched({ program: program("missing") });
    thread.work(texts, [order]);
    const [why, at] = await failure();
    assert(why.kind === "crash");
    assert.match(why.text, /missing\.program\.ts/);
    assert.equal(at, 7);
  });

  it("that takes more memory than it may is stopped, and only that", async () => {
    const { thread, failure } = watched({ program: program("greedy"), memoryMb: 32 });
    thread.work(texts, [order]);
    assert.deepEqual(await failure(), [{ kind: "memory" }, 7]);
    assert.equal(thread.isRunning, false);
  });

  it("that does not listen, at what is wanted, is stuck", async () => {
    const { thread, failure } = watched({ program: program("silent"), patienceMs: 500 });
    thread.work(texts, [order]);
    assert.deepEqual(await failure(), [{ kind: "stuck" }, 7]);
    await thread.end();
  });

  it("that does not listen, at what is not wanted any more, is replaced, and nobody is told", async () => {
    const { thread, message, failed } = watched({ program: program("deaf"), cancelMs: 10 });
    thread.work(texts, [order]);
    await message("begun", 7);
    thread.work(texts, [{ ...order, id: 8 }]);
    await message("begun", 8);
    assert.equal(threads.begun, 2);
    assert.deepEqual(failed, []);
    await thread.end();
    assert.equal(threads.living, 0);
  });

  it("ends when it is told to, in the middle of its work", async () => {
    const { thread } = watched({ program: program("deaf") });
    thread.work(texts, [order]);
    while (threads.living === 0) await new Promise((resolve) => setImmediate(resolve));
    await thread.end();
    assert.equal(threads.living, 0);
    assert.equal(thread.isRunning, false);
  });

  it("ends by itself when there has long been nothing to do", async () => {
    const { thread, message } = watched({ idleMs: 1 });
    thread.work(texts, [order]);
    await message("idle");
    while (threads.living > 0) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(thread.isRunning, false);
  });
});
