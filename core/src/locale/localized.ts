// Every text a user sees exists in both languages, or it does not compile.

export type Locale = "en" | "ja";

export type Localized = Readonly<Record<Locale, string>>;

export const locales: readonly Locale[] = ["en", "ja"];

/** A text that is the same in both languages: a name, a number, a code. */
export function same(text: string): Localized {
  return { en: text, ja: text };
}
