import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExchangeEvent, type Journal, type JournalEvent, openJournal, readJournal } from './index.js';
import type { ReadOptions } from './read-journal.js';
import { summariseExchange } from './summarise-exchange.js';
import { exchangeEvent, exchangeRecord, finishedEvent, plannedEvent, runEvent } from './testing/make-events.js';

// Orders of magnitude: what is held grows by the instance, so that a little more of it fills a machine's memory.

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'journal-memory-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const finding = { check: 'status', holds: true, message: 'The status is 200, as it should be.', line: 7 };
const instanceEvents = (index: number, exchange: (instance: string) => ExchangeEvent): JournalEvent[] => {
  const instance = `area.case[greeting=hello ${index % 100},number=${Math.floor(index / 100)}]`;
  const bindings = { greeting: `hello ${index % 100}`, number: String(Math.floor(index / 100)) };
  return [
    plannedEvent(instance, { title: 'A call is answered', bindings, apis: ['chat'], tags: ['quick'] }),
    { event: 'started', instance, at: index },
    exchange(instance),
    finishedEvent(instance, 'passed', { findings: [finding, { ...finding, check: 'body' }] }),
  ];
};

/** A journal that is written as it goes, and the bytes of memory for each instance that reading it leaves behind. */
function reading(count: number, exchange: (instance: string) => ExchangeEvent, options: ReadOptions) {
  const path = join(directory, 'journal.ndjson');
  const opened = openJournal(path);
  if (!opened.ok) throw new Error('it cannot be written');
  opened.value.write(runEvent());
  for (let index = 0; index < count; index += 1)
    for (const event of instanceEvents(index, exchange)) opened.value.write(event);
  opened.value.close();
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const read = readJournal(path, options);
  collectGarbage();
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return { journal: read.value, each: (process.memoryUsage().heapUsed - before) / count, path };
}

const text = 'x'.repeat(20_000);
const large = (instance: string) =>
  exchangeEvent(instance, {
    exchange: exchangeRecord({ response: { status: 200, headers: [], body: { kind: 'text', text, bytes: 20_000 } } }),
  });
const lastBody = ({ instances }: Journal) => instances.at(-1)?.exchanges[0]?.exchange.response?.body;

describe('a journal that is read', () => {
  it('holds about a thousand bytes of an instance that passed', () => {
    const { journal, each } = reading(5_000, (instance) => summariseExchange(exchangeEvent(instance)), {});
    expect(journal.instances).toHaveLength(5_000);
    expect(each).toBeLessThan(1_600);
    expect(new Set(journal.instances.map(({ findings }) => findings)).size).toBe(1);
  });

  it('leaves exchanges that are kept in full in the file until they are asked for, when told so', () => {
    const inFile = reading(500, large, { exchanges: 'in-file' });
    expect(inFile.each).toBeLessThan(4_000);
    expect(lastBody(inFile.journal)).toEqual({ kind: 'text', text, bytes: 20_000 });
    const inMemory = reading(500, large, {});
    expect(inMemory.each).toBeGreaterThan(20_000);
    expect(inFile.journal.instances).toEqual(inMemory.journal.instances);
  });

  it('says so when the file has changed under it', () => {
    const { journal, path } = reading(5, large, { exchanges: 'in-file' });
    writeFileSync(path, '');
    expect(() => lastBody(journal)).toThrow('journal.ndjson has changed since it was read');
  });
});
