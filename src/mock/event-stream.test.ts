import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { eventStream, type Pace, unpaced, waiting } from './event-stream.js';
import { serve } from './server/serve.js';
import type { ServerSentEvent } from './server-sent-events.js';

/** Endless events that count how many of them were made, and say when they are given up. */
function counting(data = 'x') {
  const seen = { made: 0, givenUp: false };
  function* events(): Generator<ServerSentEvent> {
    try {
      for (;;) {
        seen.made += 1;
        yield { data };
      }
    } finally {
      seen.givenUp = true;
    }
  }
  return { events: events(), seen };
}

const text = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

describe('an event stream', () => {
  it('gives each event in a chunk of its own, then ends', async () => {
    const chunks: string[] = [];
    for await (const chunk of eventStream([{ data: '🙂' }, { event: 'end', data: '2' }], unpaced)) {
      chunks.push(text(chunk));
    }
    expect(chunks).toEqual(['data: 🙂\n\n', 'event: end\ndata: 2\n\n']);
  });

  it('makes an event only when it is asked for', async () => {
    const { events, seen } = counting();
    const reader = eventStream(events, async () => {}).getReader();
    await setImmediate();
    expect(seen.made).toBe(0);
    await reader.read();
    await setImmediate();
    expect(seen.made).toBe(1);
  });

  it('waits for its pace before each event', async () => {
    const { events, seen } = counting();
    const madeBefore: number[] = [];
    const pace: Pace = async () => void madeBefore.push(seen.made);
    const reader = eventStream(events, pace).getReader();
    for (let index = 0; index < 3; index += 1) await reader.read();
    expect(madeBefore).toEqual([0, 1, 2]);
  });

  it('that waits before each event gives it all the same', async () => {
    const chunks: string[] = [];
    for await (const chunk of eventStream([{ data: '1' }, { data: '2' }], waiting(1))) chunks.push(text(chunk));
    expect(chunks).toEqual(['data: 1\n\n', 'data: 2\n\n']);
  });

  it('that waits long does so no longer than the client stays', async () => {
    const left = new AbortController();
    const waited = waiting(2 ** 31 - 1)(left.signal);
    left.abort();
    await expect(waited).resolves.toBeUndefined();
  });

  it('fails when its pace does', async () => {
    const reader = eventStream([{ data: 'x' }], () => Promise.reject(new Error('upstream is gone'))).getReader();
    await expect(reader.read()).rejects.toThrow('upstream is gone');
  });

  it('that is cancelled tells its pace and makes no further event', async () => {
    const { events, seen } = counting();
    let told = false;
    const waiting: Pace = async (left) => {
      if (seen.made === 0) return;
      await once(left, 'abort');
      told = true;
    };
    const reader = eventStream(events, waiting).getReader();
    await reader.read();
    const second = reader.read();
    await setImmediate();
    await reader.cancel();
    expect(await second).toEqual({ done: true, value: undefined });
    await setImmediate();
    expect({ ...seen, told }).toEqual({ made: 1, givenUp: true, told: true });
  });

  it('waits for a client that does not read, and is given up when that client leaves', async () => {
    const { events, seen } = counting('x'.repeat(65_536));
    const handler = http.all(
      () => true,
      () => new HttpResponse(eventStream(events, unpaced)),
    );
    const served = await serve([handler], { port: 0 });
    const client = connect(Number(new URL(served.origin).port), '127.0.0.1');
    client.pause().write('GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
    const full = await countOnceItRests(seen);
    client.on('data', () => {}).resume();
    await until(() => seen.made > full);
    client.destroy();
    await until(() => seen.givenUp);
    await served.close();
  });
});

/** What never comes true fails by the test's own limit of time. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setImmediate();
}

/** Ends only if the source comes to rest, which it does when all buffers on the way are full. */
async function countOnceItRests(seen: { readonly made: number }): Promise<number> {
  for (;;) {
    const before = seen.made;
    for (let turn = 0; turn < 1000; turn += 1) await setImmediate();
    if (before > 0 && before === seen.made) return before;
  }
}
