// SHA-256 of a text's UTF-8 bytes, in plain TypeScript because core may not use Node or a browser.
// For naming the files of a certificate and the models of proofs; never used as the identity of a state.

import { type ByteText, bytesOfText } from "../text/byteText.ts";

const primes: readonly number[] = firstPrimes(64);
/** The first 32 bits of the fractional parts of cube roots and of square roots of primes, as the standard defines. */
const rounds: readonly number[] = primes.map((prime) => fraction(Math.cbrt(prime)));
const start: readonly number[] = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

export function sha256(text: string): string {
  const bytes = padded(bytesOfText(text));
  const hash = Int32Array.from(start);
  const schedule = new Int32Array(64);
  for (let at = 0; at < bytes.length; at += 64) compress(hash, schedule, bytes, at);
  return [...hash].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
}

function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32);
}

/** With one bit behind it, and its length at the end of the last block. */
function padded(text: ByteText): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length + 9) / 64) * 64);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  bytes[text.length] = 0x80;
  let bits = text.length * 8;
  for (let at = bytes.length - 1; bits > 0; at--) {
    bytes[at] = bits % 256;
    bits = Math.floor(bits / 256);
  }
  return bytes;
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function compress(hash: Int32Array, schedule: Int32Array, bytes: Uint8Array, at: number): void {
  const byte = (index: number): number => bytes[at + index] ?? 0;
  const earlier = (index: number): number => schedule[index] ?? 0;
  for (let index = 0; index < 16; index++) {
    const first = index * 4;
    schedule[index] = (byte(first) << 24) | (byte(first + 1) << 16) | (byte(first + 2) << 8) | byte(first + 3);
  }
  for (let index = 16; index < 64; index++) {
    const [back15, back2] = [earlier(index - 15), earlier(index - 2)];
    const small0 = rotate(back15, 7) ^ rotate(back15, 18) ^ (back15 >>> 3);
    const small1 = rotate(back2, 17) ^ rotate(back2, 19) ^ (back2 >>> 10);
    schedule[index] = earlier(index - 16) + small0 + earlier(index - 7) + small1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let index = 0; index < 64; index++) {
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + big1 + choice + (rounds[index] ?? 0) + earlier(index)) | 0;
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + big0 + majority) | 0;
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) hash[index] = (hash[index] ?? 0) + word;
}
