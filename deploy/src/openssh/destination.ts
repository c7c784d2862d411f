// What the cluster file says about reaching a node, as arguments of ssh. Anything that ssh could take for an option, or
// a ProxyCommand of the user's configuration for a shell command, is refused.

export interface SshTarget {
  readonly host: string;
  readonly user: string | undefined;
  readonly port: number | undefined;
}

/** `user@host:port`, `[address]:port`, an address, or an alias of the SSH configuration. Undefined: refused. */
export function parseDestination(written: string): SshTarget | undefined {
  const at = written.lastIndexOf("@");
  const user = at < 0 ? undefined : written.slice(0, at);
  const place = written.slice(at + 1);
  const bracketed = /^\[([0-9A-Fa-f:.]+(?:%[A-Za-z0-9._-]+)?)\](?::(\d{1,5}))?$/.exec(place);
  const named = /^([^:]*)(?::(\d{1,5}))?$/.exec(place);
  const address = /^[0-9A-Fa-f]*(?::[0-9A-Fa-f]*){2,7}(?:[0-9.]+)?(?:%[A-Za-z0-9._-]+)?$/.test(place);
  const host = bracketed?.[1] ?? (address ? place : named?.[1]);
  const portText = bracketed === null ? (address ? undefined : named?.[2]) : bracketed[2];
  const port = portText === undefined ? undefined : Number(portText);
  if (host === undefined || !(bracketed !== null || address || isHostName(host))) return undefined;
  if (user !== undefined && !isUserName(user)) return undefined;
  if (port !== undefined && (port < 1 || port > 65535)) return undefined;
  return { host, user, port };
}

function isHostName(host: string): boolean {
  return host.length <= 255 && /^[\p{L}\p{N}_][\p{L}\p{N}._-]*$/u.test(host);
}

function isUserName(user: string): boolean {
  return user.length <= 255 && /^[\p{L}\p{N}_][\p{L}\p{N}._+@-]*$/u.test(user);
}

/** A path on the node that the remote program accepts. */
export function isRemotePath(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
  return path.startsWith("/") && path.length <= 4000 && !path.endsWith("/") && !/[\u0000-\u001f\u007f]/.test(path);
}
