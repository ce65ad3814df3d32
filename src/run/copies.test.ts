import { describe, expect, it } from 'vitest';
import { choice, completion } from '../api/testing/bodies.js';
import type { Json } from '../json/index.js';
import { answering, type FakeGateway, sentBody } from './testing/fake-gateway.js';
import { runCase } from './testing/run-cases.js';

const body = `
at-once: 12
call: { api: chat, prompt: "Repeat exactly: \${nonce} \${copy}" }
expect: { completion: { text: "\${nonce} \${copy}" } }`;

/** Says what it was asked to, once all have asked; `crossed` gives one request the answer of another. */
function echoing(copies: number, crossed: (asked: string) => string = (asked) => asked): FakeGateway {
  let asked = 0;
  let release: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    release = resolve;
  });
  return answering(async (request) => {
    asked += 1;
    if (asked === copies) release();
    await all;
    const said = /Repeat exactly: ([^"]+)"/.exec(sentBody(request))?.[1] ?? '';
    return { json: saying(crossed(said)) };
  });
}

const saying = (content: string): Json => completion({ choices: [choice({}, { role: 'assistant', content })] });

describe('copies of a step', () => {
  it('are under way at the same time, each with its own number', async () => {
    const gateway = echoing(12);
    const { finished, exchanges } = await runCase(body, gateway);
    expect(finished).toMatchObject({ verdict: 'passed', requests: 12 });
    expect(gateway.most()).toBe(12);
    expect(new Set(gateway.requests.map(sentBody)).size).toBe(12);
    expect(exchanges.map(({ step }) => step)).toContain('request, copy 12 of 12');
  });

  it('are all judged: one crossed answer fails the case, and is named', async () => {
    const crossed = (said: string) => said.replace(/ 7$/, ' 8');
    const { finished } = await runCase(body, echoing(12, crossed));
    expect(finished.verdict).toBe('failed');
    const failing = finished.findings.filter(({ holds }) => !holds);
    expect(failing).toMatchObject([{ check: 'completion.text', step: 'request, copy 7 of 12' }]);
    expect(finished.findings.find(({ check }) => check === 'completion.status')?.message).toMatch(/^All 12 copies: /);
  });

  it('that all fail are named up to a bound', async () => {
    const { finished } = await runCase(
      body,
      echoing(12, () => 'something else'),
    );
    const failing = finished.findings.filter(({ holds }) => !holds);
    expect(new Set(failing.map(({ step }) => step)).size).toBe(10);
  });
});
