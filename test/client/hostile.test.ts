// Hostile names through everything that the extension itself shows: nothing acts, nothing is hidden, no picture is drawn
// that is not ours.

import assert from "node:assert/strict";
import { asBytes } from "@lkcluster/core/text/byteText.ts";
import type { DeployReport } from "@lkcluster/deploy/report.ts";
import type { TreeItem as ShownItem } from "vscode";
import { type Display, danger, hostileNames } from "../support/hostileNames.ts";
import "../support/loadWithVscode.ts";
import { takeHanded, Uri } from "../support/fakeVscode.ts";

const { notify, askModal } = await import("../../client/src/notify.ts");
const { showItem } = await import("../../client/src/clusterTree.ts");
const { sayOutcome } = await import("../../client/src/deploy/outcome.ts");
const { itemOf } = await import("../../client/src/deploy/rollbackCommand.ts");
const { withProgress } = await import("../../client/src/deploy/withProgress.ts");
const { askQuestion } = await import("../../client/src/deploy/questions.ts");
const { clusterStatus } = await import("../../client/src/clusterStatus.ts");
const { parameterFileStatus } = await import("../../client/src/parameterFileStatus.ts");
const { asMarkdown, codeBlock, messageWithReplay } = await import("../../client/src/testExplorer/outcome.ts");

type Shown = readonly (readonly [Display, string])[];

const both = (text: string) => ({ en: text, ja: text });
// The stand-in has what these functions use of a URI.
const uri = Uri.file("/w/a.lk") as unknown as import("vscode").Uri;

/** What was handed to VS Code since the last call. A detail of a question may have several lines. */
function handedOver(): Shown {
  return takeHanded()
    .filter(({ what }) => what !== "output" && what !== "command")
    .flatMap(({ what, args }) =>
      args
        .flatMap(stringsIn)
        .flatMap((text) => text.split("\n"))
        .map((line): Shown[number] => [what === "status" ? "label" : "notification", line]),
    );
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function treeItem({ label, description, tooltip, accessibilityInformation }: ShownItem): Shown {
  return [
    ["label", String(label)],
    ["label", String(description)],
    ["terminal", String(tooltip)],
    ["line", String(accessibilityInformation?.label ?? "")],
  ];
}

function reportOn(name: string): DeployReport {
  const node = { node: name, state: "unknown", before: undefined, after: undefined, detail: both(name), said: name };
  return {
    outcome: "mixed",
    transaction: "1",
    message: both(`${name}: failed.`),
    advice: [both(`${name}: try again.`)],
    nodes: [node as DeployReport["nodes"][number]],
    healed: [],
    declined: false,
    plan: undefined,
  };
}

const displays: Readonly<Record<string, (name: string) => Shown | Promise<Shown>>> = {
  notifications: (name) => {
    for (const say of Object.values(notify)) void say(name);
    void askModal(name, `first\n${name}`);
    return handedOver();
  },
  "the end of a deployment": (name) => {
    sayOutcome(reportOn(name), undefined, undefined);
    sayOutcome({ ...reportOn(name), outcome: "refused", declined: true }, undefined, undefined);
    return handedOver();
  },
  "progress on the nodes": async (name) => {
    await withProgress(name, async ({ onProgress }) => {
      onProgress({ node: name, phase: "read", state: "begins", text: both(name) });
    });
    return handedOver();
  },
  "questions of ssh": async (name) => {
    await askQuestion({ node: name, prompt: name, kind: "secret" });
    await askQuestion({ node: name, prompt: name, kind: "host-key" });
    return handedOver();
  },
  "the tree": (name) => [
    ...treeItem(
      showItem({ kind: "cluster", uri: Uri.file(`/w/${name.toWellFormed()}.lk`) as unknown as typeof uri, name }),
    ),
    ...treeItem(
      showItem({
        ...{ kind: "node", uri, cluster: name, node: name, isWitness: true },
        status: { node: name, standing: "drifted", summary: both(name), details: both(name), plan: undefined },
      }),
    ),
  ],
  "the status bar": (name) => {
    const statuses = [
      clusterStatus(name, 1, { verdict: undefined, standing: undefined, nodes: new Map() }),
      parameterFileStatus([{ name, uri, parameterFile: uri }]),
    ];
    return statuses.flatMap(
      ({ text, tooltip }): Shown => [
        ["label", text],
        ["terminal", tooltip],
      ],
    );
  },
  "the ways back": (name) => {
    const changes = [{ name, before: name, after: undefined }];
    const plan = {
      node: name,
      before: asBytes("A=1\n"),
      after: asBytes("A=2\n"),
      changes,
      sets: [name],
      noLongerSet: [],
    };
    const drift = { kind: "never", changedThere: [], onlyWording: false, isRolledBack: false } as const;
    const items = [
      itemOf({ to: name, way: undefined, nodes: [{ ...plan, drift }] }),
      itemOf({ to: name, way: undefined, nodes: both(name) }),
    ];
    return items.flatMap(
      ({ label, detail = "" }): Shown => [
        ["label", label],
        ["label", detail],
      ],
    );
  },
  "messages of the Test Explorer": (name) => {
    const { message } = messageWithReplay(uri, { kind: "proof", title: name }, [
      asMarkdown(name),
      codeBlock(name),
      name,
    ]);
    return [["markdown", typeof message === "string" ? message : message.value]];
  },
};

/** The one command of ours, whose arguments carry the title. */
const ours = /\]\(command:lifekeeper\.openSimulator\?[^)\s]*\)/g;
/** A block between fences is text. */
const blocks = /^(`{3,})text\n[\s\S]*?\n\1$/gm;

describe("hostile names in the editor's own displays", () => {
  for (const [display, show] of Object.entries(displays)) {
    it(`are only shown in ${display}`, async () => {
      for (const name of hostileNames) {
        takeHanded();
        const shown = await show(name);
        assert.ok(shown.length > 0);
        for (const [kind, text] of shown) {
          assert.equal(
            danger(text.replace(ours, "").replace(blocks, "").replaceAll("undefined", ""), kind),
            undefined,
            name,
          );
        }
      }
    });
  }
});
