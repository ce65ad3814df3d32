import { Client } from 'undici';
import { describe, expect, it } from 'vitest';
import type { Pace } from '../event-stream.js';
import { type SimulatedAccount, startSimulatedAccount } from '../start.js';
import { ask, requestFor, send, simulation, tokenOf } from '../testing/simulation.js';
import { askStream } from '../testing/streams.js';
import { upstreamLogPath } from './read-upstream-log.js';

const account = simulation();
const other = simulation();

function read(from: SimulatedAccount, id: unknown, site = 'home', headers: Record<string, string> = {}) {
  const authorization = `Bearer ${tokenOf(from, 'no-grants')}`;
  const path = upstreamLogPath + String(id);
  return send(from.origins[site] ?? '', { method: 'GET', path, headers: { authorization, ...headers } });
}

describe('the upstream log', () => {
  it.each(['account', 'home', 'foreign'])('tells on %s what the model received, as it was sent', async (site) => {
    const body = { temperature: 0, user: '', stop: null, messages: [{ role: 'user', content: 'é', z: 1, a: [1.5] }] };
    const { headers } = await ask(account(), { model: 'databricks-claude-sim-1', body });
    const id = headers['x-request-id'];
    const { status, json } = await read(account(), id, site);
    expect(status).toBe(200);
    expect(json).toEqual({
      request_id: id,
      api: 'chat',
      model: 'system.ai.databricks-claude-sim-1',
      body: { model: 'databricks-claude-sim-1', max_tokens: 64, ...body },
      outcome: 'answered',
      events: 0,
    });
  });

  it('counts the events of a stream', async () => {
    const { headers, events } = await askStream(account(), { api: 'messages' });
    const { json } = await read(account(), headers['x-request-id']);
    expect(json).toMatchObject({ api: 'messages', outcome: 'answered', events: events.length });
  });

  it('does not know what no model received', async () => {
    const refused = await ask(account(), { body: { messages: [] } });
    const elsewhere = await ask(other());
    for (const id of ['', 'nothing', refused.headers['x-request-id'], elsewhere.headers['x-request-id']]) {
      const { status, json } = await read(account(), id);
      expect([status, json.error_code]).toEqual([404, 'NOT_FOUND']);
    }
  });

  it.each([
    ['', 401],
    ['Bearer nobody', 403],
  ])('tells nothing to %j', async (authorization, status) => {
    const { headers } = await ask(account());
    expect((await read(account(), headers['x-request-id'], 'home', { authorization })).status).toBe(status);
  });

  it('is only read', async () => {
    const headers = { authorization: `Bearer ${tokenOf(account(), 'default')}` };
    const response = await send(account().origins['home'] ?? '', { path: `${upstreamLogPath}x`, headers });
    expect(response.json.error_code).toBe('ENDPOINT_NOT_FOUND');
  });

  it.each([0, 1])('sees that a client leaves after %i events', async (events) => {
    let paced = 0;
    const pace: Pace = async (left) => {
      paced += 1;
      if (paced > events) await new Promise((resolve) => left.addEventListener('abort', resolve));
    };
    const own = await startSimulatedAccount({ pace });
    const client = new Client(own.origins['home'] ?? '');
    const gone = new AbortController();
    const request = requestFor(tokenOf(own, 'default'), { body: { stream: true } });
    const { headers, body } = await client.request({ method: 'POST', ...request, signal: gone.signal });
    const id = headers['x-request-id'];
    const pieces = body[Symbol.asyncIterator]();
    if (events > 0) await pieces.next();
    expect((await read(own, id)).json).toMatchObject({ outcome: 'streaming', events });
    gone.abort();
    await expect(pieces.next()).rejects.toThrow();
    // What never comes true fails by the test's own limit of time.
    while ((await read(own, id)).json.outcome === 'streaming');
    expect((await read(own, id)).json).toMatchObject({ outcome: 'left', events });
    await client.destroy();
    await own.close();
  });
});
