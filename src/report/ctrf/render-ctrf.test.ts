import { type CTRFReport, calculateSummary, validate } from 'ctrf';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../../journal/index.js';
import { hostileEvents } from '../../journal/testing/hostile-journal.js';
import { endedEvent, journalOf, plannedEvent } from '../../journal/testing/make-events.js';
import { sampleEvents } from '../../journal/testing/sample-journal.js';
import { sampleRun } from '../../journal/testing/sample-plan.js';
import { assess } from '../assessment.js';
import { renderCtrf } from './index.js';

const read = (text: string) => JSON.parse(text) as CTRFReport;
const written = (journal: Journal) => [...renderCtrf(assess(journal))].join('');
const sample = written(journalOf(sampleEvents, sampleRun));

describe('CTRF', () => {
  it('is what its schema says', () => {
    expect(validate(read(sample))).toEqual({ valid: true, errors: [] });
    expect(validate({ ...read(sample), reportFormat: 'JUnit' }).valid).toBe(false);
  });

  it('is what its schema says for hostile text, too', () => {
    const text = written(journalOf(hostileEvents()));
    expect(validate(read(text))).toEqual({ valid: true, errors: [] });
  });

  it('is written as its readers expect it', async () => {
    await expect(sample).toMatchFileSnapshot('golden/ctrf.json');
  });

  it('is written test by test, and as JSON.stringify would write it whole', () => {
    const chunks = [...renderCtrf(assess(journalOf(sampleEvents, sampleRun)))];
    expect(chunks).toHaveLength(14 + 2);
    expect(sample).toBe(`${JSON.stringify(read(sample), null, 2)}\n`);
    const empty = written(journalOf([endedEvent()]));
    expect(empty).toBe(`${JSON.stringify(read(empty), null, 2)}\n`);
    expect(written(journalOf(hostileEvents()))).toBe(
      `${JSON.stringify(read(written(journalOf(hostileEvents()))), null, 2)}\n`,
    );
  });

  it('counts what it writes, as the makers of the format count', () => {
    const { summary, tests } = read(sample).results;
    // They add up the durations of the tests, which overlap here; the schema means the duration of the run.
    const { duration: _, ...counted } = calculateSummary(tests, { start: summary.start, stop: summary.stop });
    expect(summary).toMatchObject(counted);
    expect(summary).toMatchObject({ tests: 14, passed: 6, failed: 3, skipped: 2, other: 3, flaky: 1 });
  });

  it('shows nothing as passed that did not pass', () => {
    const passed = read(sample).results.tests.filter(({ status }) => status === 'passed');
    expect(new Set(passed.map(({ rawStatus }) => rawStatus))).toEqual(new Set(['passed']));
  });

  it('is not green when the target could not be tested, and when the run broke off', () => {
    const problem = { code: 'target.tls', message: 'The certificate has expired.' } as const;
    const untested = read(written(journalOf([{ event: 'problem', problem }, endedEvent()])));
    expect(untested.results.summary.failed).toBe(1);
    expect(untested.results.environment?.healthy).toBe(false);
    const broken = read(written(journalOf([plannedEvent('a')])));
    expect(broken.results.tests.map(({ status, rawStatus }) => [status, rawStatus])).toEqual([['failed', 'error']]);
  });
});
