/** An origin (scheme, host, port), or what keeps the text from being one and what to write instead. */
export type Origin =
  | { readonly ok: true; readonly origin: string }
  | { readonly ok: false; readonly reason: string; readonly fix: string };

/** Reads a URL that may name a host and nothing else. The reason never repeats the text, which may hold a password. */
export function parseOrigin(text: string): Origin {
  if (!URL.canParse(text))
    return refuse('is not a URL', 'write scheme and host, such as https://adb-1.azuredatabricks.net');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return refuse(
      'is neither an https nor an http URL',
      'write scheme and host, such as https://adb-1.azuredatabricks.net',
    );
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return refuse(
      'would send credentials unencrypted: http is for this machine only',
      'write https:// instead of http://',
    );
  }
  if (url.username !== '' || url.password !== '') {
    return refuse(
      'carries a user name or a password',
      'remove what stands before the @; credentials belong to identities',
    );
  }
  if (url.search !== '' || url.hash !== '') {
    return refuse(
      'has a query or a fragment',
      'remove what follows the host; the id of a workspace has a key of its own',
    );
  }
  if (url.pathname !== '/') return refuse('has a path', 'remove what follows the host; each API knows its own path');
  return { ok: true, origin: url.origin };
}

function refuse(reason: string, fix: string): Origin {
  return { ok: false, reason, fix };
}

/** What never leaves the machine (RFC 6761 section 6.3, RFC 1122 section 3.2.1.3, RFC 4291 section 2.5.3). */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
