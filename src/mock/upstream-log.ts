import type { ApiName } from './account/account.js';

/** What the model behind the gateway received, which no client of a real gateway gets to see. */
export interface UpstreamRequest {
  readonly requestId: string;
  readonly api: ApiName;
  /** The full name of the model service. */
  readonly model: string;
  readonly body: object;
  /** The size of the body on the wire. */
  readonly bytes: number;
}

export interface UpstreamEntry extends UpstreamRequest {
  /** `left`: the client did not stay until the end of the stream. */
  readonly outcome: 'answered' | 'streaming' | 'left';
  /** How many events of a stream were sent; 0 for an answer in one piece. */
  readonly events: number;
}

/** The log of one simulated account. It forgets the oldest requests first. */
export interface UpstreamLog {
  answered(request: UpstreamRequest): void;
  streaming(request: UpstreamRequest): StreamRecord;
  find(requestId: string): UpstreamEntry | undefined;
}

/** Where a stream says how far it came. */
export interface StreamRecord {
  sent(): void;
  ended(): void;
  left(): void;
}

export interface UpstreamLogLimits {
  readonly entries: number;
  /** Of all bodies together. */
  readonly bytes: number;
}

type Entry = { -readonly [Key in keyof UpstreamEntry]: UpstreamEntry[Key] };

const defaultLimits: UpstreamLogLimits = { entries: 10_000, bytes: 64 * 1024 * 1024 };

export function createUpstreamLog(limits: UpstreamLogLimits = defaultLimits): UpstreamLog {
  // A Map keeps the order of insertion, and so knows its oldest entry.
  const entries = new Map<string, Entry>();
  let bytes = 0;

  function add(request: UpstreamRequest, outcome: UpstreamEntry['outcome']): Entry {
    const entry: Entry = { ...request, outcome, events: 0 };
    entries.set(request.requestId, entry);
    bytes += request.bytes;
    for (const [oldest, { bytes: size }] of entries) {
      if (entries.size <= limits.entries && bytes <= limits.bytes) break;
      entries.delete(oldest);
      bytes -= size;
    }
    return entry;
  }

  return {
    answered: (request) => void add(request, 'answered'),
    streaming(request) {
      const entry = add(request, 'streaming');
      return {
        sent() {
          entry.events += 1;
        },
        ended() {
          entry.outcome = 'answered';
        },
        left() {
          entry.outcome = 'left';
        },
      };
    },
    find: (requestId) => entries.get(requestId),
  };
}
