import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseJournal } from '../journal/index.js';
import { hostileEvents } from '../journal/testing/hostile-journal.js';
import { journalOf, textOf } from '../journal/testing/make-events.js';
import { sampleEvents } from '../journal/testing/sample-journal.js';
import { sampleRun } from '../journal/testing/sample-plan.js';
import { assess, renderConsole, writeReports } from './index.js';
import { textsOf } from './testing/texts-of.js';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'reports-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

const sample = journalOf(sampleEvents, sampleRun);

describe('the reports', () => {
  it.each([
    ['the sample', sampleEvents],
    ['a hostile run', hostileEvents()],
    ['a run that was cut off', sampleEvents.slice(0, -4)],
  ])('are the same, byte for byte, from the journal in memory and from its file: %s', (_, events) => {
    const read = parseJournal(textOf(events), 'journal.ndjson');
    if (!read.ok) throw new Error(read.problems[0]?.message);
    const [run] = events;
    if (run?.event !== 'run') throw new Error('no run');
    const again = textsOf(assess(journalOf(events, run)));
    expect(textsOf(assess(read.value))).toEqual(again);
    expect(textsOf(assess(read.value))).toEqual(again);
  });

  it('all tell the same verdict', () => {
    const { sentence } = assess(sample).gate;
    const reports = textsOf(assess(sample));
    const reason = sentence.replace('The gate fails: ', '');
    expect(reports['summary.md']).toContain(sentence);
    expect(reports['ctrf.json']).toContain(JSON.stringify(sentence));
    expect(reports['index.html']).toContain(reason);
    expect(renderConsole(assess(sample), { colour: false })).toContain(sentence);
  });

  it('are written into a folder, which is made', () => {
    const folder = join(directory, 'new', 'reports');
    const result = writeReports(assess(sample), folder);
    expect(result.ok && result.value).toEqual(
      ['junit.xml', 'ctrf.json', 'summary.md', 'index.html'].map((name) => join(folder, name)),
    );
    for (const [name, text] of Object.entries(textsOf(assess(sample))))
      expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });

  it('leave nothing of an earlier run that was larger, and nothing else is touched', () => {
    const folder = join(directory, 'twice');
    mkdirSync(folder);
    const others = ['junit-0001.xml', 'junit-0002.xml', 'junit-mine.xml', 'notes.txt'];
    for (const name of others) writeFileSync(join(folder, name), '');
    writeReports(assess(sample), folder);
    const left = readdirSync(folder).filter((name) => others.includes(name) || name.endsWith('.xml'));
    expect(left.sort()).toEqual(['junit-mine.xml', 'junit.xml', 'notes.txt']);
  });

  it('say when they cannot be written', () => {
    const file = join(directory, 'a-file');
    writeFileSync(file, '');
    const result = writeReports(assess(sample), join(file, 'reports'));
    expect(!result.ok && result.problems[0]?.code).toBe('report.unwritable');
  });
});
