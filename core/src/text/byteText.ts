// The exact bytes of a file on a node, as a string with one character per byte (0 to 255). A parameter file may hold
// anything; what we do not change must come back bit for bit, which decoding to Unicode could not promise.

declare const bytes: unique symbol;

export type ByteText = string & { readonly [bytes]: true };

/** The UTF-8 bytes of a text. A lone surrogate becomes U+FFFD, as every encoder does. */
export function bytesOfText(text: string): ByteText {
  let result = "";
  for (const character of text) {
    const given = character.codePointAt(0) ?? 0;
    const code = given >= 0xd800 && given <= 0xdfff ? 0xfffd : given;
    if (code < 0x80) result += String.fromCharCode(code);
    else if (code < 0x800) result += String.fromCharCode(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) {
      result += String.fromCharCode(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    } else {
      result += String.fromCharCode(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
    }
  }
  return asBytes(result);
}

/** Takes a string that already has one character per byte, for example one decoded as latin1. */
export function asBytes(text: string): ByteText {
  // The brand exists only for the compiler; the callers hand in bytes.
  return text as ByteText;
}

/** For people to read: UTF-8 decoded, and every byte that is not UTF-8 shown as U+FFFD. */
export function textOfBytes(bytesText: ByteText): string {
  let result = "";
  let at = 0;
  while (at < bytesText.length) {
    const { code, length } = decodeAt(bytesText, at);
    result += String.fromCodePoint(code);
    at += length;
  }
  return result;
}

function decodeAt(text: string, at: number): { readonly code: number; readonly length: number } {
  const first = text.charCodeAt(at);
  if (first < 0x80) return { code: first, length: 1 };
  const length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : 2;
  const bad = { code: 0xfffd, length: 1 };
  if (first < 0xc2 || first >= 0xf5 || at + length > text.length) return bad;
  let code = first & (0xff >> (length + 1));
  for (let offset = 1; offset < length; offset++) {
    const next = text.charCodeAt(at + offset);
    if ((next & 0xc0) !== 0x80) return bad;
    code = (code << 6) | (next & 63);
  }
  const shortest = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return code < shortest || code > 0x10ffff || surrogate ? bad : { code, length };
}

/** Of a file that may not exist. */
export function textOrEmpty(bytes: ByteText | undefined): string {
  return bytes === undefined ? "" : textOfBytes(bytes);
}
