/** Where a request goes: what undici needs, and the host as messages may show it. */
export interface Destination {
  readonly origin: string;
  /** `host` or `host:port`, without user information. */
  readonly host: string;
  /** Path and query exactly as written: nothing is normalised, so that what is sent is what was asked for. */
  readonly path: string;
}

export interface DestinationReader {
  /** Undefined when the text is not an absolute http or https URL. */
  read(url: string): Destination | undefined;
}

/** A run calls few URLs many times; past this many, somebody makes them up as they go. */
const remembered = 1000;

/** Remembers what it read: reading a URL costs a good part of what sending the request does. */
export function createDestinationReader(): DestinationReader {
  const known = new Map<string, Destination | undefined>();

  return {
    read(url) {
      const found = known.get(url);
      if (found !== undefined) return found;
      const destination = readDestination(url);
      if (known.size >= remembered) known.clear();
      known.set(url, destination);
      return destination;
    },
  };
}

function readDestination(url: string): Destination | undefined {
  const parts = /^(https?:\/\/[^/?#\\]+)([^#]*)/i.exec(url);
  const base = parts?.[1];
  if (base === undefined || !URL.canParse(base)) return undefined;
  const { origin, host } = new URL(base);
  const rest = parts?.[2] ?? '';
  return { origin, host, path: rest.startsWith('/') ? rest : `/${rest}` };
}
