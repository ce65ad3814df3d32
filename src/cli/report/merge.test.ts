import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../journal/index.js';
import { textOf } from '../../journal/testing/make-events.js';
import { shardsOf, wholeRun } from '../../journal/testing/shards.js';
import { commandLine, temporaryFolder } from '../testing/command-line.js';
import { findJournals } from './find-journals.js';

const ids = ['naming.a', 'naming.b', 'naming.c'];
const shards = shardsOf(wholeRun(ids, { proves: ['NAME-01'] }), 3, (id) => ids.indexOf(id) + 1);

/** A folder with a folder for each of these journals. */
function folderOf(journals: readonly (readonly JournalEvent[])[]): string {
  const folder = temporaryFolder();
  for (const [index, events] of journals.entries()) {
    mkdirSync(join(folder, 'shards', String(index + 1)), { recursive: true });
    writeFileSync(join(folder, 'shards', String(index + 1), 'journal.ndjson'), textOf(events));
  }
  return folder;
}

describe('report merge', () => {
  it('writes one journal and all reports, decides the gate, and may be done again', async () => {
    const folder = folderOf(shards);
    const first = await commandLine(['report', 'merge', 'shards', '--out', 'shards'], { cwd: folder });
    expect([first.stderr, first.code]).toEqual(['', 0]);
    expect(first.stdout).toMatch(/Merged from 3 shards\.\nThe gate holds: 3 of 3 instances[^\n]*\n$/);
    expect(readdirSync(join(folder, 'shards')).sort()).toEqual(
      ['1', '2', '3', 'ctrf.json', 'index.html', 'journal.ndjson', 'junit.xml', 'summary.md'].sort(),
    );
    const journal = readFileSync(join(folder, 'shards', 'journal.ndjson'));
    // What the merge left in the folder is no shard, and no part of the next one.
    const again = await commandLine(['report', 'merge', 'shards/3', 'shards/[12]', 'shards/?', '--out', 'again'], {
      cwd: folder,
    });
    expect(again.stderr).toContain('error[merge.no-journal]: shards/[12] is no journal, and no folder that holds one');
    const globbed = await commandLine(['report', 'merge', 'shards/*', 'shards', '--out', 'again'], { cwd: folder });
    expect([globbed.stderr, globbed.code]).toEqual(['', 0]);
    expect(readFileSync(join(folder, 'again', 'journal.ndjson')).equals(journal)).toBe(true);
  });

  it('says in every report what of a run is missing, when that is allowed', async () => {
    const folder = folderOf(shards.slice(0, 2));
    const refused = await commandLine(['report', 'merge', 'shards'], { cwd: folder });
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringContaining('error[merge.missing-shard]: shard 3 of 3 is missing'),
    ]);
    expect(readdirSync(folder)).toEqual(['shards']);
    const partial = await commandLine(['report', 'merge', 'shards', '--allow-partial'], { cwd: folder });
    expect([partial.stderr, partial.code]).toEqual(['', 4]);
    expect(partial.stdout).toMatch(/Too little is proved: shard 3 of 3 is missing\.\n$/);
    for (const name of ['junit.xml', 'index.html', 'summary.md', 'ctrf.json', 'journal.ndjson'])
      expect([name, readFileSync(join(folder, 'reports', name), 'utf8')]).toEqual([
        name,
        expect.stringContaining('shard 3 of 3 is missing'),
      ]);
  });

  it('does not replace what it reads', async () => {
    const folder = folderOf(shards);
    const { code, stderr } = await commandLine(['report', 'merge', 'shards', '--out', 'shards/2'], { cwd: folder });
    expect([code, stderr]).toEqual([2, expect.stringContaining('error[merge.overwrites]')]);
    expect(readFileSync(join(folder, 'shards', '2', 'journal.ndjson'), 'utf8')).toBe(textOf(shards[1] ?? []));
  });
});

describe('journals that are named', () => {
  it('are files, what folders hold, and what fits a glob, each once', () => {
    const folder = folderOf(shards);
    const pathOf = (index: number) => join(folder, 'shards', String(index), 'journal.ndjson');
    const found = (...named: readonly string[]) => {
      const result = findJournals(named);
      return result.ok ? result.value.map(({ path }) => path) : result.problems.map(({ code }) => code);
    };
    expect(found(folder)).toEqual([pathOf(1), pathOf(2), pathOf(3)]);
    expect(found(pathOf(2), folder)).toEqual([pathOf(2), pathOf(1), pathOf(3)]);
    expect(found(join(folder, '*', '?', '*.ndjson'))).toEqual([pathOf(1), pathOf(2), pathOf(3)]);
    expect(found(join(folder, 'sh*', '3'))).toEqual([pathOf(3)]);
    expect(found(join(folder, 'shards', '4'), join(folder, '*.json'))).toEqual([
      'merge.no-journal',
      'merge.no-journal',
    ]);
  });
});
