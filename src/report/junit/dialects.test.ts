import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileEvents, hostileTexts } from '../../journal/testing/hostile-journal.js';
import { endedEvent, finishedEvent, journalOf, plannedEvent } from '../../journal/testing/make-events.js';
import { sampleEvents } from '../../journal/testing/sample-journal.js';
import { sampleRun } from '../../journal/testing/sample-plan.js';
import { assess } from '../assessment.js';
import { junitOf } from './testing/junit-of.js';
import { objectionsTo } from './testing/validate.js';

const dialects = ['full', 'strict'] as const;
const sample = assess(journalOf(sampleEvents, sampleRun));

/** Runs in which everything that is not the harness's own is made of such texts. */
const hostileText = fc.oneof(
  fc.constantFrom(
    ...hostileTexts,
    '',
    ' ',
    '\0',
    '\ud800',
    '\udfff',
    '&#0;',
    '&#x1b;',
    '<![CDATA[',
    ']]>',
    '\u001b[31m',
  ),
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((codes) => String.fromCharCode(...codes)),
);

/** https://www.w3.org/TR/xml/#charsets, less the control characters that it allows and discourages. */
const legal = /^[\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

describe.each(dialects)('the dialect %s', (junitDialect) => {
  it('is what its schema says, for a run with every verdict in it and for an empty one', async () => {
    const empty = assess(journalOf([endedEvent()]));
    const documents = [
      junitOf(sample, { junitDialect }),
      junitOf(sample, { junitDialect, inconclusive: 'fail' }),
      junitOf(empty, { junitDialect }),
    ];
    expect(await objectionsTo(junitDialect, documents)).toEqual(documents.map(() => []));
  });

  it('stays so whatever texts a gateway or an author writes', async () => {
    const documents: string[] = [];
    fc.assert(
      fc.property(fc.uniqueArray(hostileText, { minLength: 1, maxLength: 5 }), (texts) => {
        const xml = junitOf(assess(journalOf(hostileEvents(texts))), { junitDialect });
        expect(xml).toMatch(legal);
        documents.push(xml);
      }),
      { numRuns: 20 },
    );
    documents.push(
      junitOf(assess(journalOf(hostileEvents([`${']]>\0\u001b[31m👋\ud800'.repeat(80_000)}`]))), { junitDialect }),
    );
    const objections = await objectionsTo(junitDialect, documents);
    expect(objections.flat()).toEqual([]);
    expect(documents).toHaveLength(21);
  });
});

describe('the schema of a dialect', () => {
  const full = junitOf(sample);
  const strict = junitOf(sample, { junitDialect: 'strict' });
  const refused: readonly (readonly ['full' | 'strict', string, (xml: string) => string])[] = [
    [
      'full',
      'a suite in a suite',
      (xml) => xml.replace(/<testcase /, '<testsuite name="x" tests="0" failures="0" errors="0"/><testcase '),
    ],
    ['full', 'a case without a name', (xml) => xml.replace(/<testcase name="[^"]*"/, '<testcase')],
    ['full', 'two cases of one name', (xml) => xml.replace(/(<testcase[\s\S]*?<\/testcase>)/, '$1$1')],
    [
      'full',
      'a failure and an error in one case',
      (xml) => xml.replace('</failure>', '</failure><error message="x" type="y">z</error>'),
    ],
    ['full', 'an outcome without text', (xml) => xml.replace(/(<skipped [^>]*>)[^<]*/, '$1')],
    ['full', 'a message of several lines', (xml) => xml.replace(/(<failure message=")/, '$1one&#10;two')],
    ['full', 'nine decimals', (xml) => xml.replace(/(time="\d+\.\d{3})"/, '$1000000"')],
    ['full', 'a local time', (xml) => xml.replace(/(timestamp="[^"Z]*)Z"/, '$1"')],
    ['full', 'a status in place of an outcome', (xml) => xml.replace('<testcase ', '<testcase status="failed" ')],
    ['full', 'a second output', (xml) => xml.replace('</system-out>', '</system-out><system-out>x</system-out>')],
    ['strict', 'what the full dialect has besides', () => full],
    ['strict', 'properties of a case', (xml) => xml.replace(/(<testcase [^>]*>)/, '$1<properties/>')],
    ['strict', 'the line of a case', (xml) => xml.replace('<testcase ', '<testcase line="1" ')],
    [
      'strict',
      'the timestamp of a case',
      (xml) => xml.replace('<testcase ', '<testcase timestamp="2026-11-20T09:30:00.012Z" '),
    ],
    ['strict', 'skipped cases counted at the root', (xml) => xml.replace('<testsuites ', '<testsuites skipped="0" ')],
    ['strict', 'an attempt without a type', (xml) => xml.replace(/(<flakyFailure [^>]*) type="[^"]*"/, '$1')],
  ];

  it.each(dialects)('refuses what is not in the dialect %s', async (dialect) => {
    const right = dialect === 'full' ? full : strict;
    const wrong = refused.filter(([of]) => of === dialect);
    const documents = wrong.map(([, , broken]) => broken(right));
    expect(documents).not.toContain(right);
    // One call for all: starting xmllint is what takes the time.
    const objections = await objectionsTo(dialect, documents);
    expect(wrong.filter((_, index) => objections[index]?.length === 0).map(([, what]) => what)).toEqual([]);
  });
});

describe('the strict dialect', () => {
  it('is written as the xunit plugin of Jenkins takes it', async () => {
    await expect(junitOf(sample, { junitDialect: 'strict' })).toMatchFileSnapshot('golden/junit-strict.xml');
  });

  it('tells as lines of the output what the full one tells as properties', () => {
    const value = '[[ATTACHMENT|/etc/passwd]]';
    const journal = journalOf([plannedEvent('a', { bindings: { value } }), finishedEvent('a', 'passed'), endedEvent()]);
    const xml = junitOf(assess(journal), { junitDialect: 'strict' });
    expect(xml).toContain('\n[[PROPERTY|level=MUST]]\n');
    expect(xml).toContain('\n[[PROPERTY|each.value=((ATTACHMENT|/etc/passwd))]]<');
  });
});

describe.each(dialects)('an output in the dialect %s', (junitDialect) => {
  it('attaches no file that a gateway names', () => {
    const observed = { answer: 'see [[ATTACHMENT|/etc/passwd]] and [[property|level=MAY]]' };
    const journal = journalOf([plannedEvent('a'), finishedEvent('a', 'observed', { observed }), endedEvent()]);
    const xml = junitOf(assess(journal), { junitDialect });
    expect(xml).toContain('see [ [ATTACHMENT|/etc/passwd]] and [ [property|level=MAY]]');
    expect(xml).not.toMatch(/\[\[ATTACHMENT/i);
  });
});
