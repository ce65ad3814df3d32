import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completion } from '../api/testing/bodies.js';
import type { Json } from '../json/index.js';
import type { Checks, Expectation } from '../spec/index.js';
import { aspects, outcomeNames } from '../spec/loading.js';
import { answered } from './answered.js';
import { judge } from './judge.js';
import { readAspects } from './observation.js';
import {
  answer,
  context,
  contracted,
  databricks,
  expectation,
  judged,
  messages,
  refuted,
  reset,
} from './testing/answers.js';

const ok = answer({ json: completion() });
const gone = answer({ status: 501, json: databricks('NOT_IMPLEMENTED', 'Use Unity Catalog model services.') });

/** One of each check, so that nothing is forgotten. */
const everything: Required<Checks> = {
  completion: { text: { $empty: false }, finish: 'stop' },
  denied: { status: 403, code: 'PERMISSION_DENIED', privilege: 'EXECUTE' },
  unauthenticated: { code: 401 },
  rejected: { status: '4xx' },
  'not-found': {},
  'not-implemented': {},
  'no-completion': { code: { $exists: true } },
  'policy-denied': { phase: 'post_call' },
  'statement-succeeded': { columns: ['a'], rows: [['1']] },
  'statement-failed': { code: 'BAD_REQUEST', message: { $type: 'string' }, class: 'A_CLASS', 'sql-state': '57012' },
  status: '2xx',
  headers: { 'content-type': { $matches: 'json' } },
  body: { '$..text': { $not: { $contains: 'x' } }, a: { $exists: false } },
  contract: 'error',
  rules: ['usage-adds-up', 'envelope-typed'],
  stream: {
    rules: ['role-first'],
    frames: { least: 1, most: 9 },
    'first-token': { under: '5s' },
    'longest-gap': { under: '5s' },
    end: 'complete',
  },
  timing: { 'first-byte': { under: '5s' }, total: { under: '5s' } },
};

describe('judging', () => {
  it('gives every finding the line of the spec that asked for it', () => {
    const asked: Expectation = {
      checks: { status: 200, completion: {} },
      lines: { status: 7, completion: 8 },
      outcomes: [],
    };
    const findings = judge([asked], ok, context);
    expect(findings.filter(({ check }) => check === 'status').map(({ line }) => line)).toEqual([7]);
    expect(new Set(findings.filter(({ check }) => check !== 'status').map(({ line }) => line))).toEqual(new Set([8]));
  });

  it('gives no finding when nothing is expected', () => {
    expect(judge([], ok, context)).toEqual([]);
  });

  it('fails every check when there is no response, and says why', () => {
    const { response: _, ...exchange } = ok.exchange;
    const silent = answered({ ...exchange, fault: reset }, contracted.chat);
    const findings = judged(everything, silent);
    expect(refuted(findings)).toEqual(Object.keys(everything));
    expect(new Set(messages(findings))).toEqual(new Set(['There is no response: the connection was reset.']));
  });

  it('does not judge a response that was cut off', () => {
    const cut = answer({ json: completion(), fault: { ...reset, beforeResponse: false } });
    expect(messages(judged({ completion: {} }, cut))).toEqual([
      'There is no whole response: the connection was reset.',
    ]);
  });

  it('fails a check that it does not know', () => {
    expect(messages(judged({ constructor: {} } as never, ok))).toEqual(['constructor is no check.']);
  });

  it('gives at least one finding for each check, also where all hold', () => {
    const checks: Checks = { completion: {}, status: 200, body: {}, contract: 'success', rules: ['id-present'] };
    const findings = judged(checks, ok);
    expect(refuted(findings)).toEqual([]);
    for (const name of Object.keys(checks))
      expect(
        findings.some(({ check }) => check.startsWith(name)),
        name,
      ).toBe(true);
  });
});

describe('alternatives', () => {
  const either = [expectation({ completion: {} }), expectation({ 'not-implemented': {} })];

  it('hold when one does, and say which', () => {
    const [first, ...rest] = judge(either, gone, context);
    expect(first).toEqual({ check: 'any', holds: true, message: 'What holds is alternative 2 of 2, not-implemented.' });
    expect(rest.every(({ check, holds }) => holds && check.startsWith('not-implemented.'))).toBe(true);
  });

  it('fail when none does, with the findings of all', () => {
    const findings = judge(either, answer({ status: 500 }), context);
    expect(findings[0]).toEqual({ check: 'any', holds: false, message: 'None of the 2 alternatives holds.' });
    expect(refuted(findings)).toEqual(expect.arrayContaining(['completion.status', 'not-implemented.status']));
    expect(findings[1]?.message).toBe('Alternative 1 of 2, completion: The status is 500; expected 200.');
  });

  it('do not hold by asking for nothing', () => {
    const findings = judge([expectation({}), expectation({ status: 500 })], ok, context);
    expect(findings[0]).toMatchObject({ check: 'any', holds: false });
  });
});

describe('whatever a gateway sends', () => {
  const bodies = fc.oneof(
    fc.uint8Array({ maxLength: 500 }),
    fc.json().map((text) => new TextEncoder().encode(text)),
    fc.jsonValue().map((value) => new TextEncoder().encode(JSON.stringify(completion({ choices: value as Json })))),
    fc
      .jsonValue()
      .map((value) => new TextEncoder().encode(JSON.stringify({ error_code: value, message: value, error: value }))),
  );
  const headers = fc.array(
    fc.tuple(fc.oneof(fc.constantFrom('content-type', 'content-encoding'), fc.string()), fc.string()),
  );

  it('judging never throws, and every check gives a finding', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1, max: 1000 }),
        headers,
        bodies,
        fc.constantFrom('chat', 'messages', 'none'),
        (status, pairs, bytes, api) => {
          const { exchange } = answer({ bytes });
          const response = { status, headers: pairs, body: bytes };
          const subject = answered({ ...exchange, response }, api === 'none' ? undefined : contracted[api]);
          const found = judged(everything, subject).map(({ check }) => check.split('.')[0]);
          expect(new Set(found)).toEqual(new Set(Object.keys(everything)));
          expect(Object.keys(readAspects(aspects, subject, context))).toEqual(aspects);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('no refusal holds of an answer that is a completion', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), fc.constantFrom(...outcomeNames.slice(1)), (status, outcome) => {
        expect(refuted(judged({ [outcome]: {} }, answer({ status, json: completion() })))).not.toEqual([]);
      }),
    );
  });

  it('a body of a hundred thousand lists is judged without overflowing', () => {
    const deep = answer({ text: '['.repeat(100_000) + ']'.repeat(100_000) });
    expect(refuted(judged({ body: {}, contract: 'success', completion: {}, 'no-completion': {} }, deep))).toContain(
      'body',
    );
  });
});
