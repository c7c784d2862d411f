// The same cluster under names that say nothing, for a page that leaves the house. What the language and the catalogue
// know stays; every other word is replaced, the same one by the same in both files, and comments are left out.

import { findParameter, mangleHostName } from "../catalogue/parameters.ts";
import { resourceKinds, typeOf } from "../catalogue/resourceKinds.ts";
import { allowedTexts } from "../catalogue/value.ts";
import { namesIn, resolver } from "../ide/names.ts";
import { choices } from "../language/choices.ts";
import type { NameKind } from "../language/slots.ts";
import { parseCluster } from "../syntax/cluster/parse.ts";
import { PlainWord, Text, tokenizeCluster, UnclosedText } from "../syntax/cluster/tokens.ts";
import { parseDefaults } from "../syntax/defaults/parse.ts";

export interface ReportTexts {
  readonly cluster: string;
  /** Undefined where the cluster file names none, or none can be read. */
  readonly parameters: string | undefined;
}

/** Where the parameter file lies in a page, beside the cluster file. */
export const parameterPath = "etc/default/LifeKeeper";

export function replaceNames({ cluster, parameters }: ReportTexts): ReportTexts {
  const names = new Pseudonyms();
  const replaced = replaceInCluster(cluster, names);
  return {
    cluster: replaced,
    parameters: parameters === undefined ? undefined : replaceInParameters(parameters, names),
  };
}

/** Said of `name`, counted from 1 in the order in which they are met. */
const stems: Readonly<Record<NameKind, string>> = {
  node: "node",
  network: "network",
  domain: "domain",
  storage: "storage",
  host: "host",
  resource: "resource",
};

class Pseudonyms {
  readonly #given = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  readonly #nodes = new Map<string, string>();

  of(stem: string, name: string): string {
    const key = `${stem} ${name}`;
    const known = this.#given.get(key);
    if (known !== undefined) return known;
    const count = (this.#counts.get(stem) ?? 0) + 1;
    this.#counts.set(stem, count);
    const made = stem === "address" ? addressOf(count) : `${stem}-${count}`;
    this.#given.set(key, made);
    return made;
  }

  named(kind: NameKind, name: string): string {
    // The cluster file names a quorum host as the parameter file does: with its port.
    if (kind === "host") return this.word(name);
    const made = this.of(stems[kind], name);
    if (kind === "node") {
      this.#nodes.set(name, made);
      this.#nodes.set(mangleHostName(name), mangleHostName(made));
    }
    return made;
  }

  /** A node by its name, also as a shell variable has it. */
  node(name: string): string | undefined {
    return this.#nodes.get(name);
  }

  /** Any word that is no name of the file's own: an address, a host with its port, a path. */
  word(text: string): string {
    if (isKnown(text)) return text;
    if (isAddress(text)) return this.of("address", text);
    const port = /^(.*?)(:\d{1,5})$/.exec(text);
    const [body, end] = port === null ? [text, ""] : [port[1] ?? "", port[2] ?? ""];
    const node = this.node(body);
    if (node !== undefined) return node + end;
    const prefix = /^(.*?)(\/\d{1,3})$/.exec(body);
    if (prefix !== null && isAddress(prefix[1] ?? ""))
      return this.of("address", prefix[1] ?? "") + (prefix[2] ?? "") + end;
    if (isAddress(body)) return this.of("address", body) + end;
    // What kind of place it is decides rules; where exactly says whose.
    const form = /^(?:[a-z][a-z0-9+.-]*:\/\/|\/dev\/disk\/by-[a-z]+\/|\/dev\/(?:mapper\/|sd|vd|xvd|nvme)?|\/)/.exec(
      body,
    )?.[0];
    if (form !== undefined) return `${form}${this.of(form.startsWith("/dev") ? "device" : "path", body)}${end}`;
    return this.of(end === "" ? "text" : "host", body) + end;
  }
}

/** Of the ranges that are kept free for documentation. */
function addressOf(count: number): string {
  const nets = ["192.0.2", "198.51.100", "203.0.113"];
  const net = nets[Math.floor((count - 1) / 254)];
  return net === undefined ? `2001:db8::${count.toString(16)}` : `${net}.${((count - 1) % 254) + 1}`;
}

function isAddress(text: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(text) || (/^[0-9A-Fa-f:.]+$/.test(text) && text.split(":").length > 2);
}

const knownWords: ReadonlySet<string> = new Set([...Object.values(choices).flat(), ...resourceKinds.map(typeOf)]);

/** Says nothing about whose cluster it is: a word of the language, a kind, a version, a number, a serial line. */
function isKnown(text: string): boolean {
  return (
    knownWords.has(text) ||
    /^\d+(\.\d+){0,2}$/.test(text) ||
    /^\d+(ms|s|m|h)$/.test(text) ||
    /^\/dev\/tty\w{1,8}$/.test(text)
  );
}

// ---- the cluster file ---------------------------------------------------------------------------------------------

function replaceInCluster(text: string, names: Pseudonyms): string {
  const { tree } = parseCluster("cluster.lk", text);
  const uses = namesIn(tree);
  const resolve = resolver(uses);
  const at = new Map<number, string>();
  for (const use of uses.filter(({ defines }) => defines)) names.named(resolve(use).kind, use.name);
  for (const use of uses) at.set(use.word.span.start, names.named(resolve(use).kind, use.name));
  for (const block of [tree.cluster, ...tree.extraClusters]) {
    if (block?.name !== undefined) at.set(block.name.span.start, names.of("cluster", block.name.value));
    for (const item of block?.items ?? []) {
      if (item.kind === "defaults" && item.path !== undefined) at.set(item.path.span.start, parameterPath);
    }
  }
  for (const { title } of tree.scenarios)
    if (title !== undefined) at.set(title.span.start, names.of("scenario", title.value));
  for (const { title } of tree.proofs)
    if (title !== undefined) at.set(title.span.start, names.of("proof", title.value));
  const settings = settingValues(tree, names, at);
  let done = 0;
  let out = "";
  for (const token of tokenizeCluster(text).tokens) {
    const end = token.startOffset + token.image.length;
    // Between two tokens stand blanks and comments.
    out += blanksOf(text.slice(done, token.startOffset));
    done = end;
    const isText = token.tokenType === Text || token.tokenType === UnclosedText;
    const value = isText ? token.image.replace(/^"|"$/g, "").replace(/\\(["\\])/g, "$1") : token.image;
    const named = at.get(token.startOffset);
    const setting = settings.get(token.startOffset);
    const made =
      named ??
      (setting !== undefined
        ? settingValue(setting, value, names)
        : isText || token.tokenType === PlainWord
          ? names.word(value)
          : undefined);
    if (made === undefined) out += token.image;
    else out += isText || !isPlain(made) ? JSON.stringify(made) : made;
  }
  return out + blanksOf(text.slice(done));
}

/** The same lines, without comments: `#` and what follows it. */
function blanksOf(between: string): string {
  return between
    .replace(/#[^\r\n]*/g, "")
    .replace(/[^\s]/g, "")
    .replace(/[ \t]+(?=[\r\n])/g, "");
}

function isPlain(text: string): boolean {
  return /^[A-Za-z0-9_./:-]+$/.test(text);
}

/** Where values of `set` stand, with their parameters; the parameters themselves go to the names. */
function settingValues(
  { cluster }: ReturnType<typeof parseCluster>["tree"],
  names: Pseudonyms,
  at: Map<number, string>,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const item of cluster?.items ?? []) {
    if (item.kind !== "node" && item.kind !== "witness") continue;
    for (const inside of item.items) {
      if (inside.kind !== "set" || inside.parameter === undefined) continue;
      at.set(inside.parameter.span.start, parameterName(inside.parameter.value, names));
      if (inside.value !== undefined) found.set(inside.value.span.start, inside.parameter.value);
    }
  }
  return found;
}

// ---- the parameter file -------------------------------------------------------------------------------------------

function replaceInParameters(text: string, names: Pseudonyms): string {
  const { tree } = parseDefaults("LifeKeeper", text);
  const lines = tree.lines.map((line) => {
    if (line.kind !== "assignment") return "";
    const quote = line.quote ?? "";
    return `${parameterName(line.name.text, names)}=${quote}${settingValue(line.name.text, line.value, names)}${quote}`;
  });
  // A file of comments is empty lines now.
  return `${lines.join("\n").trimEnd()}\n`;
}

function parameterName(name: string, names: Pseudonyms): string {
  const found = findParameter(name);
  if (found === undefined) return names.of("PARAMETER", name).replace("-", "_");
  const { spec, variablePart } = found;
  if (variablePart === undefined) return name;
  const node = names.node(variablePart) ?? mangleHostName(names.of(stems.resource, variablePart));
  return `${spec.name}${node}`;
}

/** What the catalogue knows stays; each part of a list and every other text is replaced. */
function settingValue(parameter: string, value: string, names: Pseudonyms): string {
  const spec = findParameter(parameter)?.spec;
  const kept = spec === undefined ? [] : allowedTexts(spec);
  if (kept.includes(value)) return value;
  return value.replace(/[^\s,;]+/g, (part) => (kept.includes(part) ? part : names.word(part)));
}
