import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../journal/index.js';
import { endedEvent, finishedEvent, journalOf, plannedEvent, runEvent } from '../../journal/testing/make-events.js';
import { assess, defaultReportOptions, type ReportFile } from '../index.js';
import { renderJunit } from './index.js';
import { junitFilesOf, junitOf } from './testing/junit-of.js';
import { objectionsTo } from './testing/validate.js';

const most = 20_000;
const cases = 60;

/** Half of them fail; each third is of a second file. */
const events = Array.from({ length: cases }, (_, index): readonly JournalEvent[] => {
  const id = `case.${index}`;
  const finding = { check: 'status', holds: false, message: `é${index}`.repeat(50) };
  const file = index % 3 === 0 ? 'specs/one.yaml' : 'specs/two.yaml';
  return [
    plannedEvent(id, { file }),
    index % 2 === 0 ? finishedEvent(id, 'passed') : finishedEvent(id, 'failed', { findings: [finding] }),
  ];
}).flat();
const assessment = assess(journalOf([...events, endedEvent()]));
const files = junitFilesOf(assessment, {}, most);

const namesIn = (text: string) => [...text.matchAll(/<testcase name="([^"]*)"/g)].map(([, name]) => name);
const numbersIn = (text: string, tag: string, attribute: string) =>
  [...text.matchAll(new RegExp(`<${tag} [^>]*\\b${attribute}="(\\d+)"`, 'g'))].map(([, number]) => Number(number));
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('a report that one file has no room for', () => {
  it('is numbered files, each valid and within the limit', async () => {
    expect([...files.keys()]).toEqual(Array.from(files.keys(), (_, index) => `junit-000${index + 1}.xml`));
    expect(files.size).toBeGreaterThan(2);
    for (const text of files.values()) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
    expect((await objectionsTo('full', [...files.values()])).flat()).toEqual([]);
  });

  it('has every case once, in the order of one file', () => {
    const all = [...files.values()].flatMap(namesIn);
    expect(all).toEqual(namesIn(junitOf(assessment)));
    expect(new Set(all).size).toBe(cases);
  });

  it('counts in each file what stands there', () => {
    for (const text of files.values())
      for (const tag of ['testsuites', 'testsuite']) {
        expect(sum(numbersIn(text, tag, 'tests'))).toBe(namesIn(text).length);
        expect(sum(numbersIn(text, tag, 'failures'))).toBe(text.match(/<failure /g)?.length ?? 0);
      }
    expect(sum([...files.values()].flatMap((text) => numbersIn(text, 'testsuites', 'tests')))).toBe(cases);
  });

  it('is made a file at a time', () => {
    let made = 0;
    const instances = assessment.journal.instances.map((instance) => ({
      ...instance,
      get title() {
        made += 1;
        return instance.title;
      },
    }));
    const watched = { ...assessment, journal: { ...assessment.journal, instances } };
    const first = renderJunit(watched, defaultReportOptions, most).next().value as ReportFile;
    expect(made).toBe(namesIn([...first.chunks].join('')).length + 1);
  });
});

describe('names', () => {
  it('stay apart where two ids differ only in what is not shown', () => {
    const ids = ['a[x=1 2]', 'a[x=1  2]', 'a[x=1\n2]', 'a[x=\0]', 'a[x=\\u0000]'];
    const same = ids.flatMap((id) => [plannedEvent(id, { title: 'T' }), finishedEvent(id, 'passed')]);
    expect(namesIn(junitOf(assess(journalOf([...same, endedEvent()]))))).toEqual([
      'a[x=1 2] T',
      'a[x=1 2] T (2)',
      'a[x=1 2] T (3)',
      'a[x=\\u0000] T',
      'a[x=\\u0000] T (2)',
    ]);
  });
});

describe('suites', () => {
  it('say which shard ran them', () => {
    const run = runEvent({ shard: { index: 2, count: 8 } });
    const events = [run, plannedEvent('a'), finishedEvent('a', 'passed'), endedEvent()];
    expect(junitOf(assess(journalOf(events, run)))).toContain('<property name="shard" value="2/8"/>');
  });

  it('are of one file and one set of identities, whoever came to act', () => {
    const of = (id: string, ...identities: string[]) => plannedEvent(id, { identities });
    const journal = journalOf([
      of('a', 'granted'),
      of('b', 'granted', 'without-execute'),
      of('c', 'granted'),
      finishedEvent('a', 'passed'),
      finishedEvent('b', 'passed'),
      finishedEvent('c', 'passed'),
      endedEvent(),
    ]);
    const suites = [...junitOf(assess(journal)).matchAll(/<testsuite name="([^"]*)" tests="(\d)"/g)];
    expect(suites.map(([, name, tests]) => [name, tests])).toEqual([
      ['specs/naming/names.yaml on staging as granted', '2'],
      ['specs/naming/names.yaml on staging as granted, without-execute', '1'],
    ]);
  });
});
