import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Verdict, verdicts } from '../../journal/index.js';
import { compareRuns } from './compare-runs.js';
import type { ChangeKind } from './comparison.js';
import { after, before, type Happened, runWith } from './testing/sample-runs.js';

const only = 'naming.fqn';

function kindBetween(was: Happened | undefined, is: Happened | undefined): ChangeKind | undefined {
  const run = (label: string, one: Happened | undefined) => runWith(label, one === undefined ? {} : { [only]: one });
  const { changes } = compareRuns(run('a', was), run('b', is));
  expect(changes.length).toBeLessThan(2);
  return changes[0]?.kind;
}

const fails = (why: string): Happened => ({ verdict: 'failed', why });
const warns = (why: string): Happened => ({ verdict: 'warned', why });
const skips = (why: string): Happened => ({ verdict: 'skipped', why });
const observes = (status: number): Happened => ({ verdict: 'observed', observed: { status, 'error-code': 'X' } });
const passes: Happened = { verdict: 'passed' };

describe('what became of an instance between two runs', () => {
  it.each<[string, Happened | undefined, Happened | undefined, ChangeKind | undefined]>([
    ['passes and passes', passes, passes, undefined],
    ['passes, then fails', passes, fails('x'), 'new-failure'],
    ['was skipped, then fails', skips('x'), fails('x'), 'new-failure'],
    ['warned, then fails', warns('x'), fails('x'), 'new-failure'],
    ['was not planned, then fails', undefined, fails('x'), 'new-failure'],
    ['passes, then is skipped', passes, skips('x'), 'lost'],
    ['passes, then ends in an error', passes, { verdict: 'error', why: 'reset' }, 'lost'],
    ['passes, then stays without an answer', passes, { verdict: 'inconclusive', why: '429' }, 'lost'],
    ['is observed, then skipped', observes(404), skips('x'), 'lost'],
    ['passes, then warns', passes, warns('x'), 'new-warning'],
    ['was not planned, then warns', undefined, warns('x'), 'new-warning'],
    ['fails, then is skipped', fails('x'), skips('x'), 'silenced'],
    ['warned, then ends in an error', warns('x'), { verdict: 'error', why: 'x' }, 'silenced'],
    ['is observed alike', observes(404), observes(404), undefined],
    ['is observed to be different', observes(404), observes(400), 'drifted'],
    ['fails alike', fails('x'), fails('x'), 'still-failing'],
    ['fails for another reason', fails('x'), fails('y'), 'changed-reason'],
    ['fails with other ids in the message', fails('id 12345678'), fails('id 87654321'), 'still-failing'],
    ['warns for another reason', warns('x'), warns('y'), 'changed-reason'],
    ['is skipped alike', skips('x'), skips('x'), undefined],
    ['is skipped for another reason', skips('x'), skips('y'), 'changed-reason'],
    ['was skipped, then stays without an answer', skips('x'), { verdict: 'inconclusive', why: 'x' }, 'changed-reason'],
    ['fails, then passes', fails('x'), passes, 'fixed'],
    ['warned, then passes', warns('x'), passes, 'fixed'],
    ['fails, then only warns', fails('x'), warns('x'), 'fixed'],
    ['was skipped, then passes', skips('x'), passes, 'gained'],
    ['is no longer planned', passes, undefined, 'gone'],
    ['failed and is no longer planned', fails('x'), undefined, 'gone'],
    ['is newly planned', undefined, passes, 'appeared'],
    ['is newly planned and skipped', undefined, skips('x'), 'appeared'],
  ])('%s', (_name, was, is, kind) => {
    expect(kindBetween(was, is)).toBe(kind);
  });

  it('says in which aspects it drifted', () => {
    const { changes } = compareRuns(runWith('a', { x: observes(404) }), runWith('b', { x: observes(400) }));
    expect(changes[0]?.drifts).toEqual([{ aspect: 'status', accepted: 404, found: 400 }]);
  });

  it('is told once for each instance, the worst kinds first', () => {
    const { changes, alike, openInBoth, answeredInBoth } = compareRuns(before, after);
    expect(changes.map(({ kind }) => kind)).toEqual([
      'new-failure',
      'new-failure',
      'lost',
      'new-warning',
      'silenced',
      'drifted',
      'changed-reason',
      'gone',
      'appeared',
      'fixed',
      'gained',
      'still-failing',
    ]);
    expect({ alike, openInBoth, answeredInBoth }).toEqual({ alike: 3, openInBoth: 1, answeredInBoth: 10 });
  });
});

const happened = fc.record<Happened>({
  verdict: fc.constantFrom<Verdict>(...verdicts),
  why: fc.constantFrom('one cause', 'another cause'),
  observed: fc.record({ status: fc.constantFrom(400, 404) }),
  tookMs: fc.integer({ min: 0, max: 100_000 }),
});
const run = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), happened);

describe('a comparison', () => {
  it('of a run with itself finds nothing but what still fails', () => {
    fc.assert(
      fc.property(run, (instances) => {
        const { changes, slower } = compareRuns(runWith('a', instances), runWith('b', instances));
        expect(changes.filter(({ kind }) => kind !== 'still-failing')).toEqual([]);
        expect(slower).toEqual([]);
      }),
    );
  });

  it('the other way round has the same changes, what was new being fixed', () => {
    const mirrored: Readonly<Record<ChangeKind, readonly ChangeKind[]>> = {
      'new-failure': ['fixed', 'silenced', 'gone'],
      'new-warning': ['fixed', 'silenced', 'gone'],
      lost: ['gained'],
      gained: ['lost'],
      silenced: ['new-failure', 'new-warning'],
      drifted: ['drifted'],
      'changed-reason': ['changed-reason'],
      gone: ['appeared', 'new-failure', 'new-warning'],
      appeared: ['gone'],
      fixed: ['new-failure', 'new-warning'],
      'still-failing': ['still-failing'],
    };
    fc.assert(
      fc.property(run, run, (one, other) => {
        const there = compareRuns(runWith('a', one), runWith('b', other));
        const back = new Map(compareRuns(runWith('b', other), runWith('a', one)).changes.map((it) => [it.id, it]));
        expect(back.size).toBe(there.changes.length);
        for (const { id, kind, was, is } of there.changes) {
          expect(mirrored[kind]).toContain(back.get(id)?.kind);
          expect([back.get(id)?.was, back.get(id)?.is]).toEqual([is, was]);
        }
        expect(there.changes.length + there.alike + there.openInBoth).toBe(
          new Set(Object.keys({ ...one, ...other })).size,
        );
      }),
    );
  });
});
