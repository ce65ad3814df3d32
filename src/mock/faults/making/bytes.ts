import type { Deviate } from '../../deviation/deviation.js';
import type { Transmission } from '../../server/transmission.js';
import type { Chunks } from './chunks.js';
import type { Where } from './where.js';

/** Changes how responses are sent. */
export function send(where: Where, change: (usual: Transmission) => Transmission): Deviate {
  return () => ({ at: 'wire', change: (usual, asked) => (where(asked) ? change(usual) : usual) });
}

/** Changes the bytes of bodies; how long they are is then left open. */
export function sendBody(where: Where, change: (chunks: Chunks, usual: Transmission) => Chunks): Deviate {
  return send(where, (usual) => ({
    ...usual,
    headers: withoutHeader(usual, 'content-length'),
    body: change(usual.body, usual),
  }));
}

/** Changes the text of streams, chunk by chunk: the simulated account writes an event in each. */
export function sendStreamText(where: Where, change: (text: string) => string | readonly string[]): Deviate {
  return send(where, (usual) => {
    if (!isStream(usual)) return usual;
    return { ...usual, body: changedText(usual.body, change) };
  });
}

async function* changedText(chunks: Chunks, change: (text: string) => string | readonly string[]): Chunks {
  for await (const chunk of chunks) {
    for (const text of [change(Buffer.from(chunk).toString('utf8'))].flat()) yield Buffer.from(text);
  }
}

export function isStream({ headers }: Transmission): boolean {
  return headers.some(([name, value]) => name === 'content-type' && value.startsWith('text/event-stream'));
}

export function withoutHeader({ headers }: Transmission, left: string): Transmission['headers'] {
  return headers.filter(([name]) => name.toLowerCase() !== left);
}
