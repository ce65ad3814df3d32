import { createServer } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Attack, answerTo, honest } from './attack.js';
import { attacked, expectVerdicts } from './attacked.js';
import { hostileGateway, listening } from './gateway.js';
import { malformed } from './malformed.js';
import { expectNoCanary, expectNoSecret } from './no-secret.js';
import { plainCase, runAgainst, smallPlan, streamedCase } from './run-against.js';
import { slow } from './slow.js';
import { canary, targetAt } from './target.js';

// What a gateway can do to the harness: not keep it waiting, and not end its run. docs/security.md tells the same in prose.

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
