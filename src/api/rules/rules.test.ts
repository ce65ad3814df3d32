import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../json/index.js';
import { apis } from '../apis.js';
import { legalAnswers } from '../testing/legal-answers.js';
import { ruleNames } from './names.js';
import { splitRules } from './table.js';

const every = Object.values(apis);

describe.each(every)('the rules of $name', ({ name, rules, inapplicableRules }) => {
  it('are, with the inapplicable ones, all the rules that there are, each once', () => {
    expect([...rules, ...inapplicableRules].map((rule) => rule.name).sort()).toEqual([...ruleNames].sort());
  });

  it('are stated in sentences', () => {
    const sentences = [...rules.map(({ statement }) => statement), ...inapplicableRules.map(({ reason }) => reason)];
    expect(sentences.filter((sentence) => !sentence.endsWith('.'))).toEqual([]);
  });

  it('all hold on a plain answer', () => {
    expect(rules.flatMap((rule) => rule.check(legalAnswers[name]))).toEqual([]);
  });

  it('all fail on a body that is no answer: a rule with nothing to look at proves nothing', () => {
    const silent = (body: Json) => rules.filter((rule) => rule.check(body).length === 0).map((rule) => rule.name);
    expect(silent('Hello.')).toEqual([]);
    expect(silent(null)).toEqual([]);
  });

  it('never throw and stay bounded, whatever the body', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.jsonValue(), (body, sent) => {
        for (const rule of rules) expect(rule.check(body as Json, sent as Json).length).toBeLessThanOrEqual(20);
      }),
    );
  });
});

describe('a body of a hundred thousand faults', () => {
  it('is told with 20 of them', () => {
    const hostile: Json[] = Array.from({ length: 100_000 }, () => 0);
    const body = { choices: hostile, content: hostile, output: hostile, candidates: hostile, data: hostile };
    const found = every.flatMap(({ rules }) => rules.map((rule) => rule.check(body)));
    expect(Math.max(...found.map(({ length }) => length))).toBe(20);
  });
});

describe('on an empty object', () => {
  it('only rules about what may be absent hold', () => {
    const holding = (name: keyof typeof apis) =>
      apis[name].rules.filter((rule) => rule.check({}).length === 0).map((rule) => rule.name);
    expect(holding('chat')).toEqual([]);
    expect(holding('messages')).toEqual(['stop-sequence-named']);
    expect(holding('responses')).toEqual([]);
    expect(holding('gemini')).toEqual([]);
    expect(holding('embeddings')).toEqual([]);
  });
});

describe('the table', () => {
  it('keeps the names', () => {
    const table = Object.fromEntries(ruleNames.map((name) => [name, { reason: `No ${name}.` }])) as Parameters<
      typeof splitRules
    >[0];
    expect(splitRules({ ...table, 'id-present': { statement: 'An id.', check: () => [] } })).toMatchObject({
      rules: [{ name: 'id-present', statement: 'An id.' }],
      inapplicableRules: ruleNames
        .filter((name) => name !== 'id-present')
        .map((name) => ({ name, reason: `No ${name}.` })),
    });
  });
});
