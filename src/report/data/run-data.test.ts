import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdicts } from '../../journal/index.js';
import {
  endedEvent,
  exchangeEvent,
  exchangeRecord,
  finishedEvent,
  journalOf,
  plannedEvent,
  runEvent,
} from '../../journal/testing/make-events.js';
import { causeGroups } from '../app/state/cause-groups.js';
import { assess } from '../assessment.js';
import { accepting, baselineFrom, runOf } from '../testing/accepted.js';
import { packRows, unpackRows } from './packed-rows.js';
import type { Row } from './row.js';
import { runDataOf } from './run-data-of.js';

const names = fc.array(fc.string());
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const row: fc.Arbitrary<Omit<Row, 'index'>> = fc
  .record({
    id: fc.string(),
    title: fc.string(),
    file: fc.constantFrom('a.yaml', 'b.yaml'),
    line: fc.nat(),
    endLine: fc.nat(),
    level: fc.constantFrom('MUST', 'SHOULD', 'OBSERVE'),
    verdict: fc.constantFrom(...verdicts),
    standing: optional(fc.constantFrom('known-failure', 'stale', 'new-failure', 'lost', 'drifted')),
    flaky: fc.boolean(),
    notRun: fc.boolean(),
    requirements: names,
    apis: names,
    tags: names,
    identities: names,
    requests: fc.nat(),
    startedAt: optional(fc.nat()),
    durationMs: fc.nat(),
    message: fc.string(),
    reason: optional(fc.string()),
    cause: optional(fc.nat()),
  })
  .map(
    (all) =>
      Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as unknown as Omit<
        Row,
        'index'
      >,
  );

describe('the rows', () => {
  it('come out as they were packed', () => {
    fc.assert(
      fc.property(fc.array(row), (all) => {
        const rows = all.map((one, index) => ({ ...one, index }));
        expect(unpackRows(JSON.parse(JSON.stringify(packRows(rows))))).toEqual(rows);
      }),
    );
  });
});

describe('the data of a run', () => {
  const failure = (id: string, message: string) =>
    finishedEvent(id, 'failed', { findings: [{ check: 'status', holds: false, message }] });

  it('tells one outage as one cause, the largest first', () => {
    const run = runDataOf(
      assess(
        journalOf([
          ...['a', 'b', 'c'].map((id) => plannedEvent(id)),
          failure('a', 'The status is 404.'),
          failure('b', 'The status is 503, request req_0123456789abcdef01.'),
          failure('c', 'The status is 503, request req_fedcba987654321012.'),
        ]),
      ),
      'staging',
    );
    const groups = causeGroups({ data: run, rows: unpackRows(run.rows) });
    expect(groups.map(({ cause, rows }) => [cause.message, rows.map(({ id }) => id)])).toEqual([
      ['The status is 503, request ….', ['b', 'c']],
      ['The status is 404.', ['a']],
    ]);
  });

  it('has nothing to say of what is as it should be, and no cause for what was never tried', () => {
    const run = runDataOf(
      assess(journalOf([plannedEvent('fine'), plannedEvent('left'), finishedEvent('fine', 'passed')])),
      'staging',
    );
    const [fine, left] = unpackRows(run.rows);
    expect(fine).toMatchObject({ message: '', notRun: false });
    expect(left).toMatchObject({ notRun: true, verdict: 'error' });
    expect([fine, left].map((one) => one?.cause)).toEqual([undefined, undefined]);
  });

  it('tells how an instance stands against what was accepted', () => {
    const assessment = assess(journalOf([plannedEvent('a'), failure('a', 'No.')]));
    const standings = new Map([['a', { kind: 'new-failure' } as const]]);
    expect(unpackRows(runDataOf({ ...assessment, standings }, 'x').rows)[0]?.standing).toBe('new-failure');
  });

  it('names what was proved when it was accepted and is not even planned now', () => {
    const baseline = baselineFrom({ 'naming.kept': 'passed', 'naming.old': 'passed', 'naming.skipped': 'skipped' });
    const now = assess(runOf({ 'naming.kept': 'skipped', 'naming.new': 'passed' }), accepting({ baseline }));
    expect(runDataOf(now, 'x').gone).toEqual([{ id: 'naming.old', was: 'passed' }]);
  });

  it('tells whether the run came to its end, and what part of a plan it is', () => {
    const endOf = (...[events, run]: Parameters<typeof journalOf>) => {
      const { end, part } = runDataOf(assess(journalOf(events, run)), 'x');
      return { end, part };
    };
    expect(endOf([plannedEvent('a')])).toEqual({ end: 'cut', part: undefined });
    expect(endOf([endedEvent()], runEvent({ shard: { index: 2, count: 4 } }))).toEqual({
      end: 'whole',
      part: 'shard 2 of 4',
    });
  });

  it('counts what was refused for quota', () => {
    const refused = exchangeRecord({ response: { status: 429, headers: [], body: { kind: 'empty', bytes: 0 } } });
    const journal = journalOf([
      plannedEvent('a'),
      exchangeEvent('a', { exchange: refused }),
      exchangeEvent('a'),
      finishedEvent('a', 'passed', { requests: 2 }),
    ]);
    expect(runDataOf(assess(journal), 'x').facts).toContainEqual({
      name: 'Requests',
      text: '2',
      note: '1 refused with 429',
    });
  });
});
