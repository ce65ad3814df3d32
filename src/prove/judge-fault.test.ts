import { describe, expect, it } from 'vitest';
import type { Fault, NeutralVariant } from '../mock/faults/index.js';
import type { Requirement } from '../spec/index.js';
import { judgeFault, judgeVariant } from './judge-fault.js';
import type { Shown } from './shown.js';

const deviate: Fault['deviate'] = () => ({ at: 'account', change: (account) => account });
const fault: Fault = { id: 'a.b', sentence: 'It fails.', breaks: ['A-01', 'A-02'], deviate };
const variant: NeutralVariant = { id: 'a.c', sentence: 'It is legal.', allowedBy: 'RFC 9110', deviate };
const requirements = new Map(
  (['A-01', 'A-02'] as const).map((id) => [id, { id, level: id === 'A-01' ? 'MUST' : 'SHOULD' } as Requirement]),
);

function shown(instance: string, verdict: Shown['verdict'], more: Partial<Shown> = {}): Shown {
  return { instance, case: instance, file: 'specs/a.yaml', requirements: ['A-01'], verdict, findings: [], ...more };
}

const baseline = (...all: readonly Shown[]) => new Map(all.map((one) => [one.instance, one]));
const judged = (before: readonly Shown[], after: readonly Shown[]) =>
  judgeFault(fault, { shown: after }, baseline(...before), requirements).breaks;

describe('a fault', () => {
  it('is caught by an instance that holds without it and not with it', () => {
    const findings = [{ check: 'status', message: 'It is 500.', line: 3 }];
    const [first] = judged([shown('x', 'passed')], [shown('x', 'failed', { findings })]);
    expect(first).toMatchObject({ requirement: 'A-01', level: 'MUST', tried: 1 });
    expect(first?.catches).toEqual([{ instance: 'x', case: 'x', by: 'failed', findings }]);
  });

  it('is caught by an observation that drifts', () => {
    const [first] = judged([shown('x', 'observed', { observed: '1' })], [shown('x', 'observed', { observed: '2' })]);
    expect(first?.catches.map(({ by }) => by)).toEqual(['drifted']);
  });

  it.each([
    ['fails without it as well', shown('x', 'failed'), shown('x', 'failed')],
    ['still passes', shown('x', 'passed'), shown('x', 'passed')],
    ['observes the same', shown('x', 'observed', { observed: '1' }), shown('x', 'observed', { observed: '1' })],
    ['comes to no verdict', shown('x', 'passed'), shown('x', 'error', { reason: 'reset' })],
    ['verifies another requirement', shown('x', 'passed'), shown('x', 'failed', { requirements: ['A-03'] })],
  ])('is not caught by an instance that %s', (_, before, after) => {
    expect(judged([before], [after]).flatMap(({ catches }) => catches)).toEqual([]);
  });

  it('is not caught by an instance that is not known to hold', () => {
    expect(judged([], [shown('x', 'failed')])[0]?.catches).toEqual([]);
  });

  it('has to be caught for each requirement that it breaks', () => {
    const breaks = judged([shown('x', 'passed')], [shown('x', 'failed')]);
    expect(breaks.map(({ requirement, catches }) => [requirement, catches.length])).toEqual([
      ['A-01', 1],
      ['A-02', 0],
    ]);
  });

  it('shows what came to no verdict instead', () => {
    const [first] = judged([shown('x', 'passed')], [shown('x', 'error', { reason: 'reset' })]);
    expect(first?.undecided).toEqual([{ instance: 'x', reason: 'reset' }]);
  });
});

describe('a legal variant', () => {
  it.each(['failed', 'warned', 'inconclusive', 'error'] as const)(
    'is flagged by an instance that %s over it',
    (verdict) => {
      const record = judgeVariant(variant, { shown: [shown('x', verdict)] }, baseline(shown('x', 'passed')));
      expect(record.flagged.map((one) => one.verdict)).toEqual([verdict]);
    },
  );

  it('is not flagged by one that passes, nor by one that does not pass anyway', () => {
    const after = [shown('x', 'passed'), shown('y', 'failed')];
    const record = judgeVariant(variant, { shown: after }, baseline(shown('x', 'passed'), shown('y', 'failed')));
    expect(record).toMatchObject({ tried: 1, flagged: [] });
  });
});
