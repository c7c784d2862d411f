// SHA-256 of a text's UTF-8 bytes, in plain TypeScript because core may not use Node or a browser.
// For naming the files of a certificate; never used as the identity of a state.

import { bytesOfText } from "../text/byteText.ts";

const primes: readonly number[] = firstPrimes(64);
/** The first 32 bits of the fractional parts of cube roots and of square roots of primes, as the standard defines. */
const rounds: readonly number[] = primes.map((prime) => fraction(Math.cbrt(prime)));
const start: readonly number[] = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

export function sha256(text: string): string {
  const bytes = padded([...bytesOfText(text)].map((byte) => byte.charCodeAt(0)));
  let hash = start;
  for (let at = 0; at < bytes.length; at += 64) hash = compress(hash, bytes, at);
  return hash.map((word) => word.toString(16).padStart(8, "0")).join("");
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

function padded(bytes: number[]): readonly number[] {
  const bits = bytes.length * 8;
  bytes.push(0x80);
  while (bytes.length % 64 !== 56) bytes.push(0);
  for (let shift = 56; shift >= 0; shift -= 8) bytes.push(Math.floor(bits / 2 ** shift) & 0xff);
  return bytes;
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function compress(hash: readonly number[], bytes: readonly number[], at: number): number[] {
  const byte = (index: number): number => bytes[at + index] ?? 0;
  const schedule: number[] = [];
  for (let index = 0; index < 64; index++) {
    if (index < 16) {
      const first = index * 4;
      schedule.push((byte(first) << 24) | (byte(first + 1) << 16) | (byte(first + 2) << 8) | byte(first + 3));
      continue;
    }
    const earlier = (back: number): number => schedule[index - back] ?? 0;
    const small0 = rotate(earlier(15), 7) ^ rotate(earlier(15), 18) ^ (earlier(15) >>> 3);
    const small1 = rotate(earlier(2), 17) ^ rotate(earlier(2), 19) ^ (earlier(2) >>> 10);
    schedule.push((earlier(16) + small0 + earlier(7) + small1) | 0);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let index = 0; index < 64; index++) {
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + big1 + choice + (rounds[index] ?? 0) + (schedule[index] ?? 0)) | 0;
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + big0 + majority) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, index) => ((hash[index] ?? 0) + word) >>> 0);
}
