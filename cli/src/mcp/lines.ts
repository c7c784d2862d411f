// Lines out of chunks of bytes. A line that is too long is dropped while it arrives: it never fills the memory.

export interface LineEvents {
  line(text: string): void;
  tooLong(): void;
}

const lineBreak = 0x0a;

export class Lines {
  readonly #max: number;
  readonly #events: LineEvents;
  #parts: Uint8Array[] = [];
  #length = 0;
  #isDropping = false;

  constructor(maxBytes: number, events: LineEvents) {
    this.#max = maxBytes;
    this.#events = events;
  }

  take(chunk: Uint8Array): void {
    let from = 0;
    for (let end = chunk.indexOf(lineBreak); end >= 0; end = chunk.indexOf(lineBreak, from)) {
      this.#add(chunk.subarray(from, end));
      this.#end();
      from = end + 1;
    }
    this.#add(chunk.subarray(from));
  }

  #add(part: Uint8Array): void {
    if (this.#isDropping || part.length === 0) return;
    this.#length += part.length;
    if (this.#length > this.#max) {
      this.#isDropping = true;
      this.#parts = [];
      return;
    }
    this.#parts.push(part);
  }

  #end(): void {
    const isDropped = this.#isDropping;
    const text = isDropped ? "" : new TextDecoder().decode(joined(this.#parts, this.#length));
    this.#parts = [];
    this.#length = 0;
    this.#isDropping = false;
    if (isDropped) this.#events.tooLong();
    else if (text.trim() !== "") this.#events.line(text);
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
