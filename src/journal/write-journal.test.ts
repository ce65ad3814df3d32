import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openJournal, readJournal } from './index.js';
import { endedEvent, exchangeEvent, finishedEvent, plannedEvent, runEvent, textOf } from './testing/make-events.js';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'journal-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

function opened(path: string) {
  const result = openJournal(path);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
}

describe('writing a journal', () => {
  it('has every line in the file, complete, after the turn in which it was written', async () => {
    const path = join(directory, 'new', 'folder', 'journal.ndjson');
    const journal = opened(path);
    const events = [runEvent(), plannedEvent('a'), exchangeEvent('a'), finishedEvent('a', 'passed'), endedEvent()];
    for (const [index, event] of events.entries()) {
      journal.write(event);
      await new Promise(setImmediate);
      expect(readFileSync(path, 'utf8')).toBe(textOf(events.slice(0, index + 1)));
    }
    journal.close();
  });

  it('has what was written last in the file after close', () => {
    const path = join(directory, 'closed.ndjson');
    const journal = opened(path);
    journal.write(runEvent());
    journal.write(endedEvent());
    journal.close();
    expect(readFileSync(path, 'utf8')).toBe(textOf([runEvent(), endedEvent()]));
  });

  it('replaces an older journal', () => {
    const path = join(directory, 'again.ndjson');
    writeFileSync(path, 'older\n'.repeat(100));
    const journal = opened(path);
    journal.write(runEvent());
    journal.close();
    expect(readFileSync(path, 'utf8')).toBe(textOf([runEvent()]));
  });

  it('leaves an older one in place until it is renamed to it, with all that it took by then', () => {
    const path = join(directory, 'renamed.ndjson');
    writeFileSync(path, 'older\n');
    const journal = opened(`${path}.part`);
    journal.write(runEvent());
    expect(readFileSync(path, 'utf8')).toBe('older\n');
    journal.rename(path);
    expect(readFileSync(path, 'utf8')).toBe(textOf([runEvent()]));
    journal.write(endedEvent());
    journal.close();
    expect(readFileSync(path, 'utf8')).toBe(textOf([runEvent(), endedEvent()]));
    expect(existsSync(`${path}.part`)).toBe(false);
  });

  it('is read back as it was written, whatever text is in it', () => {
    const path = join(directory, 'hostile.ndjson');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (message) => {
        const journal = opened(path);
        const hostile = `${message}\u2028\r\n\0\ud800`;
        journal.write(runEvent());
        journal.write(plannedEvent('a', { title: hostile }));
        journal.close();
        const read = readJournal(path);
        expect(read.ok && read.value.instances[0]?.title).toBe(hostile);
      }),
      { numRuns: 25 },
    );
  });

  it('says when the file cannot be written', () => {
    const path = join(directory, 'a-file');
    writeFileSync(path, '');
    const result = openJournal(join(path, 'journal.ndjson'));
    expect(!result.ok && result.problems[0]?.code).toBe('journal.unwritable');
  });
});

describe('reading a journal', () => {
  it('says when the file cannot be read', () => {
    const result = readJournal(join(directory, 'absent.ndjson'));
    expect(!result.ok && result.problems[0]).toMatchObject({
      code: 'journal.unreadable',
      fix: 'name a journal that `run` wrote',
    });
  });
});
