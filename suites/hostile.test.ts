import { createServer } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { tlsServer } from '../src/wire/testing/tls-server.js';
import { type Attack, answerTo, honest } from './hostile/attack.js';
import { echoes } from './hostile/echoes.js';
import { hostileGateway, listening } from './hostile/gateway.js';
import { large } from './hostile/large.js';
import { malformed } from './hostile/malformed.js';
import { expectNoCanary, expectNoSecret } from './hostile/no-secret.js';
import { healthyCase, type Outcome, plainCase, runAgainst, smallPlan, streamedCase } from './hostile/run-against.js';
import { slow } from './hostile/slow.js';
import { canary, targetAt } from './hostile/target.js';

// What a gateway can do to the harness: not keep it waiting, not fill its memory, not end its run, not come by what it
// was not sent, and not have a credential written down. docs/security.md tells the same in prose.

/** An attack on a run of three cases, the last of which meets an honest gateway. */
async function attacked({ answer, limits }: Pick<Attack, 'answer' | 'limits'>): Promise<Outcome> {
  const gateway = await hostileGateway(answer);
  try {
    return await runAgainst(targetAt(gateway.url, limits));
  } finally {
    await gateway.close();
  }
}

function expectVerdicts(
  { results, gate }: Outcome,
  { plain, streamed, afterwards = 'passed' }: Omit<Attack, 'name' | 'answer'>,
) {
  expect(results).toEqual({ [plainCase]: plain, [streamedCase]: streamed, [healthyCase]: afterwards });
  const expected = plain.startsWith('failed') || plain.startsWith('error') ? 1 : plain === 'passed' ? 0 : 4;
  expect(gate.exitCode).toBe(expected);
}

const isSlow = ({ limits }: Attack) => Object.keys(limits ?? {}).some((name) => name.endsWith('timeout'));
const small = [...slow, ...malformed];

describe('a gateway', () => {
  // What is compiled when it is first needed would otherwise be waited for within short limits.
  beforeAll(() => attacked({ answer: (socket, request) => socket.write(honest(request)) }));

  it.concurrent.each(small.filter(isSlow))('that $name gets a verdict, and the run goes on', async (attack) => {
    const outcome = await attacked(attack);
    expectVerdicts(outcome, attack);
    expectNoCanary(outcome);
  });

  it.each(small.filter((attack) => !isSlow(attack)))('that $name gets a verdict', async (attack) => {
    const outcome = await attacked(attack);
    expectVerdicts(outcome, attack);
    expectNoCanary(outcome);
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('the memory of the harness', () => {
  it.each(large)('is bounded with a gateway that $name', async (attack) => {
    const before = process.memoryUsage().rss;
    const peak = process.resourceUsage().maxRSS;
    const outcome = await attacked(attack);
    const grown = process.resourceUsage().maxRSS;
    // In kilobytes. A peak that was reached before tells nothing.
    if (grown > peak) expect(grown * 1024 - before).toBeLessThan(400 * 1024 * 1024);
    expectVerdicts(outcome, attack);
    expectNoCanary(outcome);
  });
});

describe('a credential', () => {
  it.each(echoes)('that is sent back as $name is written nowhere', async ({ answer }) => {
    const outcome = await attacked({ answer: (socket, request) => socket.end(answer(request)) });
    expectNoSecret(outcome);
    expect(outcome.journal.instances.every(({ settled }) => settled)).toBe(true);
    expect(outcome.results[healthyCase]).toBe('passed');
    expect(outcome.artefacts['journal.ndjson']).toContain('redacted');
  });

  it('would be found where it is written', () => {
    const written = (text: string) => ({ artefacts: { file: text } }) as unknown as Outcome;
    const deltas = [...canary].map((content) => `data: ${JSON.stringify({ content })}`).join('\n');
    for (const text of [canary, canary.slice(3, 25), encodeURIComponent(canary), JSON.stringify({ body: deltas })]) {
      expect(() => expectNoSecret(written(text))).toThrow();
    }
  });

  it('is not taken along to another host', async () => {
    const other = await hostileGateway((socket, request) => socket.write(honest(request)), true);
    const location = `location: ${other.url}/ai-gateway/mlflow/v1/chat/completions\r\n`;
    const redirects = [301, 302, 303, 307, 308].map(
      (status) => `HTTP/1.1 ${status} Moved\r\n${location}content-length: 0\r\n\r\n`,
    );
    try {
      for (const redirect of redirects) {
        const gateway = await hostileGateway((socket) => socket.write(redirect), true);
        const outcome = await runAgainst(targetAt(gateway.url));
        await gateway.close();
        expect(outcome.results[plainCase]).toBe('failed: completion.status, body');
        expect(outcome.gate.exitCode).toBe(1);
      }
      expect(other.requests).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('is not sent again and again around a circle', async () => {
    const gateway = await hostileGateway((socket, { path }) =>
      socket.write(`HTTP/1.1 308 Moved\r\nlocation: ${path}\r\ncontent-length: 0\r\n\r\n`),
    );
    const outcome = await runAgainst(targetAt(gateway.url));
    await gateway.close();
    expect(outcome.results[plainCase]).toBe('failed: completion.status, body');
    expect(gateway.requests.filter((request) => request.includes('/chat/completions'))).toHaveLength(2);
  });

  it('is not sent to who cannot prove to be the gateway', async () => {
    for (const kind of ['another-name', 'expired', 'server'] as const) {
      const outcome = await runAgainst(targetAt((await tlsServer(kind)).url.replace(/\/$/, '')));
      expect(outcome.journal.problems.map(({ code }) => code)).toEqual(['target.tls']);
      expect(outcome.gate.exitCode).toBe(3);
      expect(outcome.journal.instances.flatMap(({ exchanges }) => exchanges)).toEqual([]);
      expectNoSecret(outcome);
    }
  });
});

describe('a gateway that is hostile from the first request on', () => {
  it.concurrent.each(small)('and $name does not keep the run from ending', async ({ answer, limits }) => {
    const gateway = await hostileGateway(answer, true);
    const target = targetAt(gateway.url, limits);
    const outcome = await runAgainst(target, smallPlan(target), 4);
    await gateway.close();
    expect(outcome.journal.ended?.interrupted).toBe(false);
    expect(outcome.journal.instances.filter(({ settled, verdict }) => settled && verdict === 'error')).toEqual([]);
  });
});

describe('a gateway that closes the connection', () => {
  it.each([false, true])('behind any byte of its answer is found out (as a stream: %s)', async (stream) => {
    const whole = answerTo({ path: '', stream }, stream ? `data: {"a":"${canary}"}\n\n` : `{"a":"${canary}"}`);
    let sent = 0;
    const gateway = await hostileGateway((socket) => {
      socket.end(whole.subarray(0, sent));
      sent += 1;
    });
    const target = targetAt(gateway.url);
    const [instance] = smallPlan(target, [stream ? streamedCase : plainCase]).instances;
    if (instance === undefined) throw new Error('there is no such case');
    const cuts = Array.from({ length: whole.byteLength + 1 }, (_, at) => ({ ...instance, id: `${instance.id}${at}` }));
    const outcome = await runAgainst(target, { instances: cuts });
    await gateway.close();
    const results = Object.values(outcome.results);
    expect(results[0]).toBe('error: wire.reset [reset]');
    const broken = stream ? 'warned: completion [reset]' : 'failed: completion, body [reset]';
    expect([...new Set(results.slice(1, -1))]).toEqual([broken]);
    expect(results.at(-1)).not.toContain('reset');
    expectNoSecret(outcome);
  });
});

describe('a gateway that answers before it was asked', () => {
  const error = JSON.stringify({ error_code: 'BAD_REQUEST', message: 'The request is too large.' });
  const refusal = `HTTP/1.1 413 Too Large\r\ncontent-type: application/json\r\ncontent-length: ${error.length}\r\n\r\n${error}`;

  it.each([
    ['the whole request', honest({ path: '', stream: false }), 'passed'],
    ['the whole request, with an error', refusal, 'passed'],
  ])('%s gets a verdict', async (_name, bytes, result) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', (head) => {
        const isCall = head.includes('/chat/completions');
        if (isCall) socket.pause();
        socket.write(isCall ? bytes : 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}');
      });
    });
    const { port, close } = await listening(server);
    const target = targetAt(`http://127.0.0.1:${port}`);
    const outcome = await runAgainst(target, smallPlan(target, ['limits.large-body[api=chat,prompt=eight-megabytes]']));
    await close();
    expect(Object.values(outcome.results)).toEqual([result]);
    expectNoCanary(outcome);
  });
});
