import { describe, expect, it } from 'vitest';
import { convert } from 'xmlbuilder2';
import { hostileEvents, hostileTexts } from '../../journal/testing/hostile-journal.js';
import {
  endedEvent,
  exchangeEvent,
  finishedEvent,
  journalOf,
  plannedEvent,
} from '../../journal/testing/make-events.js';
import { sampleEvents } from '../../journal/testing/sample-journal.js';
import { sampleRun } from '../../journal/testing/sample-plan.js';
import { assess } from '../assessment.js';
import { visibleLine } from '../visible.js';
import { junitOf } from './testing/junit-of.js';

interface Element {
  readonly [name: string]: string | Element | readonly Element[];
}

/** As a parser reads it, with lists where an element may stand more than once. */
function parsed(xml: string) {
  const { testsuites } = convert(xml, { format: 'object' }) as unknown as { readonly testsuites: Element };
  const list = (value: unknown) => (value === undefined ? [] : [value].flat()) as Element[];
  const suites = list(testsuites['testsuite']);
  return { testsuites, suites, cases: suites.flatMap((suite) => list(suite['testcase'])) };
}

/** What a parser makes of a reference; the one of xmlbuilder2 leaves them as they are. */
const decoded = (text: string) =>
  text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '');

const sample = junitOf(assess(journalOf(sampleEvents, sampleRun)));

describe('JUnit', () => {
  it('is written as CI systems read it', async () => {
    await expect(sample).toMatchFileSnapshot('golden/junit.xml');
  });

  it('counts what it writes', () => {
    const { testsuites, suites, cases } = parsed(sample);
    const count = (name: string) => cases.filter((testCase) => testCase[name] !== undefined).length;
    const sum = (attribute: string) => suites.reduce((total, suite) => total + Number(suite[attribute]), 0);
    expect(cases).toHaveLength(14);
    expect([testsuites['@tests'], testsuites['@failures'], testsuites['@errors'], testsuites['@skipped']]).toEqual(
      [cases.length, count('failure'), count('error'), count('skipped')].map(String),
    );
    expect([sum('@tests'), sum('@failures'), sum('@errors'), sum('@skipped')]).toEqual([14, 2, 1, 3]);
  });

  it('gives each case a name of its own, even for the same title', () => {
    const names = parsed(sample).cases.map((testCase) => testCase['@name']);
    expect(new Set(names).size).toBe(names.length);
  });

  it('ends the text of each failure with the place, as a stack frame', () => {
    const texts = [...sample.matchAll(/<(failure|error) [^>]*>([^<]*)</g)].map((match) => match[2]?.split('\n').at(-1));
    expect(texts).toEqual([
      '    at naming.bare-equals-fqn (specs/naming/names.yaml:21:7)',
      '    at permissions.no-execute[api=chat] (specs/permissions/execute.yaml:12:11)',
      '    at chat.stream (specs/chat/answer.yaml:19:3)',
    ]);
  });

  it('has no more than three decimals in a time', () => {
    expect(sample.match(/ time="[^"]*"/g)?.every((time) => /^ time="\d+\.\d{3}"$/.test(time))).toBe(true);
  });

  it('holds hostile text without being changed by it', () => {
    const journal = journalOf(hostileEvents().filter(({ event }) => event !== 'problem'));
    const xml = junitOf(assess(journal));
    const { cases } = parsed(xml);
    // https://www.w3.org/TR/xml/#charsets
    expect(xml).toMatch(/^[\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
    expect(xml.replace(/&gt;/g, '')).not.toContain(']]>');
    expect(cases).toHaveLength(hostileTexts.length);
    const names = [...xml.matchAll(/<testcase name="([^"<]*)"/g)].map(([, name]) => decoded(name ?? ''));
    expect(names).toEqual(hostileTexts.map((text, index) => visibleLine(`hostile.${index}[value=${text}] ${text}`)));
    expect(xml.match(/&(?!(amp|lt|gt|quot);)/g)).toBeNull();
  });

  it('caps a text of a megabyte at 64 KiB and keeps its last line', () => {
    const message = 'é'.repeat(500_000);
    const finding = { check: 'body', holds: false, message, found: message };
    const journal = journalOf([
      plannedEvent('big'),
      finishedEvent('big', 'failed', { findings: [finding, finding] }),
      endedEvent(),
    ]);
    const text = /<failure [^>]*>([^<]*)</.exec(junitOf(assess(journal)))?.[1] ?? '';
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(64 * 1024);
    expect(text).toMatch(/\n\[cut: index\.html has the rest\]\n {4}at big \(specs\/naming\/names\.yaml:3:1\)$/);
    expect(text).not.toContain('\ufffd');
  });

  it('has no attempts beside a failure that is known', () => {
    const repeated = exchangeEvent('a', { retried: 'reset' });
    const events = [
      plannedEvent('a'),
      repeated,
      exchangeEvent('a', { attempt: 2 }),
      finishedEvent('a', 'failed'),
      endedEvent(),
    ];
    const assessment = assess(journalOf(events));
    const standings = new Map([['a', { kind: 'known-failure', known: { reason: 'Later.' } }]] as const);
    expect(junitOf(assessment)).toContain('<rerunFailure ');
    expect(junitOf({ ...assessment, standings })).toContain('<skipped message="known-failure: Later.">');
    expect(junitOf({ ...assessment, standings })).not.toContain('<rerunFailure ');
  });

  it('shows what stayed open as skipped, and as an error where it is one to the user', () => {
    const reason = { code: 'quota.saturated', message: 'No quota.' };
    const assessment = assess(
      journalOf([plannedEvent('a'), finishedEvent('a', 'inconclusive', { reason }), endedEvent()]),
    );
    const told = (xml: string) =>
      Object.keys(parsed(xml).cases.at(-1) ?? {}).filter((key) => /skipped|error/.test(key));
    expect(told(junitOf(assessment))).toEqual(['skipped']);
    expect(told(junitOf(assessment, { inconclusive: 'fail' }))).toEqual(['error']);
    const gate = { ...assessment.gate, failOn: ['inconclusive'] as const };
    expect(told(junitOf({ ...assessment, gate }))).toEqual(['error']);
  });

  it('is not green when the target could not be tested', () => {
    const problem = { code: 'target.tls', message: 'The certificate has expired.', fix: 'Renew it.' } as const;
    const { testsuites, cases } = parsed(junitOf(assess(journalOf([{ event: 'problem', problem }, endedEvent()]))));
    expect([testsuites['@tests'], testsuites['@errors']]).toEqual(['1', '1']);
    expect(cases[0]?.['error']).toMatchObject({
      '@type': 'target.tls',
      '#': 'The certificate has expired. (Renew it.)',
    });
  });

  it('is not green when too little was proved', () => {
    const skip = { code: 'needs.model', message: 'No model.' };
    const { testsuites, cases } = parsed(junitOf(assess(journalOf([plannedEvent('a', { skip }), endedEvent()]))));
    expect([testsuites['@tests'], testsuites['@failures'], testsuites['@skipped']]).toEqual(['2', '1', '1']);
    expect(cases[0]?.['failure']).toMatchObject({
      '@message': 'Too little is proved: not one instance of a MUST requirement passed.',
    });
  });

  it('adds nothing to a run whose gate holds', () => {
    const journal = journalOf([plannedEvent('a'), finishedEvent('a', 'passed'), endedEvent()]);
    expect(parsed(junitOf(assess(journal))).testsuites).toMatchObject({
      '@tests': '1',
      '@failures': '0',
      '@errors': '0',
    });
  });
});
