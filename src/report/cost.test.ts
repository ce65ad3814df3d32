import { describe, expect, it } from 'vitest';
import { joinEvents } from '../journal/index.js';
import { endedEvent, exchangeEvent, finishedEvent, plannedEvent, runEvent } from '../journal/testing/make-events.js';
import { estimateInWords } from './estimate.js';
import { decide } from './gate/gate.js';
import { waitsInWords, waitsOf } from './waits.js';

describe('waits', () => {
  it('are told by why, and not at all when there were none', () => {
    expect(waitsInWords({ quota: 8_000 })).toBe('waited 8.0 s for quota');
    expect(waitsInWords({ quota: 8_000, pace: 20, retry: 500 })).toBe(
      "waited 8.0 s for quota, 20 ms for the target's own limits and 500 ms for a trouble to pass",
    );
    expect(waitsInWords({ quota: 0 })).toBeUndefined();
    expect(waitsInWords({})).toBeUndefined();
  });

  it('add up over the exchanges of a run, and stand beside its verdict', () => {
    const run = runEvent();
    const journal = joinEvents(run, [
      run,
      plannedEvent('a'),
      { ...exchangeEvent('a'), waits: { quota: 1_000 } },
      { ...exchangeEvent('a'), waits: { quota: 2_000, pace: 5 } },
      exchangeEvent('a'),
      finishedEvent('a', 'passed'),
    ]);
    expect(waitsOf(journal.instances)).toEqual({ quota: 3_000, pace: 5, retry: 0 });
    expect(decide(journal).remarks).toContain(
      "Requests waited 3.0 s for quota and 5 ms for the target's own limits, all together.",
    );
  });
});

describe('an estimate', () => {
  const estimate = { requests: 1_234, inputTokens: 20_000, outputTokens: 310_016 };

  it('is said as the guess that it is', () => {
    expect(estimateInWords(estimate)).toBe(
      '1,234 requests, roughly 20,000 tokens in and at most 310,016 out, retries aside',
    );
  });

  it('says where the run stops', () => {
    expect(estimateInWords(estimate, { requests: 100, tokens: 5_000 })).toMatch(
      /; the run stops at 100 requests or 5,000 tokens$/,
    );
  });
});

describe('a budget that is used up', () => {
  const run = runEvent();
  const reason = { code: 'budget.requests', message: 'the run may spend 5 requests in all, and too few are left' };
  const leftOut = { ...finishedEvent('b', 'skipped'), reason };

  it('is too little when an instance of a MUST was left out', () => {
    const events = [run, plannedEvent('a'), plannedEvent('b'), finishedEvent('a', 'passed'), leftOut, endedEvent()];
    const gate = decide(joinEvents(run, events));
    expect(gate.exitCode).toBe(4);
    expect(gate.sentence).toContain('the run may spend 5 requests in all, and too few are left');
    expect(gate.sentence).toContain('1 instance of MUST requirements has no result');
  });

  it('is no objection when all that was left out is no MUST', () => {
    const events = [
      run,
      plannedEvent('a'),
      { ...plannedEvent('b'), level: 'OBSERVE' as const },
      finishedEvent('a', 'passed'),
      leftOut,
      endedEvent(),
    ];
    expect(decide(joinEvents(run, events)).exitCode).toBe(0);
  });
});
