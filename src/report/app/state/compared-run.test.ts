import { describe, expect, it } from 'vitest';
import type { Journal } from '../../../journal/index.js';
import {
  exchangeEvent,
  exchangeRecord,
  finishedEvent,
  journalOf,
  plannedEvent,
  runEvent,
} from '../../../journal/testing/make-events.js';
import { sampleEvents } from '../../../journal/testing/sample-journal.js';
import { sampleRun } from '../../../journal/testing/sample-plan.js';
import { assess } from '../../assessment.js';
import { type ComparedRun, comparedRunOf as comparedRunOfJournal } from '../../compare/compared-run.js';
import { afterJournal, beforeJournal } from '../../compare/testing/sample-runs.js';
import { fingerprintsOf } from '../../data/details-of.js';
import { reportDataOf } from '../../data/run-data-of.js';
import { comparedRunOf } from './compared-run.js';
import { reportOf } from './report.js';

/** A run as the page has it: through the text of its templates. */
function onPage(journal: Journal) {
  const assessment = assess(journal);
  const sent = JSON.parse(JSON.stringify([reportDataOf([assessment]), fingerprintsOf(assessment)]));
  const [run] = reportOf(sent[0]).runs;
  if (run === undefined) throw new Error('no run');
  return comparedRunOf(run, sent[1]);
}

function inWholeMilliseconds(run: ComparedRun): ComparedRun {
  const instances = run.instances.map(({ tookMs, ...instance }) =>
    tookMs === undefined ? instance : { ...instance, tookMs: Math.round(tookMs) },
  );
  return { ...run, instances };
}

const exchange = exchangeRecord();
const waited = (quota: number) =>
  exchangeEvent('waited', {
    at: 5_000,
    exchange: { ...exchange, times: { ...exchange.times, startedAt: Date.parse(runEvent().startedAt) + 4_000 } },
    waits: { quota },
  });
const withWait = (quota: number) =>
  journalOf([
    plannedEvent('waited'),
    plannedEvent('left'),
    { event: 'started', instance: 'waited', at: 0 },
    waited(quota),
    finishedEvent('waited', 'passed', { at: 5_000, durationMs: 5_000 }),
  ]);

describe('a run that is compared in the page', () => {
  it.each([
    ['before', beforeJournal],
    ['after', afterJournal],
    ['one of which a part was never tried', withWait(1_500)],
    ['a shard', journalOf([plannedEvent('a')], runEvent({ shard: { index: 1, count: 2 } }))],
    ['the sample', journalOf(sampleEvents, sampleRun)],
  ])('is what `report compare` makes of its journal: %s', (_, journal) => {
    expect(onPage(journal)).toEqual(inWholeMilliseconds(comparedRunOfJournal(journal, journal.run.target.name)));
  });

  it('leaves out of its times for how long it waited', () => {
    expect(onPage(withWait(1_500)).instances[0]?.tookMs).toBe(3_500);
    expect(onPage(withWait(0)).instances[0]?.tookMs).toBe(5_000);
  });
});
