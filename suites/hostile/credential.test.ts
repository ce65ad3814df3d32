import { describe, expect, it } from 'vitest';
import { tlsServer } from '../../src/wire/testing/tls-server.js';
import { honest } from './attack.js';
import { attacked } from './attacked.js';
import { echoes } from './echoes.js';
import { hostileGateway } from './gateway.js';
import { expectNoSecret } from './no-secret.js';
import { healthyCase, type Outcome, plainCase, runAgainst } from './run-against.js';
import { canary, targetAt } from './target.js';

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
