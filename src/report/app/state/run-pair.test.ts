import { describe, expect, it } from 'vitest';
import { assess } from '../../assessment.js';
import { reportDataOf } from '../../data/run-data-of.js';
import { runOf } from '../../testing/accepted.js';
import { reportOf } from './report.js';
import { pairOf } from './run-pair.js';

const assessment = assess(runOf({ 'naming.a': 'passed' }));
const report = (count: number, heldAgainst?: number) =>
  reportOf(reportDataOf(Array(count).fill(assessment), heldAgainst === undefined ? {} : { heldAgainst }));

type Asked = Parameters<typeof pairOf>[1];

describe('the two runs that are compared', () => {
  it.each<[string, ReturnType<typeof report>, Asked, readonly [from: number, to: number]]>([
    ['the first and the second', report(3), { run: 0 }, [0, 1]],
    ['the first and the one that is looked at', report(3), { run: 2 }, [0, 2]],
    ['what the address names', report(3), { run: 0, against: 2 }, [2, 0]],
    ['what was held against the other', report(2, 1), { run: 0 }, [1, 0]],
    ['the same, seen from the other', report(2, 1), { run: 1 }, [1, 0]],
    ['never one and the same', report(3), { run: 2, against: 2 }, [0, 2]],
    ['as if none were named, where there is none of that number', report(2), { run: 0, against: 7 }, [0, 1]],
  ])('are %s', (_, all, asked, [from, to]) => {
    const pair = pairOf(all, asked);
    expect([pair?.reference.number, pair?.candidate.number]).toEqual([from, to]);
  });

  it('are none where there is one', () => {
    expect(pairOf(report(1), { run: 0 })).toBeUndefined();
  });

  it('are two targets where one was held against the other, even of one name', () => {
    expect([pairOf(report(2), { run: 1 })?.of, pairOf(report(2, 1), { run: 0 })?.of]).toEqual(['runs', 'targets']);
  });
});
