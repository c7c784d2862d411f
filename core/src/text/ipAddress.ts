// What an address of IP looks like, version 4 or 6. A name that leads to one is none.

export function isIpAddress(text: string): boolean {
  const parts = text.split(".");
  if (/^[0-9.]+$/.test(text))
    return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
  return /^[0-9a-fA-F:.]+$/.test(text) && text.includes(":");
}
