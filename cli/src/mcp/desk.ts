// Who carries out the calls: threads, of which each does one thing at a time. A call that is cancelled, takes too long or
// too much memory ends with its thread, and the server lives on.

import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { ToolAnswer } from "@lkcluster/core/assistant/fence.ts";
import type { Locale, Localized } from "@lkcluster/core/locale/localized.ts";

export interface Call {
  readonly tool: string;
  readonly args: unknown;
  readonly progress: ((done: number, total: number | undefined) => void) | undefined;
  /** Once; never after it was cancelled. */
  answer(answer: ToolAnswer): void;
}

export interface Called {
  cancel(): void;
}

/** What a thread is told first, once. */
export interface ThreadStart {
  readonly kind: "lkcluster-assistant";
  readonly roots: readonly string[];
  readonly locale: Locale;
}

export interface ToThread {
  readonly tool: string;
  readonly args: unknown;
}

export type FromThread =
  | { readonly kind: "progress"; readonly done: number; readonly total: number | undefined }
  | { readonly kind: "answer"; readonly answer: ToolAnswer };

export interface DeskOptions {
  readonly threadsMax?: number;
  readonly waitingMax?: number;
  /** A call may wish for less. */
  readonly callMsMax?: number;
  readonly memoryMb?: number;
}

/** As it stands, or bundled into one file: then the program is this very file. */
const program = import.meta.filename.endsWith(".ts")
  ? join(import.meta.dirname, "../program.ts")
  : import.meta.filename;

interface Desktop {
  readonly worker: Worker;
  call: Call | undefined;
  timer: NodeJS.Timeout | undefined;
  told: number;
}

export class Desk {
  readonly #start: ThreadStart;
  readonly #limits: Required<DeskOptions>;
  readonly #threads = new Set<Desktop>();
  readonly #waiting: Call[] = [];
  #isOver = false;

  constructor(start: ThreadStart, options: DeskOptions = {}) {
    this.#start = start;
    this.#limits = { threadsMax: 2, waitingMax: 16, callMsMax: 90_000, memoryMb: 512, ...options };
  }

  /** So that the first call does not wait for a thread to begin. */
  warmUp(): void {
    this.#begin();
  }

  /** Undefined: too many wait already. */
  call(call: Call): Called | undefined {
    if (this.#isOver || this.#waiting.length >= this.#limits.waitingMax) return undefined;
    this.#waiting.push(call);
    this.#next();
    return { cancel: () => this.#cancel(call) };
  }

  /** Ends whatever is under way, without answers. */
  async end(): Promise<void> {
    this.#isOver = true;
    this.#waiting.length = 0;
    const ended = [...this.#threads].map((thread) => this.#drop(thread));
    await Promise.all(ended);
  }

  #next(): void {
    while (this.#waiting.length > 0) {
      const thread = [...this.#threads].find(({ call }) => call === undefined) ?? this.#begin();
      if (thread === undefined) return;
      const call = this.#waiting.shift();
      if (call === undefined) return;
      thread.call = call;
      thread.told = 0;
      thread.timer = setTimeout(() => this.#fail(thread, words.tooLong), this.#limits.callMsMax);
      thread.worker.postMessage({ tool: call.tool, args: call.args } satisfies ToThread);
    }
  }

  #begin(): Desktop | undefined {
    if (this.#threads.size >= this.#limits.threadsMax) return undefined;
    const worker = new Worker(program, {
      name: "lkcluster assistant",
      workerData: this.#start,
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.memoryMb, maxYoungGenerationSizeMb: 32 },
      // What it might print would go between the messages.
      stdout: true,
      stderr: true,
    });
    worker.stdout.resume();
    worker.stderr.resume();
    const thread: Desktop = { worker, call: undefined, timer: undefined, told: 0 };
    this.#threads.add(thread);
    // Only our own program sits at the other end.
    worker.on("message", (message: FromThread) => this.#heard(thread, message));
    worker.on("error", (error: Error & { readonly code?: string }) =>
      this.#fail(thread, error.code === "ERR_WORKER_OUT_OF_MEMORY" ? words.memory : words.bug),
    );
    worker.on("messageerror", () => this.#fail(thread, words.bug));
    worker.on("exit", () => this.#fail(thread, words.bug));
    return thread;
  }

  #heard(thread: Desktop, message: FromThread): void {
    const { call } = thread;
    if (call === undefined) return;
    if (message.kind === "progress") {
      // It may only grow.
      thread.told = Math.max(thread.told + 1, message.done);
      call.progress?.(thread.told, message.total);
      return;
    }
    this.#free(thread);
    call.answer(message.answer);
    this.#next();
  }

  #free(thread: Desktop): void {
    clearTimeout(thread.timer);
    thread.call = undefined;
  }

  #fail(thread: Desktop, why: Localized): void {
    if (!this.#threads.has(thread)) return;
    const { call } = thread;
    void this.#drop(thread);
    call?.answer({ text: why[this.#start.locale], data: undefined, isError: true });
    if (!this.#isOver) this.#next();
  }

  #cancel(call: Call): void {
    const place = this.#waiting.indexOf(call);
    if (place >= 0) this.#waiting.splice(place, 1);
    const thread = [...this.#threads].find((each) => each.call === call);
    if (thread === undefined) return;
    void this.#drop(thread);
    this.#next();
  }

  async #drop(thread: Desktop): Promise<void> {
    this.#threads.delete(thread);
    this.#free(thread);
    await thread.worker.terminate();
  }
}

const words = {
  tooLong: {
    en: "This took too long and was given up. Nothing is claimed. Ask for fewer faults, or for a smaller cluster.",
    ja: "時間がかかりすぎたため中止しました。結果については何も主張しません。障害の数を減らすか、より小さいクラスターで試してください。",
  },
  memory: {
    en: "This needed too much memory and was given up. Nothing is claimed. Ask for fewer faults, or for a smaller cluster.",
    ja: "メモリーを使いすぎたため中止しました。結果については何も主張しません。障害の数を減らすか、より小さいクラスターで試してください。",
  },
  bug: {
    en: "This is a bug in lkcluster: the call could not be finished. Nothing is claimed.",
    ja: "lkcluster の不具合により、呼び出しを完了できませんでした。結果については何も主張しません。",
  },
} as const satisfies Record<string, Localized>;
