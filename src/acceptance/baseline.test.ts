import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { verdicts } from '../journal/index.js';
import {
  endedEvent,
  finishedEvent,
  journalOf,
  plannedEvent,
  runEvent,
  textOf,
} from '../journal/testing/make-events.js';
import type { Json } from '../json/index.js';
import { renderProblems } from '../problem/index.js';
import type { Baseline } from './baseline.js';
import { baselineOf } from './baseline-of.js';
import { parseBaseline } from './parse-baseline.js';
import { readBaseline } from './read-baseline.js';
import { renderBaseline } from './render-baseline.js';

const folder = mkdtempSync(join(tmpdir(), 'baseline-'));
afterAll(() => rmSync(folder, { recursive: true }));

const events = [
  plannedEvent('naming.b[api=chat]', { requirements: ['NAME-01', 'NAME-02'] }),
  plannedEvent('naming.a', { level: 'OBSERVE' }),
  plannedEvent('naming.c', { skip: { code: 'needs.model', message: 'No model.' } }),
  finishedEvent('naming.b[api=chat]', 'failed'),
  finishedEvent('naming.a', 'observed', { observed: { status: 404, code: 'NOT_FOUND' } }),
  endedEvent(),
];

function accepted(...parameters: Parameters<typeof journalOf>): Baseline {
  const baseline = baselineOf(journalOf(...parameters), 'journal.ndjson');
  if (!baseline.ok) throw new Error(renderProblems(baseline.problems));
  return baseline.value;
}

const text = renderBaseline(accepted(events));
const problemsOf = (changed: string) => {
  const parsed = parseBaseline(changed, 'baseline.ndjson');
  return parsed.ok ? 'no problems' : renderProblems(parsed.problems);
};

describe('a baseline', () => {
  it('has a line for the run and one for each instance, in the order of their ids', async () => {
    await expect(text).toMatchFileSnapshot('golden/baseline.ndjson');
  });

  it('is the same text whatever the order of the instances, and of what was observed', () => {
    const [first, second, ...others] = events;
    const turned = [second, first, ...others].filter((event) => event !== undefined);
    expect(renderBaseline(accepted(turned))).toBe(text);
    const observed = { code: 'NOT_FOUND', status: 404 };
    const otherwise = events.map((event) =>
      event.event === 'finished' && event.observed ? { ...event, observed } : event,
    );
    expect(renderBaseline(accepted(otherwise))).toBe(text);
  });

  it('is read back as it was written, whatever a gateway has said', () => {
    const observed = fc.dictionary(fc.string(), fc.jsonValue() as fc.Arbitrary<Json>);
    const instance = fc.record(
      { verdict: fc.constantFrom(...verdicts), requirements: fc.array(fc.string()), observed },
      { requiredKeys: ['verdict', 'requirements'] },
    );
    const any = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(any, fc.array(fc.tuple(fc.string({ minLength: 1, unit: 'binary' }), instance)), (target, pairs) => {
        const baseline: Baseline = { ...accepted(events), target, instances: new Map(pairs) };
        const written = renderBaseline(baseline);
        expect(written).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
        const parsed = parseBaseline(written, 'baseline.ndjson');
        expect(JSON.parse(JSON.stringify(parsed))).toEqual(JSON.parse(JSON.stringify({ ok: true, value: baseline })));
        if (parsed.ok) expect(renderBaseline(parsed.value)).toBe(written);
      }),
    );
  });

  it.each([
    ['breaks off', events.slice(0, -1), {}],
    ['was interrupted', [...events.slice(0, -1), endedEvent({ interrupted: true })], {}],
    ['left something out', [plannedEvent('left'), ...events], {}],
    ['is a shard', events, { shard: { index: 2, count: 4 } }],
    ['is a rerun', events, { rerun: { of: 12 } }],
  ])('is not made of a run that %s', (_name, incomplete, run) => {
    const made = baselineOf(journalOf(incomplete, runEvent(run)), 'journal.ndjson');
    expect(made).toMatchObject({ ok: false, problems: [{ code: 'baseline.incomplete' }] });
  });

  it('says what is wrong with it, and where', async () => {
    const [header = '', first = '', second = ''] = text.split('\n');
    const wrong: readonly (readonly [string, string])[] = [
      ['nothing', ''],
      ['another file', 'cases:\n  - id: a'],
      ['an object that is no baseline', '{"suite":"gate"}'],
      ['a newer version', header.replace('"baseline":1', '"baseline":2')],
      ['a header without a target', header.replace('"target"', '"taget"')],
      ['a conflict', [header, '<<<<<<< HEAD', first, '=======', second, '>>>>>>> branch'].join('\n')],
      ['an unknown verdict', [header, first.replace('observed"', 'fine"')].join('\n')],
      ['an instance twice', [header, first, first].join('\n')],
      ['an empty line', [header, '', first].join('\n')],
    ];
    const told = wrong.map(([name, changed]) => `# ${name}\n${problemsOf(changed)}`).join('\n');
    await expect(told).toMatchFileSnapshot('golden/wrong-baselines.txt');
    expect(problemsOf(text)).toBe('no problems');
  });

  it('is read from its file, and from the journal of the run that is accepted', () => {
    const [file, journal] = [join(folder, 'baseline.ndjson'), join(folder, 'journal.ndjson')];
    writeFileSync(file, text);
    writeFileSync(journal, textOf([runEvent(), ...events]));
    expect(readBaseline(file)).toEqual({ ok: true, value: accepted(events) });
    expect(readBaseline(journal)).toEqual({ ok: true, value: accepted(events) });
  });

  it('says when its file is not there', () => {
    const missing = join(folder, 'missing.ndjson');
    expect(readBaseline(missing)).toMatchObject({ ok: false, problems: [{ code: 'baseline.unreadable' }] });
    expect(readBaseline(folder)).toMatchObject({ ok: false, problems: [{ code: 'baseline.unreadable' }] });
  });
});
