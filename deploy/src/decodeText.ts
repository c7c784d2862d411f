// The text in bytes that a machine in Japan may have written: UTF-8, and where that is impossible EUC-JP or Shift_JIS.

export type Encoding = "utf-8" | "utf-16le" | "euc-jp" | "shift_jis";

export interface DecodedText {
  readonly text: string;
  /** Undefined: it is none of these, and U+FFFD stands for what could not be decoded. */
  readonly encoding: Encoding | undefined;
}

export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decoded("utf-16le", bytes) ?? "", encoding: "utf-16le" };
  const utf8 = decoded("utf-8", bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: "utf-8" };
  const [best] = (["euc-jp", "shift_jis"] as const)
    .flatMap((encoding) => {
      const text = decoded(encoding, bytes);
      return text === undefined ? [] : [{ text, encoding, strange: strangeness(text) }];
    })
    .sort((a, b) => a.strange - b.strange);
  return best ?? { text: new TextDecoder().decode(bytes), encoding: undefined };
}

function decoded(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not of this encoding: that is the question.
    return undefined;
  }
}

/** Bytes of EUC-JP read as Shift_JIS are mostly half-width kana, which hardly anybody writes, and the reverse is rare kanji. */
function strangeness(text: string): number {
  return text.match(/[\uff61-\uff9f\u0080-\u009f\ue000-\uf8ff]/g)?.length ?? 0;
}
