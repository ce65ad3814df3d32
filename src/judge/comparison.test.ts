import { describe, expect, it } from 'vitest';
import { choice, completion } from '../api/testing/bodies.js';
import type { Aspect } from '../spec/index.js';
import type { Answered } from './answered.js';
import { judgeComparison } from './comparison.js';
import { answer, context, databricks, expectation, messages, refuted, reset } from './testing/answers.js';

const ok = answer({ json: completion() });
const gone = answer({ status: 404, json: databricks('NOT_FOUND', 'Gone.') });

function compare(bare: Answered, full: Answered, equivalent: readonly Aspect[], checks = {}) {
  const sides = [
    { name: 'bare', answered: bare },
    { name: 'full', answered: full },
  ];
  return judgeComparison(sides, expectation(checks), equivalent, 12, context);
}

describe('a comparison', () => {
  it('holds when every side does and every aspect is the same', () => {
    const findings = compare(ok, answer({ json: completion({ id: 'x' }) }), ['status', 'shape', 'served-model'], {
      completion: {},
    });
    expect(refuted(findings)).toEqual([]);
    expect(findings.filter(({ step }) => step === 'bare').length).toBeGreaterThan(3);
    expect(findings.filter(({ step }) => step === 'full').length).toBeGreaterThan(3);
    expect(findings.at(-1)).toEqual({
      check: 'equivalent.served-model',
      holds: true,
      message: 'The served-model of bare and full is the same.',
      found: 'some-model',
      line: 12,
    });
  });

  it('fails when a side does not hold, although the sides are the same', () => {
    const findings = compare(gone, gone, ['status'], { completion: {} });
    expect(findings.filter(({ holds }) => !holds).map(({ check, step }) => `${step} ${check}`)).toEqual([
      'bare completion.status',
      'full completion.status',
    ]);
  });

  it('says on which side which value stands', () => {
    expect(compare(ok, gone, ['status', 'served-model'])).toEqual([
      {
        check: 'equivalent.status',
        holds: false,
        message: 'The status differs: bare has 200; full has 404.',
        expected: { bare: 200 },
        found: { full: 404 },
        line: 12,
      },
      {
        check: 'equivalent.served-model',
        holds: false,
        message: 'The served-model differs: bare has "some-model"; full has none.',
        expected: { bare: 'some-model' },
        found: { full: null },
        line: 12,
      },
    ]);
  });

  it('shows of two shapes what differs', () => {
    const other = answer({
      json: completion({ service_tier: 'default', choices: [choice({}, { role: 'assistant', content: [] })] }),
    });
    expect(compare(ok, other, ['shape'])).toMatchObject([
      {
        message:
          'The shape differs: only bare has /choices/*/message/content: string; only full has /choices/*/message/content: array and /service_tier: string.',
        expected: { bare: ['/choices/*/message/content: string'] },
        found: { full: ['/choices/*/message/content: array', '/service_tier: string'] },
      },
    ]);
  });

  it('shows of two lists of calls those that differ', () => {
    const calling = (...names: readonly string[]) =>
      answer({
        json: completion({
          choices: [
            choice(
              { finish_reason: 'tool_calls' },
              {
                role: 'assistant',
                content: null,
                tool_calls: names.map((name) => ({ id: name, type: 'function', function: { name, arguments: '{}' } })),
              },
            ),
          ],
        }),
      });
    expect(compare(calling('look'), calling('look', 'see'), ['calls'])).toMatchObject([
      {
        message:
          'The calls differs: bare has nothing that the other lacks; only full has an object with `name` and `arguments`.',
        found: { full: [{ name: 'see', arguments: {} }] },
      },
    ]);
  });

  it('does not call equal what no side has', () => {
    expect(messages(compare(ok, ok, ['error-code']))).toEqual([
      'No side has the aspect error-code, so nothing shows that it is the same.',
    ]);
  });

  it('does not compare with an answer that never came', () => {
    const silent = answer({ fault: reset });
    expect(messages(compare(silent, silent, ['outcome']))).toEqual([
      'There is no response from bare and full to compare.',
    ]);
  });

  it('does not hold with one side alone', () => {
    const findings = judgeComparison([{ name: 'bare', answered: ok }], expectation({}), ['status'], 1, context);
    expect(messages(findings)).toEqual(['There is nothing to compare with.']);
  });
});
