// The same configuration for those who roll out many clusters with Ansible: an inventory with what each node wants, and
// a playbook with the same merge, the same checks before anything is touched, and one node after the other.

import type { Localized } from "../locale/localized.ts";
import type { CheckedCluster, ClusterNode } from "../model/cluster.ts";
import type { FileSet } from "../model/fileSet.ts";
import { textOfBytes } from "../text/byteText.ts";
import { orderUnread } from "./nodeOrder.ts";
import { needsAllStopped } from "./takesEffect.ts";
import { wantedOf } from "./wanted.ts";

export type AnsibleExport =
  | { readonly ok: true; readonly inventory: string; readonly playbook: string }
  | { readonly ok: false; readonly why: Localized };

export function exportAnsible(cluster: CheckedCluster, files: FileSet, mode: "merge" | "replace"): AnsibleExport {
  const blocks: string[] = [];
  const names = new Set<string>();
  const order = orderUnread(cluster).write;
  for (const name of order) {
    const node = cluster.nodes.find((one) => one.name === name);
    if (node === undefined) continue;
    const wanted = wantedOf(cluster, files, node);
    if (!wanted.ok) return wanted;
    const lines = wanted.lines.map((line) => ({ name: textOfBytes(line.name), raw: textOfBytes(line.raw) }));
    for (const line of lines) names.add(line.name);
    blocks.push(hostBlock(node, lines, textOfBytes(wanted.file)));
  }
  const inventory = `# Made by lkcluster export ansible from the cluster ${oneLine(cluster.name)}. The order of the hosts is the order of writing.
all:
  children:
    lifekeeper:
      vars:
        lifekeeper_mode: ${mode}
        lifekeeper_only_while_stopped: ${JSON.stringify(needsAllStopped([...names]))}
      hosts:
${blocks.join("")}`;
  return { ok: true, inventory, playbook };
}

/** Every text is `!unsafe`: Ansible must not look for expressions in it. A JSON string is a YAML string. */
function hostBlock(
  { name, ssh, address, remoteFile }: ClusterNode,
  lines: readonly { readonly name: string; readonly raw: string }[],
  whole: string,
): string {
  const text = (value: string): string => `!unsafe ${JSON.stringify(value)}`;
  const { host, user, port } = splitDestination(ssh ?? address);
  const entries = lines.map((line) => `            - { name: ${text(line.name)}, raw: ${text(line.raw)} }\n`).join("");
  return `        ${JSON.stringify(name)}:
          ansible_host: ${text(host)}
${user === undefined ? "" : `          ansible_user: ${text(user)}\n`}${port === undefined ? "" : `          ansible_port: ${port}\n`}          lifekeeper_file: ${text(remoteFile)}
          lifekeeper_whole: ${text(whole)}
          lifekeeper_lines:${entries === "" ? " []\n" : `\n${entries}`}`;
}

function splitDestination(written: string): {
  readonly host: string;
  readonly user: string | undefined;
  readonly port: number | undefined;
} {
  const parts = /^(?:(.*)@)?(?:\[([^\]]*)\]|([^:]*))(?::(\d+))?$/.exec(written);
  if (parts === null) return { host: written, user: undefined, port: undefined };
  return {
    host: parts[2] ?? parts[3] ?? written,
    user: parts[1],
    port: parts[4] === undefined ? undefined : Number(parts[4]),
  };
}

function oneLine(text: string): string {
  return text.replace(/[^\p{L}\p{N} ._-]/gu, "?");
}

const playbook = `# Made by lkcluster export ansible. Needs ansible-core 2.14 or later; run it with:
#   ansible-playbook -i inventory.yml playbook.yml --diff --check    (look)
#   ansible-playbook -i inventory.yml playbook.yml --diff
# Unlike lkcluster deploy it has no timer on the nodes and does not put back what it has written; backups stay beside the file.

- name: Look at every node before any is touched
  hosts: lifekeeper
  gather_facts: false
  any_errors_fatal: true
  become: "{{ lifekeeper_become | default(true) | bool }}"
  tasks:
    - name: Find the parameter file
      ansible.builtin.stat:
        path: "{{ lifekeeper_file }}"
        follow: true
      register: lifekeeper_stat

    - name: It is a regular file with one name, or there is none yet
      ansible.builtin.assert:
        that: not lifekeeper_stat.stat.exists or (lifekeeper_stat.stat.isreg and lifekeeper_stat.stat.nlink == 1)

    - name: Read it
      ansible.builtin.slurp:
        src: "{{ lifekeeper_file }}"
      register: lifekeeper_slurped
      when: lifekeeper_stat.stat.exists

    - name: Begin with what it holds, or with the whole of ours
      ansible.builtin.set_fact:
        lifekeeper_merged: "{{ lifekeeper_whole if lifekeeper_mode == 'replace' or not lifekeeper_stat.stat.exists else (lifekeeper_slurped.content | b64decode) }}"

    - name: Our names stand there once at most
      ansible.builtin.assert:
        that: (lifekeeper_merged | regex_findall('(?m)^[ \\t]*(?:export[ \\t]+)?' ~ (item.name | regex_escape) ~ '[ \\t]*=') | length) <= 1
        quiet: true
      loop: "{{ lifekeeper_lines }}"

    - name: Set our names and keep every other byte
      ansible.builtin.set_fact:
        lifekeeper_merged: "{{ (lifekeeper_filled | regex_replace(lifekeeper_full, '\\\\g<1>' ~ lifekeeper_raw) | regex_replace(lifekeeper_name ~ '[^\\\\n]*?)\\\\r+$', '\\\\g<1>')) if lifekeeper_found else lifekeeper_appended }}"
      vars:
        lifekeeper_raw: "{{ item.raw | replace(lifekeeper_backslash, lifekeeper_backslash ~ lifekeeper_backslash) }}"
        lifekeeper_name: "{{ '(?m)^([ \\\\t]*(?:export[ \\\\t]+)?' ~ (item.name | regex_escape) ~ '[ \\\\t]*=' }}"
        lifekeeper_found: "{{ (lifekeeper_merged | regex_findall(lifekeeper_name ~ ')') | length) > 0 }}"
        # An empty value is filled right behind the equals sign; a comment keeps its distance.
        lifekeeper_emptied: "{{ lifekeeper_merged | regex_replace(lifekeeper_name ~ ')(?=#)', '\\\\g<1>' ~ lifekeeper_raw ~ (' ' if item.raw else '')) }}"
        lifekeeper_filled: "{{ lifekeeper_emptied | regex_replace(lifekeeper_name ~ ')(?=[ \\\\t\\\\r]*$|[ \\\\t]+#)', '\\\\g<1>' ~ lifekeeper_raw) }}"
        lifekeeper_full: "{{ lifekeeper_name ~ '[ \\\\t]*)(?:\\"[^\\"\\\\n]*(?:\\"|$)|\\\\x27[^\\\\x27\\\\n]*(?:\\\\x27|$)|[^\\\\n\\"\\\\x27])*?(?=[ \\\\t\\\\r]*$|[ \\\\t\\\\r]+#|(?<=[= \\\\t])#)' }}"
        # Expressions in playbooks keep backslashes as they are, so these are made from their numbers.
        lifekeeper_backslash: "{{ '%c' | format(92) }}"
        lifekeeper_lf: "{{ '%c' | format(10) }}"
        lifekeeper_line: "{{ item.name ~ '=' ~ item.raw }}"
        lifekeeper_appended: "{{ lifekeeper_merged ~ (lifekeeper_lf ~ lifekeeper_line if lifekeeper_merged and not lifekeeper_merged.endswith(lifekeeper_lf) else lifekeeper_line ~ lifekeeper_lf) }}"
      loop: "{{ lifekeeper_lines }}"
      when: lifekeeper_mode == 'merge' and lifekeeper_stat.stat.exists

    - name: Does LifeKeeper run
      ansible.builtin.command: lktest
      environment:
        PATH: "/opt/LifeKeeper/bin:{{ lifekeeper_path | default('/usr/sbin:/usr/bin:/sbin:/bin') }}"
      register: lifekeeper_before
      changed_when: false
      failed_when: false
      check_mode: false

    - name: Values that may only be edited while LifeKeeper is stopped everywhere do not change while it runs
      ansible.builtin.assert:
        that: >-
          lifekeeper_before.rc != 0 or not lifekeeper_stat.stat.exists or
          (lifekeeper_merged | regex_findall('(?m)^[ \\t]*' ~ (item | regex_escape) ~ '[ \\t]*=.*$'))
          == ((lifekeeper_slurped.content | b64decode) | regex_findall('(?m)^[ \\t]*' ~ (item | regex_escape) ~ '[ \\t]*=.*$'))
        quiet: true
      loop: "{{ lifekeeper_only_while_stopped }}"

- name: Write one node after the other
  hosts: lifekeeper
  gather_facts: false
  serial: 1
  order: inventory
  any_errors_fatal: true
  become: "{{ lifekeeper_become | default(true) | bool }}"
  tasks:
    - name: Put the parameter file in place
      ansible.builtin.copy:
        content: "{{ lifekeeper_merged }}"
        dest: "{{ lifekeeper_file }}"
        mode: "{{ lifekeeper_stat.stat.mode | default('0644') }}"
        backup: true
        follow: true
      diff: true

    - name: Read it back
      ansible.builtin.slurp:
        src: "{{ lifekeeper_file }}"
      register: lifekeeper_written
      when: not ansible_check_mode

    - name: It is what was meant
      ansible.builtin.assert:
        that: (lifekeeper_written.content | b64decode) == lifekeeper_merged
        quiet: true
      when: not ansible_check_mode

    - name: LifeKeeper runs as before
      ansible.builtin.command: lktest
      environment:
        PATH: "/opt/LifeKeeper/bin:{{ lifekeeper_path | default('/usr/sbin:/usr/bin:/sbin:/bin') }}"
      register: lifekeeper_after
      changed_when: false
      failed_when: lifekeeper_after.rc != lifekeeper_before.rc
      check_mode: false
`;
