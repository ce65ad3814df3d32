import { describe, expect, it } from 'vitest';
import type { Verdict } from '../journal/index.js';
import { endedEvent, finishedEvent, journalOf, plannedEvent } from '../journal/testing/make-events.js';
import { requirementRecords } from './requirement-status.js';

const statusOf = (...outcomes: readonly Verdict[]) => {
  const events = outcomes.flatMap((verdict, index) => {
    const skip = { code: 'needs.model', message: 'No model.' };
    if (verdict === 'skipped') return [plannedEvent(`i${index}`, { skip })];
    return [plannedEvent(`i${index}`), finishedEvent(`i${index}`, verdict)];
  });
  return requirementRecords(journalOf([...events, endedEvent()]))[0]?.status;
};

describe('the status of a requirement', () => {
  it.each([
    ['not exercised', []],
    ['skipped', ['skipped']],
    ['observed', ['skipped', 'observed']],
    ['proved', ['skipped', 'observed', 'passed']],
    ['inconclusive', ['passed', 'inconclusive']],
    ['inconclusive', ['passed', 'error']],
    ['warned', ['passed', 'inconclusive', 'warned']],
    ['violated', ['passed', 'warned', 'error', 'failed']],
  ] as const)('is %s when its instances are %j, in any order', (status, outcomes) => {
    expect(statusOf(...outcomes)).toBe(status);
    expect(statusOf(...[...outcomes].reverse())).toBe(status);
  });

  it('is told for an id that the catalogue lacks, too', () => {
    const journal = journalOf([
      plannedEvent('a', { requirements: ['NAME-99'] }),
      finishedEvent('a', 'failed'),
      endedEvent(),
    ]);
    expect(
      requirementRecords(journal).map(({ requirement, status }) => [requirement.id, requirement.level, status]),
    ).toEqual([
      ['NAME-01', 'MUST', 'not exercised'],
      ['NAME-99', 'MUST', 'violated'],
    ]);
  });
});
