// Reasons: paths that die and come back.

import type { Work } from "../work.ts";
import { nameOf, seconds, tell } from "./why.ts";

export function sayPath(work: Work, index: number, side: number, dead: boolean): void {
  if (work.tracer === undefined) return;
  const link = work.model.links[index];
  if (link === undefined) return;
  const [node, peer] = side === 0 ? [link.a, link.b] : [link.b, link.a];
  const { heartbeatMs = 0, heartbeatCount = 0 } = work.model.configurations[node] ?? {};
  const facts = {
    peer: nameOf(work, peer),
    index: link.number,
    missed: heartbeatCount,
    intervalSeconds: seconds(heartbeatMs),
  };
  if (dead) {
    tell(work, node, "path-dead", {
      text: {
        en: `Path ${link.number} to ${facts.peer} is DEAD: ${heartbeatCount} heartbeats in a row did not arrive (${seconds(heartbeatMs)} s × ${heartbeatCount} = ${seconds(heartbeatMs * heartbeatCount)} s).`,
        ja: `${facts.peer} へのパス ${link.number} を DEAD とします。ハートビートが ${heartbeatCount} 回続けて届きませんでした（${seconds(heartbeatMs)} 秒 × ${heartbeatCount} = ${seconds(heartbeatMs * heartbeatCount)} 秒）。`,
      },
      facts,
      parameter: "LCMNUMHBEATS",
      place: link.place,
    });
  } else {
    tell(work, node, "path-alive", {
      text: {
        en: `Path ${link.number} to ${facts.peer} is ALIVE again: heartbeats arrive.`,
        ja: `${facts.peer} へのパス ${link.number} が ALIVE に戻りました。ハートビートが届いています。`,
      },
      facts,
      place: link.place,
    });
  }
}

export function sayComm(work: Work, node: number, peer: number, up: boolean): void {
  if (work.tracer === undefined) return;
  const name = nameOf(work, peer);
  const paths = (work.model.linksOfPair[node * work.model.nodes.length + peer] ?? []).length;
  if (up) {
    tell(work, node, "comm-up", {
      text: {
        en: `COMM_UP(${name}): a path to ${name} works again.`,
        ja: `COMM_UP(${name}): ${name} へのパスが再び使えます。`,
      },
      facts: { peer: name, event: `COMM_UP(${name})` },
    });
  } else {
    tell(work, node, "comm-down", {
      text: {
        en: `COMM_DOWN(${name}): ${paths === 1 ? "the only path" : paths === 2 ? "both paths" : `all ${paths} paths`} to ${name} ${paths === 1 ? "is" : "are"} DEAD.`,
        ja: `COMM_DOWN(${name}): ${name} ${paths === 1 ? "への唯一のパスが" : `へのパス ${paths} 本がすべて`} DEAD です。`,
      },
      facts: { peer: name, event: `COMM_DOWN(${name})`, paths },
    });
  }
}
