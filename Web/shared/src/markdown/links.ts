const schemes = new Set(['http:', 'https:', 'mailto:']);

/** The address if a shopper may be sent there: http, https, mailto, or relative to the store's page. */
export function safeLink(address: string): URL | undefined {
  const url = parse(address);
  return url !== undefined && schemes.has(url.protocol) ? url : undefined;
}

/** A picture from the service itself, or over https where a card asks for it. */
export function safePicture(address: string, base: string, fromAnywhere: boolean): string | undefined {
  const url = parse(address, base);
  if (url === undefined) return undefined;
  const own = url.origin === new URL(base).origin && schemes.has(url.protocol);
  return own || (fromAnywhere && url.protocol === 'https:') ? url.href : undefined;
}

function parse(address: string, base = document.baseURI): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}
