// Cuts what somebody recorded at a terminal into the outputs of single commands: by their own headings, and by the
// lines in which the command was typed.

import { type Form, forms } from "./actual.ts";

export interface Section {
  readonly form: Form;
  /** What was typed behind the command, when that is there to be read. */
  readonly words: readonly string[];
  readonly lines: readonly string[];
}

export interface Sections {
  readonly sections: readonly Section[];
  /** It says that LifeKeeper does not run. */
  readonly notRunning: boolean;
  /** It is an output of LifeKeeper for Windows. */
  readonly windows: boolean;
  /** Rows of a table whose heading is not there. */
  readonly stray: readonly string[];
}

const shortHeading = /^\s*(LOCAL|BACKUP)\s+TAG\s+ID\s+STATE\s+PRIO\s+PRIMARY\s*$/;
const pathHeading = /^\s*MACHINE\s+NETWORK\s+ADDRESSES\/DEVICE\s+STATE\s+PRIO\s*$/;
const detailedHeading =
  /^\s*(?:ROOT OF RESOURCE HIERARCHY|The following LifeKeeper (?:machines|flags)|The shutdown strategy|(?:.*\s)?to machine=)/i;
const windowsHeading = /^\s*MACHINE\s+(?:TYPE|NETWORK)\s+ADDRESSES\/DISK/;
const windowsTree = /^\S+\s+\|[-\u2014\u2013]/;
const notRunningLine = /^\s*LifeKeeper does not appear to be running/;
const typed =
  /^(?:.{0,300}?[#$>%]\s*)?(?:[^\s#$>%]*\/)?(lcdstatus|ins_list|dep_list|eqv_list|net_list|sys_list|flg_list)((?:\s+\S+)*)\s*$/;
const prompt = /^(?:\[[^\]]{0,200}\]|\S{0,200}[@:~]\S{0,200}\s?)?[#$>%](?:\s|$)/;

const rowOfTable = /\s(?:(?:ISP|ISU|OSU|OSF|ILLSTATE)\s+(?:\d+|-+)\s+\S+|(?:ALIVE|DEAD|UNKNOWN)\s+(?:\d+|-+))\s*$/;

export const separator = "\u0001";

export function cutSections(lines: readonly string[]): Sections {
  const sections: { form: Form; words: readonly string[]; lines: string[] }[] = [];
  let open: (typeof sections)[number] | undefined;
  let notRunning = false;
  let windows = false;
  const stray: string[] = [];
  const begin = (form: Form, words: readonly string[] = []): void => {
    // The heading below a typed command is the beginning of its output.
    const isDisplay = form.startsWith("lcdstatus") && open?.form.startsWith("lcdstatus") === true;
    if (isDisplay && open?.lines.every((line) => line.trim() === "") === true) sections.pop();
    open = { form, words, lines: [] };
    sections.push(open);
  };
  for (const line of lines) {
    const command = line.includes(separator) ? null : typed.exec(line);
    const heading = shortHeading.exec(line);
    if (command !== null) {
      begin(formOf(command[1] ?? "", command[2] ?? ""), (command[2] ?? "").trim().split(/\s+/).filter(Boolean));
      continue;
    }
    if (heading !== null) begin(heading[1] === "BACKUP" ? "lcdstatus -e" : "lcdstatus -q");
    else if (pathHeading.test(line)) {
      if (!isShort(open) || open?.lines.some((each) => pathHeading.test(each)) === true) begin("lcdstatus -q");
    } else if (windowsHeading.test(line) || (isShort(open) && windowsTree.test(line))) windows = true;
    else if (notRunningLine.test(line)) notRunning = true;
    else if (line.includes(separator)) {
      const form = shapeOf(line);
      if (form !== undefined && (open === undefined || !open.form.endsWith("_list"))) begin(form);
    } else if (prompt.test(line)) {
      open = undefined;
      continue;
    } else if (open?.form !== "lcdstatus" && (detailedHeading.test(line) || isResourceHead(line))) begin("lcdstatus");
    if (open !== undefined) open.lines.push(line);
    else if (rowOfTable.test(line)) stray.push(line);
  }
  return { sections, notRunning, windows, stray };
}

function isShort(section: Section | undefined): boolean {
  return section?.form === "lcdstatus -q" || section?.form === "lcdstatus -e";
}

export function isResourceHead(line: string): boolean {
  return line.includes(": id=") && line.includes(" app=") && line.includes(" type=") && line.includes(" state=");
}

function formOf(command: string, options: string): Form {
  if (command !== "lcdstatus") return forms.find((form) => form === command) ?? "lcdstatus";
  if (/\s-\w*q/.test(options)) return "lcdstatus -q";
  return /\s-\w*e/.test(options) ? "lcdstatus -e" : "lcdstatus";
}

/** Which list a record of nameless fields belongs to, where its shape tells. */
function shapeOf(line: string): Form | undefined {
  const fields = line.split(separator);
  if (fields.includes("SHARED")) return "eqv_list";
  if (/^(?:ISP|ISU|OSU|OSF|ILLSTATE)$/.test(fields[6] ?? "")) return "ins_list";
  if (/^[\w.:]+\/[\w.:]+$/.test(fields[1] ?? "")) return "net_list";
  return undefined;
}
