import { once } from 'node:events';
import { connect } from 'node:net';
import { Client } from 'undici';
import { describe, expect, it } from 'vitest';
import type { Pace } from '../event-stream.js';
import { startSimulatedAccount } from '../start.js';
import { ask, type Question, requestFor, saidBy, simulation, tokenOf } from '../testing/simulation.js';
import { askStream, eventsIn, type Streamed, saidInStream } from '../testing/streams.js';

const account = simulation();
const apis = ['chat', 'messages'] as const;

const torture =
  'é e\u0301 größte 日本語 العربية 👩‍👩‍👧‍👦 🇪🇺 👍🏽 \u200b\ufeff\u2028\u2029 \u0000\u0007 "\\ \\n data: x\r\n\r\n\ndata: [DONE]\n\nevent: y \u{10ffff}\ufffd';

const prompts: readonly (readonly [name: string, question: Question])[] = [
  ['a greeting', {}],
  ['any text', { prompt: `Repeat exactly: ${torture}`, body: { max_tokens: 1000 } }],
  ['a long text', { prompt: `Repeat exactly: ${torture.repeat(40)}`, body: { max_tokens: 100_000 } }],
  ['nothing', { prompt: 'Repeat exactly: ' }],
  ['a text cut short', { prompt: 'Count from 1 to 50', body: { max_tokens: 7 } }],
  ['one token', { prompt: 'Count from 1 to 50', body: { max_tokens: 1 } }],
];

/** Images that would have to be fetched. */
const elsewhere = {
  chat: { type: 'image_url', image_url: { url: 'https://example.com/a.png' } },
  messages: { type: 'image', source: { type: 'url', url: 'https://example.com/a.png' } },
};

const stops = { chat: { stop: ['4', '3'] }, messages: { stop_sequences: ['4', '3'] } };

/** The ending as the whole answer states it: reason, sequence and usage. */
function endOf({ json }: { readonly json: Streamed['json'] }): object {
  const { usage, stop_reason, stop_sequence, choices } = json;
  return choices ? { reason: choices[0].finish_reason, usage } : { reason: stop_reason, stop_sequence, usage };
}

function endOfStream({ data }: Streamed): object {
  const delta = data.find(({ type }) => type === 'message_delta');
  if (delta) return { reason: delta.delta.stop_reason, stop_sequence: delta.delta.stop_sequence, usage: delta.usage };
  const reasons = data.flatMap(({ choices }) => choices).map(({ finish_reason }) => finish_reason);
  return { reason: reasons.find((reason) => reason !== null), usage: data.at(-1).usage };
}

async function expectParity(question: Question): Promise<void> {
  const whole = await ask(account(), question);
  const options = question.api === 'chat' ? { stream_options: { include_usage: true } } : {};
  const streamed = await askStream(account(), { ...question, body: { ...question.body, ...options } });
  expect([whole.status, streamed.status]).toEqual([200, 200]);
  expect(saidInStream(streamed)).toBe(saidBy(whole));
  expect(endOfStream(streamed)).toEqual(endOf(whole));
}

describe.each(apis)('a stream by %s', (api) => {
  it.each(prompts)('says %s, and ends, as an answer in one piece does', async (_, question) => {
    await expectParity({ ...question, api });
  });

  it('stops at the sequence at which an answer in one piece stops', async () => {
    await expectParity({ api, prompt: 'Count from 1 to 50', body: stops[api] });
  });

  it('has the head of an event stream', async () => {
    const { status, headers } = await askStream(account(), { api });
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': 'text/event-stream', 'transfer-encoding': 'chunked' });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers).not.toHaveProperty('content-length');
    expect(headers).not.toHaveProperty('content-encoding');
  });

  it('is UTF-8 in which no chunk ends inside a character, and each chunk is one event', async () => {
    const question = { api, prompt: `Repeat exactly: ${torture}`, body: { stream: true } };
    const chunks = await chunksOf(question);
    expect(chunks).toHaveLength((await askStream(account(), question)).events.length);
    for (const chunk of chunks) {
      expect(eventsIn(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(chunk))).toHaveLength(1);
    }
  });

  it.each<[failure: string, question: Question, status: number]>([
    ['no credential', { headers: { authorization: '' } }, 401],
    ['a missing privilege', { as: 'no-grants' }, 403],
    ['an unknown model', { model: 'main.llm.nobody' }, 404],
    ['a wrong request', { body: { messages: [] } }, 400],
    ['a wrong wish to stream', { body: { stream: 'yes' } }, 400],
    ['what is not simulated', { body: { messages: [{ role: 'user', content: [elsewhere[api]] }] } }, 501],
  ])('that fails for %s before its first byte is no stream', async (_, question, status) => {
    const response = await ask(account(), { ...question, api, body: { stream: true, ...question.body } });
    expect(response.status).toBe(status);
    expect(response.headers['content-type']).toBe('application/json');
    expect(response.json.error_code).toBeDefined();
  });

  it.each([false, null])('is not what stream: %j asks for', async (stream) => {
    const { status, headers } = await ask(account(), { api, body: { stream } });
    expect([status, headers['content-type']]).toEqual([200, 'application/json']);
  });

  it('that the client leaves is given up, and the next request is served', async () => {
    const noticed = signal();
    // The first event is sent at once, the second one never.
    let paced = 0;
    const pace: Pace = async (left) => {
      paced += 1;
      if (paced !== 2) return;
      await once(left, 'abort');
      noticed.fire();
    };
    await withPace(pace, async (client, question) => {
      const controller = new AbortController();
      const first = await client.request({ ...question({ api }), signal: controller.signal });
      const pieces = first.body[Symbol.asyncIterator]();
      expect(eventsIn(String((await pieces.next()).value))).toHaveLength(1);
      controller.abort();
      await noticed.fired;
      await expect(pieces.next()).rejects.toThrow();
      expect(paced).toBe(2);

      const second = await client.request(question({ api }));
      expect(eventsIn(await second.body.text()).length).toBeGreaterThan(5);
    });
  });

  it('arrives event by event: the client has the first one before the second is made', async () => {
    const resume = signal();
    let paced = 0;
    const pace: Pace = async () => {
      paced += 1;
      if (paced === 2) await resume.fired;
    };
    await withPace(pace, async (client, question) => {
      const { body } = await client.request(question({ api }));
      const pieces = body[Symbol.asyncIterator]();
      expect(eventsIn(String((await pieces.next()).value))).toHaveLength(1);
      resume.fire();
      let rest = '';
      for await (const piece of pieces) rest += piece;
      expect(eventsIn(rest).length).toBeGreaterThan(5);
    });
  });
});

describe('streams', () => {
  it.each([1, 4, 6, 64])(
    'of a model that thinks aloud spend %i tokens as an answer in one piece does',
    async (most) => {
      await expectParity({ api: 'chat', model: 'databricks-llama-sim-1', body: { max_tokens: most } });
    },
  );

  it('that run at once do not mix', async () => {
    const texts = Array.from({ length: 64 }, (_, index) => `${index} ${torture} `.repeat(1 + (index % 5)));
    const streams = await Promise.all(
      texts.map((text, index) =>
        askStream(account(), {
          prompt: `Repeat exactly: ${text}`,
          api: index % 2 === 0 ? 'chat' : 'messages',
          body: { max_tokens: 10_000 },
        }),
      ),
    );
    expect(streams.map(saidInStream)).toEqual(texts);
    const ids = streams.flatMap(({ data }) => [...new Set(data.flatMap(({ id, message }) => id ?? message?.id ?? []))]);
    expect(new Set(ids).size).toBe(64);
    expect(ids).toHaveLength(64);
  });

  it('show no token', async () => {
    const tokens = Object.values(account().environment);
    for (const api of apis) {
      for (const as of ['default', 'granted', 'no-grants']) {
        const { text, headers } = await ask(account(), { api, as, body: { stream: true } });
        const shown = tokens.filter((token) => (text + JSON.stringify(headers)).includes(token));
        expect(shown).toEqual([]);
      }
    }
  });
});

/** A promise with its switch. */
function signal() {
  let fire = () => {};
  const fired = new Promise<void>((resolve) => {
    fire = resolve;
  });
  return { fired, fire: () => fire() };
}

type Ask = (question: Question) => ReturnType<typeof requestFor> & { readonly method: string };

/** An account of its own whose streams keep a pace, and a client with one connection at a time. */
async function withPace(pace: Pace, use: (client: Client, question: Ask) => Promise<void>): Promise<void> {
  const own = await startSimulatedAccount({ pace });
  const client = new Client(own.origins['home'] ?? '');
  try {
    await use(client, (question) => ({
      method: 'POST',
      ...requestFor(tokenOf(own, 'default'), { ...question, body: { ...question.body, stream: true } }),
    }));
  } finally {
    await client.destroy();
    await own.close();
  }
}

/** The chunks of the transfer coding (RFC 9112, section 7.1) as the server wrote them, which no HTTP client shows. */
async function chunksOf(question: Question): Promise<readonly Buffer[]> {
  const { path, headers, body } = requestFor(tokenOf(account(), 'default'), question);
  const { port, host } = new URL(account().origins['home'] ?? '');
  const socket = connect(Number(port), '127.0.0.1');
  const fields = { host, connection: 'close', 'content-length': Buffer.byteLength(body), ...headers };
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`POST ${path} HTTP/1.1\r\n${head.join('')}\r\n${body}`);
  const received: Buffer[] = [];
  socket.on('data', (piece) => received.push(piece));
  await once(socket, 'close');

  let rest = Buffer.concat(received);
  rest = rest.subarray(rest.indexOf('\r\n\r\n') + 4);
  const chunks: Buffer[] = [];
  for (;;) {
    const line = rest.indexOf('\r\n');
    const size = Number.parseInt(rest.subarray(0, line).toString(), 16);
    if (size === 0) return chunks;
    if (!(size > 0)) throw new Error('The chunks end without the last one.');
    chunks.push(rest.subarray(line + 2, line + 2 + size));
    rest = rest.subarray(line + 2 + size + 2);
  }
}
