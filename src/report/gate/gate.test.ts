import { describe, expect, it } from 'vitest';
import type { JournalEvent, Level, RunEvent, Verdict } from '../../journal/index.js';
import {
  endedEvent,
  finishedEvent,
  journalOf,
  plannedEvent,
  requirement,
  runEvent,
} from '../../journal/testing/make-events.js';
import { sampleEvents } from '../../journal/testing/sample-journal.js';
import { sampleRun } from '../../journal/testing/sample-plan.js';
import { decide } from './gate.js';

interface Outcome {
  readonly verdict: Verdict;
  readonly requirement?: string;
  readonly level?: Level;
  readonly flaky?: boolean;
}

/** A run with these outcomes, one instance each. */
function gateOf(
  outcomes: readonly Outcome[],
  run: Partial<RunEvent> = {},
  more: readonly JournalEvent[] = [endedEvent()],
) {
  const events = outcomes.flatMap(
    ({ verdict, requirement: id = 'NAME-01', level = 'MUST', flaky }, index): JournalEvent[] => {
      const instance = `i${index}`;
      const about = { requirements: [id], level };
      if (verdict === 'skipped')
        return [plannedEvent(instance, { ...about, skip: { code: 'needs.model', message: 'No model.' } })];
      const finished = finishedEvent(instance, verdict, {
        ...(flaky === undefined ? {} : { flaky }),
        reason: { code: 'x', message: 'It broke.' },
      });
      return [plannedEvent(instance, about), finished];
    },
  );
  const requirements = [requirement('NAME-01'), requirement('NAME-02'), requirement('CHAT-05', { level: 'SHOULD' })];
  return decide(journalOf([...events, ...more], runEvent({ requirements, ...run })));
}
const answer = (gate: ReturnType<typeof decide>) => [gate.exitCode, gate.sentence];

describe('the gate', () => {
  it('holds when everything that could be judged passed, and says what was not exercised', () => {
    expect(answer(gateOf([{ verdict: 'passed' }, { verdict: 'skipped' }, { verdict: 'passed' }]))).toEqual([
      0,
      'The gate holds: 2 of 2 instances that could be judged passed; 1 of 2 MUST requirements proved, 1 not exercised.',
    ]);
  });

  it('holds in spite of warnings, observations and retries, and tells them', () => {
    const gate = gateOf([
      { verdict: 'passed', flaky: true },
      { verdict: 'warned', level: 'SHOULD', requirement: 'CHAT-05' },
      { verdict: 'observed', level: 'OBSERVE', requirement: 'NAME-02' },
    ]);
    expect(gate.exitCode).toBe(0);
    expect(gate.sentence).toContain('1 of 2 instances that could be judged passed');
    expect(gate.remarks).toEqual([
      'A SHOULD is not met in 1 instance (CHAT-05).',
      '1 instance passed only after a retry.',
    ]);
  });

  it('fails when a MUST is violated', () => {
    expect(
      answer(gateOf([{ verdict: 'passed' }, { verdict: 'failed', requirement: 'NAME-02' }, { verdict: 'failed' }])),
    ).toEqual([1, 'The gate fails: 2 MUST requirements are violated (NAME-01 and NAME-02) in 2 instances.']);
  });

  it('fails when an instance ended in an error', () => {
    expect(answer(gateOf([{ verdict: 'passed' }, { verdict: 'error', requirement: 'NAME-02' }]))).toEqual([
      1,
      'The gate fails: 1 instance ended in an error of the harness or the network, which leaves NAME-02 unanswered.',
    ]);
  });

  it('calls a target untestable on which nothing got beyond an error', () => {
    expect(answer(gateOf([{ verdict: 'error' }, { verdict: 'error' }, { verdict: 'skipped' }]))).toEqual([
      3,
      'The target could not be tested: 2 instances ended in an error and none in an answer; the first: It broke.',
    ]);
  });

  it('gives the exit code of the problem that kept the target from being tested', () => {
    const problem = { code: 'target.credential-refused', message: 'The credential of `granted` was refused.' } as const;
    const wrong = { code: 'schema.wrong-value', message: 'The target is not one.' } as const;
    expect(
      answer(gateOf([], {}, [{ event: 'problem', problem }, { event: 'problem', problem }, endedEvent()])),
    ).toEqual([3, 'The target could not be tested: The credential of `granted` was refused (and 1 more problem).']);
    expect(gateOf([], {}, [{ event: 'problem', problem: wrong }, endedEvent()]).exitCode).toBe(2);
  });

  it('says that a part could not be tested when the rest was', () => {
    const problem = { code: 'target.credential-refused', message: 'The credential of `granted` was refused.' } as const;
    const more = [{ event: 'problem', problem }, endedEvent()] as const;
    expect(answer(gateOf([{ verdict: 'passed' }, { verdict: 'skipped' }], {}, more))).toEqual([
      3,
      'Part of the target could not be tested: The credential of `granted` was refused.',
    ]);
  });

  it('fails for a broken promise, whatever else could not be tested', () => {
    const problem = { code: 'target.credential-refused', message: 'The credential of `granted` was refused.' } as const;
    const gate = gateOf([{ verdict: 'failed' }, { verdict: 'skipped' }], {}, [
      { event: 'problem', problem },
      endedEvent(),
    ]);
    expect(gate.exitCode).toBe(1);
    expect(gate.remarks).toContain('The credential of `granted` was refused.');
  });

  it('takes a problem of a newer tool for one of the target', () => {
    const problem = { code: 'target.eclipsed', message: 'The moon is in the way.' } as never;
    expect(gateOf([{ verdict: 'passed' }], {}, [{ event: 'problem', problem }, endedEvent()]).exitCode).toBe(3);
  });

  it.each(['skipped', 'inconclusive', 'observed'] as const)(
    'says that too little is proved when all is %s',
    (verdict) => {
      expect(answer(gateOf([{ verdict }]))).toEqual([
        4,
        'Too little is proved: not one instance of a MUST requirement passed.',
      ]);
    },
  );

  it('says that too little is proved when nothing was planned, or only a SHOULD passed', () => {
    expect(gateOf([]).exitCode).toBe(4);
    expect(gateOf([{ verdict: 'passed', level: 'SHOULD', requirement: 'CHAT-05' }]).exitCode).toBe(4);
  });

  it.each(['skipped', 'inconclusive'] as const)('says that too little is proved when a promise is %s', (verdict) => {
    const gate = gateOf([{ verdict: 'passed' }, { verdict, requirement: 'NAME-02' }], {
      proves: ['NAME-01', 'NAME-02'],
    });
    expect(answer(gate)).toEqual([4, `Too little is proved: the suite promises to prove NAME-02 (${verdict}).`]);
  });

  it('says that too little is proved when a promise was not exercised, or is no requirement at all', () => {
    const gate = gateOf([{ verdict: 'passed' }], { proves: ['NAME-02', 'NAME-99'] });
    expect(answer(gate)).toEqual([
      4,
      'Too little is proved: the suite promises to prove NAME-02 (not exercised) and NAME-99 (not exercised).',
    ]);
  });

  it('is content with an observation where no more is promised', () => {
    const requirements = [requirement('NAME-01'), requirement('ROUTE-04', { level: 'OBSERVE' })];
    const outcomes = [
      { verdict: 'passed' },
      { verdict: 'observed', level: 'OBSERVE', requirement: 'ROUTE-04' },
    ] as const;
    expect(gateOf(outcomes, { requirements, proves: ['ROUTE-04'] }).exitCode).toBe(0);
  });

  it('says that the run was interrupted, whatever else happened', () => {
    const gate = gateOf([{ verdict: 'failed' }, { verdict: 'passed' }], {}, [
      plannedEvent('left'),
      endedEvent({ interrupted: true }),
    ]);
    expect(answer(gate)).toEqual([130, 'The run was interrupted: 2 of 3 instances have a result, 1 failed.']);
    expect(gate.remarks[0]).toBe('1 MUST requirement is violated (NAME-01) in 1 instance.');
  });

  it('never holds on a journal that breaks off, not even when every instance has passed', () => {
    expect(answer(gateOf([{ verdict: 'passed' }], {}, []))).toEqual([
      1,
      "The gate fails: the journal breaks off before the run's end, 0 instances without a result.",
    ]);
    expect(gateOf([{ verdict: 'passed' }], {}, [plannedEvent('left')]).exitCode).toBe(1);
    expect(gateOf([], {}, [plannedEvent('left')]).exitCode).toBe(1);
  });

  it('never holds when an instance was left out of a run that ended', () => {
    expect(gateOf([{ verdict: 'passed' }], {}, [plannedEvent('left'), endedEvent()]).exitCode).toBe(1);
  });

  it('decides by the weightiest reason and keeps the others as remarks', () => {
    const gate = decide(journalOf(sampleEvents, sampleRun));
    expect(gate.sentence).toBe(
      'The gate fails: 2 MUST requirements are violated (NAME-03 and PERM-01) in 2 instances.',
    );
    expect(gate.remarks).toEqual([
      '1 instance ended in an error of the harness or the network, which leaves CHAT-07 unanswered.',
      'The suite promises to prove PERM-01 (violated) and PERM-04 (inconclusive).',
      '5 of 12 MUST requirements proved, 2 violated, 2 inconclusive, 1 skipped, 2 not exercised.',
      'A SHOULD is not met in 1 instance (NAME-05).',
      '1 instance passed only after a retry.',
    ]);
  });
});

describe('the gate of a part', () => {
  const shard = { index: 2, count: 8 };
  const holds = { verdict: 'passed' } as const;

  it('does not hold: a shard does, of which nobody can expect what the suite promises', () => {
    const gate = gateOf([holds], { shard, proves: ['NAME-02'] });
    expect([gate.exitCode, gate.headline]).toEqual([0, 'Shard 2 of 8 holds']);
    expect(gate.sentence).toMatch(/^Shard 2 of 8 holds: 1 of 1 instance that could be judged passed;/);
    expect(gate.remarks).toContain('This is shard 2 of 8: the gate is decided by all of them, merged.');
    expect(gateOf([], { shard }).exitCode).toBe(0);
    expect(gateOf([holds], { proves: ['NAME-02'] }).exitCode).toBe(4);
  });

  it('fails where a shard fails', () => {
    const gate = gateOf([holds, { verdict: 'failed' }], { shard });
    expect([gate.exitCode, gate.headline]).toEqual([1, 'The gate fails']);
    expect(gate.remarks).toContain('This is shard 2 of 8: the gate is decided by all of them, merged.');
  });

  it('holds for the only shard that there is, as for any whole run', () => {
    expect(gateOf([holds], { shard: { index: 1, count: 1 } }).headline).toBe('The gate holds');
  });

  it('never holds for a rerun, whatever passed', () => {
    const rerun = { of: 340 };
    expect(answer(gateOf([holds, holds], { rerun }))).toEqual([
      4,
      'Too little is proved: this is a rerun of 2 of 340 instances, and only a whole run decides the gate.',
    ]);
    const failed = gateOf([holds, { verdict: 'failed' }], { rerun });
    expect(failed.exitCode).toBe(1);
    expect(failed.remarks).toContain('This is a rerun of 2 of 340 instances, and only a whole run decides the gate.');
  });

  it('says what of the merged shards is missing, before what could not be tested', () => {
    const gap: JournalEvent = {
      event: 'problem',
      problem: { code: 'merge.missing-shard', message: 'shard 2 of 3 is missing' },
    };
    const target: JournalEvent = { event: 'problem', problem: { code: 'target.tls', message: 'No.' } };
    expect(answer(gateOf([holds], { merged: { shards: 2 } }, [gap, target, endedEvent()]))).toEqual([
      4,
      'Too little is proved: shard 2 of 3 is missing.',
    ]);
    const failed = gateOf([{ verdict: 'failed' }], { merged: { shards: 2 } }, [gap, endedEvent()]);
    expect([failed.exitCode, failed.remarks.includes('Shard 2 of 3 is missing.')]).toEqual([1, true]);
  });

  it('tells how a whole one was put together', () => {
    const { exitCode, headline, remarks } = gateOf([holds], { merged: { shards: 8 }, resumed: { kept: 1 } });
    expect([exitCode, headline]).toEqual([0, 'The gate holds']);
    expect(remarks).toEqual(['Merged from 8 shards.', '1 result is kept from a run that ended before its end.']);
  });
});
