// How a tester breaks communication paths: by taking interfaces down where nothing else runs over them, by blocking
// the paths alone where other paths share the interface. And how they come back.

import type { Broken, Pair } from "../language/action.ts";
import type { Localized } from "../locale/localized.ts";
import type { Cluster, Link } from "../model/cluster.ts";
import type { Operation } from "./plan.ts";

/** A link as one of its nodes sees it. */
interface Seen {
  readonly link: Link;
  /** Counted from 1 within its pair. */
  readonly index: number;
  readonly peer: string;
  /** Address or device on this node. */
  readonly end: string;
}

export function breakingOf(cluster: Cluster, what: Broken): readonly Operation[] {
  const { node, broken, isAlone } = chosenSide(cluster, what);
  const addresses = [...new Set(broken.filter(({ link }) => link.kind === "tcp").map(({ end }) => end))];
  const serial = broken.filter(({ link }) => link.kind === "tty");
  return [
    ...(addresses.length === 0 ? [] : [isAlone ? takenDown(cluster, node, addresses) : blocked(node, broken)]),
    ...serial.map(({ peer, end }) =>
      inWords(node, {
        en: `Unplug the serial cable to ${peer} (${end}).`,
        ja: `${peer} へのシリアルケーブル（${end}）を抜く。`,
      }),
    ),
  ];
}

/** `returning` are the nodes that are powered on afterwards: they bring their interfaces up themselves. */
export function mendingOf(cluster: Cluster, what: Broken, returning: ReadonlySet<string>): readonly Operation[] {
  const { node, broken, isAlone } = chosenSide(cluster, what);
  const serial = broken.filter(({ link }) => link.kind === "tty");
  const hasTcp = serial.length < broken.length;
  return [
    ...(hasTcp && isAlone && !returning.has(node)
      ? [
          inWords(node, {
            en: "Bring the interfaces up again that were taken down.",
            ja: "停止したインターフェースを再び有効にする。",
          }),
        ]
      : []),
    ...(hasTcp && !isAlone ? [inWords(node, { en: "Unblock what was blocked.", ja: "遮断した通信を元に戻す。" })] : []),
    ...serial.map(({ peer, end }) =>
      inWords(node, {
        en: `Plug the serial cable to ${peer} (${end}) in again.`,
        ja: `${peer} へのシリアルケーブル（${end}）を再び接続する。`,
      }),
    ),
  ];
}

interface Side {
  readonly node: string;
  readonly broken: readonly Seen[];
  /** Taking the interfaces down breaks nothing else. */
  readonly isAlone: boolean;
}

/** Of two ends the one that can be taken down alone, the first if neither can. */
function chosenSide(cluster: Cluster, what: Broken): Side {
  if ("node" in what) return { node: what.node, broken: seenFrom(cluster, what.node), isAlone: true };
  const { between, index } = what;
  const first = sideOf(cluster, between, index);
  const second = sideOf(cluster, [between[1], between[0]], index);
  return second.isAlone && !first.isAlone ? second : first;
}

function sideOf(cluster: Cluster, [node, peer]: Pair, index: number | undefined): Side {
  const all = seenFrom(cluster, node);
  const isBroken = (seen: Seen): boolean => seen.peer === peer && (index === undefined || seen.index === index);
  const broken = all.filter(isBroken);
  const ends = new Set(broken.map(({ end }) => end));
  return { node, broken, isAlone: !all.some((seen) => !isBroken(seen) && ends.has(seen.end)) };
}

function seenFrom({ paths }: Cluster, node: string): readonly Seen[] {
  return paths.flatMap(({ nodes: [left, right], links }) =>
    links.flatMap((link, place): readonly Seen[] => {
      if (left === node) return [{ link, index: place + 1, peer: right, end: link.ends[0] }];
      if (right === node) return [{ link, index: place + 1, peer: left, end: link.ends[1] }];
      return [];
    }),
  );
}

function takenDown({ resources }: Cluster, node: string, addresses: readonly string[]): Operation {
  const hasAddress = resources.some(({ application, kind }) => application === "comm" && kind === "ip");
  return {
    node,
    text: {
      en: `At the console, take down the interface${addresses.length === 1 ? "" : "s"} of ${addresses.join(" and ")}.`,
      ja: `コンソールから、${addresses.join("、")} のインターフェースを停止する。`,
    },
    command: "ip link set INTERFACE down",
    ...(hasAddress ? { caution: notOverAddress } : {}),
    sources: ["AZSTO951J", "KI951"],
  };
}

function blocked(node: string, broken: readonly Seen[]): Operation {
  const [peer] = broken.map((seen) => seen.peer);
  const links = broken
    .filter(({ link }) => link.kind === "tcp")
    .map(({ link }) => `${link.ends[0]} <-> ${link.ends[1]}`)
    .join(", ");
  return inWords(node, {
    en: `Block ${links} alone, for example with a firewall rule: the interface also carries paths to nodes other than ${peer}.`,
    ja: `${links} の通信だけを、ファイアウォールなどで遮断する（インターフェースは ${peer} 以外へのパスも通している）。`,
  });
}

/** An operation for which no source shows a command. */
export function inWords(node: string | undefined, text: Localized): Operation {
  return { node, text, command: undefined, sources: [] };
}

const notOverAddress: Localized = {
  en: "Do not do this on an interface that carries a protected address, because the path may not come back: block the paths there, for example with a firewall rule.",
  ja: "保護対象の IP アドレスがあるインターフェースでは、パスが復旧しないことがあるため行わず、代わりにファイアウォールなどで通信を遮断してください。",
};
