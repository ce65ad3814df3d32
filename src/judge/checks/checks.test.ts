import { describe, expect, it } from 'vitest';
import { calling, completion, functionCall, message } from '../../api/testing/bodies.js';
import type { Json } from '../../json/index.js';
import type { Checks } from '../../spec/index.js';
import { answer, databricks, judged, messages, refuted } from '../testing/answers.js';

const ok = answer({ json: completion(), headers: { 'X-Request-Id': 'r1', 'content-length': '12' } });
const wrong = answer({ status: 404, json: databricks('NOT_FOUND', "'a.b.c' does not exist") });
const page = answer({ text: '<html>', headers: { 'content-type': 'text/html' } });

describe('the check of the status', () => {
  it.each<NonNullable<Checks['status']>>([200, [200, 201], '2xx'])('holds for %j', (status) => {
    expect(judged({ status }, ok)).toEqual([{ check: 'status', holds: true, message: 'The status is 200.' }]);
  });

  it.each<NonNullable<Checks['status']>>([201, [403, 404], '4xx'])('fails for %j', (status) => {
    expect(refuted(judged({ status }, ok))).toEqual(['status']);
  });

  it('says what the gateway says', () => {
    expect(judged({ status: 200 }, wrong)).toEqual([
      {
        check: 'status',
        holds: false,
        message: "The status is 404; expected 200. The gateway says: 'a.b.c' does not exist",
        expected: 200,
        found: 404,
      },
    ]);
  });
});

describe('the check of the headers', () => {
  it('holds in any case, for a value and a matcher', () => {
    expect(refuted(judged({ headers: { 'x-request-id': 'r1', 'Content-Type': { $contains: 'json' } } }, ok))).toEqual(
      [],
    );
  });

  it('reads a number as the text that it is on the wire', () => {
    expect(refuted(judged({ headers: { 'content-length': 12 } }, ok))).toEqual([]);
  });

  it('fails for another value and for a missing header, each by its name', () => {
    const findings = judged({ headers: { 'x-request-id': 'r2', 'Retry-After': { $exists: true } } }, ok);
    expect(findings).toEqual([
      {
        check: 'headers',
        holds: false,
        message: 'The header x-request-id is "r1"; expected "r2".',
        expected: 'r2',
        found: 'r1',
        where: 'header x-request-id',
      },
      {
        check: 'headers',
        holds: false,
        message: 'The header Retry-After is missing; expected something.',
        expected: { $exists: true },
        where: 'header retry-after',
      },
    ]);
  });

  it('sees a repeated header as one list', () => {
    const { exchange, api } = ok;
    const response = {
      ...ok.response,
      headers: [
        ['Vary', 'a'],
        ['vary', 'b'],
      ] as const,
    };
    const twice = { exchange, ...(api && { api }), response } as typeof ok;
    expect(refuted(judged({ headers: { vary: 'a, b' } }, twice))).toEqual([]);
  });

  it('does not show what names a session', () => {
    const subject = answer({ headers: { 'set-cookie': 'session=abc123' } });
    const findings = judged({ headers: { 'set-cookie': { $exists: false } } }, subject);
    expect(refuted(findings)).toEqual(['headers']);
    expect(JSON.stringify(findings)).not.toContain('abc123');
  });
});

describe('the check of the body', () => {
  it('holds for a part of it', () => {
    expect(refuted(judged({ body: { object: 'chat.completion' } }, ok))).toEqual([]);
  });

  it('gives a finding for each difference, where it is', () => {
    const findings = judged({ body: { object: 'x', usage: { total_tokens: { $max: 1 } } } }, ok);
    expect(findings.map(({ where, expected, found }) => ({ where, expected, found }))).toEqual([
      { where: '/object', expected: 'x', found: 'chat.completion' },
      { where: '/usage/total_tokens', expected: { $max: 1 }, found: 24 },
    ]);
  });

  it('fails for a body that is no JSON, whatever is expected of it', () => {
    expect(messages(judged({ body: { $not: 1 } }, page))).toEqual(['The body is HTML.']);
  });

  it('stops counting differences at some point', () => {
    const list = Array.from({ length: 50 }, (_, at) => at);
    const findings = judged({ body: list.map((value) => value + 1) }, answer({ json: list }));
    expect(findings).toHaveLength(21);
    expect(findings.at(-1)?.message).toBe('The body differs in 30 more places.');
  });

  it('does not carry a large body into its findings', () => {
    const large = answer({ json: { text: 'x'.repeat(1_000_000), list: Array.from({ length: 10_000 }, () => 'y') } });
    const findings = judged({ body: { text: 'a', list: 'b' } }, large);
    expect(refuted(findings)).toEqual(['body', 'body']);
    expect(JSON.stringify(findings).length).toBeLessThan(3000);
  });
});

describe('the check of the contract', () => {
  it('holds for a success and an error of the API', () => {
    expect(refuted(judged({ contract: 'success' }, ok))).toEqual([]);
    expect(refuted(judged({ contract: 'error' }, wrong))).toEqual([]);
  });

  it('gives the violations, where they are', () => {
    const findings = judged({ contract: 'success' }, answer({ json: completion({ choices: 'none' }) }));
    expect(findings).toMatchObject([{ check: 'contract', holds: false, where: '/choices', found: 'none' }]);
  });

  it("fails for another API's answer, for no JSON, and on a path that has no contract", () => {
    expect(refuted(judged({ contract: 'success' }, answer({ json: message() })))).toContain('contract');
    expect(messages(judged({ contract: 'error' }, page))).toEqual(['The body is HTML.']);
    expect(messages(judged({ contract: 'success' }, answer({ json: completion(), api: 'none' })))).toEqual([
      'The request is on no path of an API that has a contract.',
    ]);
  });
});

describe('the check of rules', () => {
  it('holds when the rule does, and says what the rule is', () => {
    expect(judged({ rules: ['usage-adds-up'] }, ok)).toMatchObject([{ check: 'rules.usage-adds-up', holds: true }]);
  });

  it('fails when the rule does', () => {
    const subject = answer({
      json: completion({ usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 9 } }),
    });
    expect(refuted(judged({ rules: ['usage-adds-up', 'id-present'] }, subject))).toEqual(['rules.usage-adds-up']);
  });

  it('tells the rule what was sent', () => {
    const json = calling([functionCall()], 'stop');
    const forced = { tool_choice: { type: 'function', function: { name: 'weather' } } };
    const findings = (sent: Json) => refuted(judged({ rules: ['finish-matches-tool-calls'] }, answer({ json, sent })));
    expect(findings(forced)).toEqual([]);
    expect(findings({})).toEqual(['rules.finish-matches-tool-calls']);
  });

  it('fails for a rule that nobody has and for one that the API has not', () => {
    expect(messages(judged({ rules: ['no-such-rule'] }, ok))).toEqual(['The API chat has no rule no-such-rule.']);
    const [sentence] = messages(judged({ rules: ['stop-sequence-named'] }, ok));
    expect(sentence).toMatch(/^The API chat has no rule stop-sequence-named: .+[^.]\.$/);
  });

  it('fails where there is no API or no JSON', () => {
    expect(refuted(judged({ rules: ['id-present'] }, answer({ json: completion(), api: 'none' })))).toHaveLength(1);
    expect(refuted(judged({ rules: ['id-present'] }, page))).toEqual(['rules.id-present']);
  });
});

describe('the check of the timing', () => {
  const times = { dequeued: 1000, firstByte: 1400, end: 3000 };
  const timed = answer({ json: completion(), times });

  it('does not count the time in the queue of the harness', () => {
    expect(judged({ timing: { 'first-byte': { under: '500ms' }, total: { under: '2.1s' } } }, timed)).toEqual([
      { check: 'timing.first-byte', holds: true, message: 'The first byte took 400 ms.' },
      { check: 'timing.total', holds: true, message: 'The whole answer took 2000 ms.' },
    ]);
  });

  it('fails from the limit on', () => {
    const findings = judged({ timing: { 'first-byte': { under: '400ms' }, total: { under: '1s' } } }, timed);
    expect(messages(findings)).toEqual([
      'The first byte took 400 ms; expected less than 400ms.',
      'The whole answer took 2000 ms; expected less than 1s.',
    ]);
  });

  it('fails for a limit that cannot be read and when nothing asks for anything', () => {
    expect(messages(judged({ timing: { total: { under: 'soon' } } }, timed))).toEqual(['soon is no duration.']);
    expect(messages(judged({ timing: {} }, timed))).toEqual(['timing asks for nothing.']);
  });
});
