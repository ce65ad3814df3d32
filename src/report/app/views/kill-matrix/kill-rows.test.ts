import { describe, expect, it } from 'vitest';
import { notProved, proved } from '../../../kill-matrix/testing/sample-kill-matrix.js';
import { everything, filtered, killRowsOf, strongestCatch } from './kill-rows.js';

const rows = killRowsOf(notProved);
const idsOf = (some: typeof rows) => some.map(({ requirement }) => requirement.id);

describe('the rows of a kill matrix', () => {
  it('say what each requirement rests on', () => {
    expect(rows.map(({ requirement, status }) => [requirement.id, status])).toEqual([
      ['CHAT-13', 'proved'],
      ['NAME-12', 'observed'],
      ['NAME-30', 'not exercised'],
      ['NAME-07', 'lives'],
    ]);
    const [first] = proved.requirements;
    if (first === undefined) throw new Error('the sample has no requirement');
    expect(killRowsOf({ requirements: [{ ...first, provedBy: [] }], faults: [] })[0]?.status).toBe('no fault');
  });

  it('are found by what the requirement, its faults and the cases that caught them say', () => {
    for (const text of [
      'chat-13',
      'finish_REASON'.slice(0, 3),
      'no-finish',
      'does not say why',
      'conversation.finish',
      'CHAT why',
    ]) {
      expect(idsOf(filtered(rows, { ...everything, text }))).toContain('CHAT-13');
    }
    expect(filtered(rows, { ...everything, text: 'chat nowhere' })).toEqual([]);
  });

  it('are filtered by level and by whether anything speaks against them', () => {
    expect(idsOf(filtered(rows, { ...everything, level: 'OBSERVE' }))).toEqual(['NAME-12']);
    expect(idsOf(filtered(rows, { ...everything, status: 'open' }))).toEqual(['NAME-07']);
    expect(idsOf(filtered(rows, { ...everything, status: 'proved' }))).toEqual(['CHAT-13']);
  });

  it('name the strongest catch', () => {
    const catches = (['drifted', 'warned'] as const).map((by) => ({ instance: 'a', case: 'a', by, findings: [] }));
    const broken = { requirement: 'A-1', level: 'MUST', tried: 1, undecided: [] } as const;
    expect(strongestCatch({ ...broken, catches })).toBe('warned');
    expect(strongestCatch({ ...broken, catches: [] })).toBeUndefined();
  });
});
