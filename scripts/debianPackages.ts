// The Debian packages that tests and test nodes need. As root they are installed; without root the user is told how.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** What a program comes with; tests ask for programs, people install packages. */
const packageOf = {
  sshd: "openssh-server",
  ssh: "openssh-client",
  "ssh-keygen": "openssh-client",
  csh: "csh",
  fish: "fish",
  "ansible-playbook": "ansible-core",
  ip: "iproute2",
  unshare: "util-linux",
  sudo: "sudo",
  nvim: "neovim",
  busybox: "busybox",
  setfacl: "acl",
  getfattr: "attr",
  soffice: "libreoffice-calc",
  pdftoppm: "poppler-utils",
  wine: "wine",
} as const;

export type NeededProgram = keyof typeof packageOf;

// The keys of a literal are exactly its names.
export const allPrograms = Object.keys(packageOf) as readonly NeededProgram[];

const folders = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

export function isInstalled(program: string): boolean {
  const onPath = (process.env["PATH"] ?? "").split(":").filter((folder) => folder !== "");
  return [...onPath, ...folders].some((folder) => existsSync(join(folder, program)));
}

/** Undefined when everything is there now; otherwise what a person has to do. */
export function ensurePrograms(programs: readonly NeededProgram[]): string | undefined {
  const missing = programs.filter((program) => !isInstalled(program));
  if (missing.length === 0) return undefined;
  return ensureDebianPackages(missing.map((program) => packageOf[program])) ?? stillMissing(missing);
}

/** Undefined when apt-get has installed them; otherwise what a person has to do. */
export function ensureDebianPackages(packages: readonly string[]): string | undefined {
  const wanted = [...new Set(packages)];
  const command = `apt-get install -y --no-install-recommends ${wanted.join(" ")}`;
  if (process.getuid?.() !== 0 || !isInstalled("apt-get")) {
    return `These packages are needed: ${wanted.join(", ")}. Install them, on Debian with: sudo ${command}`;
  }
  const apt = (...args: readonly string[]): number | null =>
    // Another installation may hold the lock for a while.
    spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=300", ...args], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      timeout: 900_000,
    }).status;
  const install = (): boolean => apt("install", "-y", "--no-install-recommends", ...wanted) === 0;
  if (install()) return undefined;
  apt("update");
  return install() ? undefined : `The packages could not be installed. Try by hand: ${command}`;
}

function stillMissing(programs: readonly NeededProgram[]): string | undefined {
  const missing = programs.filter((program) => !isInstalled(program));
  return missing.length === 0 ? undefined : `Still missing after the installation: ${missing.join(", ")}`;
}
