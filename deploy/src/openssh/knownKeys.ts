// The fingerprints that this machine knows for a node, so that a changed key can be shown beside the known one.

import { execFile } from "node:child_process";
import { homedir } from "node:os";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What `ssh-keygen -l -F` says of the node in each known_hosts file; empty when nothing can be found out. */
export async function knownFingerprints(program: string, sshArguments: readonly string[]): Promise<string> {
  try {
    // -G prints the configuration as it counts for this node and connects to nothing.
    const { stdout } = await run(program, ["-G", ...sshArguments], { timeout: 5000 });
    const settings = new Map(
      stdout.split("\n").map((line): [string, string] => {
        const space = line.indexOf(" ");
        return [line.slice(0, space), line.slice(space + 1)];
      }),
    );
    const host = settings.get("hostname") ?? "";
    const port = settings.get("port") ?? "22";
    const name = settings.get("hostkeyalias") ?? (port === "22" ? host : `[${host}]:${port}`);
    const files = (settings.get("userknownhostsfile") ?? "").split(" ").filter((file) => file !== "");
    const found = await Promise.all(files.map((file) => fingerprintsIn(file.replace(/^~(?=\/)/, homedir()), name)));
    return found.filter((text) => text !== "").join("\n");
  } catch {
    // Decided: the fingerprint helps people; the connection is refused with or without it.
    return "";
  }
}

async function fingerprintsIn(file: string, name: string): Promise<string> {
  try {
    const { stdout } = await run("ssh-keygen", ["-l", "-F", name, "-f", file], { timeout: 5000 });
    return stdout
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .join("\n");
  } catch {
    // Decided: no such file or no such name is nothing known.
    return "";
  }
}
