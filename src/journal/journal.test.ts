import { describe, expect, it } from 'vitest';
import { endedEvent, exchangeEvent, finishedEvent, journalOf, plannedEvent } from './testing/make-events.js';

describe('joining the lines of a journal', () => {
  it('gives each instance its exchanges and its result, in the order of the plan', () => {
    const journal = journalOf([
      plannedEvent('b'),
      plannedEvent('a'),
      exchangeEvent('a', { step: 'a 1' }),
      exchangeEvent('b', { step: 'b 1' }),
      exchangeEvent('a', { step: 'a 2' }),
      finishedEvent('a', 'passed'),
      finishedEvent('b', 'failed', { flaky: true }),
      endedEvent(),
    ]);
    expect(journal.instances.map(({ id, verdict, flaky }) => ({ id, verdict, flaky }))).toEqual([
      { id: 'b', verdict: 'failed', flaky: true },
      { id: 'a', verdict: 'passed', flaky: false },
    ]);
    expect(journal.instances[1]?.exchanges.map(({ step }) => step)).toEqual(['a 1', 'a 2']);
    expect(journal.cut).toBe(false);
  });

  it('takes a skip from the plan, with its reason', () => {
    const skip = { code: 'needs.model', message: 'The target has no model `embeddings`.' };
    const [instance] = journalOf([plannedEvent('a', { skip }), endedEvent()]).instances;
    expect(instance).toMatchObject({ verdict: 'skipped', reason: skip, settled: true });
  });

  it('makes an error of an instance that was to run and has no result', () => {
    const journal = journalOf([
      plannedEvent('under-way'),
      plannedEvent('waiting'),
      { event: 'started', instance: 'under-way', at: 3 },
    ]);
    expect(journal.instances.map(({ verdict, reason, settled }) => [verdict, reason?.code, settled])).toEqual([
      ['error', 'interrupted', false],
      ['error', 'not-run', false],
    ]);
    expect(journal.cut).toBe(true);
  });
});
