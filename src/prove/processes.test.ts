import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openProcesses, type Processes } from './processes.js';
import type { Task } from './task.js';

/** Answers with its own process id, dies on `die`, and answers twice to `twice`. */
const module = join(mkdtempSync(join(tmpdir(), 'processes-')), 'worker.mjs');
writeFileSync(
  module,
  `process.on('message', ({ number, task }) => {
    if (task.id === 'die') process.exit(7);
    process.send({ number, result: { shown: [], broken: String(process.pid) } });
    if (task.id === 'twice') process.send({ number, result: { shown: [], broken: 'again' } });
  });`,
);
const task = (id: string): Task => ({ kind: 'fault', id });

let processes: Processes | undefined;
const open = (count: number) => {
  processes = openProcesses(module, count);
  return processes;
};
afterEach(() => processes?.close());

describe('processes', () => {
  it('perform many tasks, each process one at a time', async () => {
    const { perform } = open(2);
    const results = await Promise.all(Array.from({ length: 12 }, (_, index) => perform(task(String(index)))));
    const pids = new Set(results.map(({ broken }) => broken));
    expect(results).toHaveLength(12);
    expect(pids.size).toBeLessThanOrEqual(2);
    expect([...pids].every((pid) => /^\d+$/.test(pid ?? ''))).toBe(true);
  });

  it('say of a task that its process died, and perform the rest in another', async () => {
    const { perform } = open(1);
    const [dead, next] = await Promise.all([perform(task('die')), perform(task('next'))]);
    expect(dead).toEqual({ shown: [], broken: 'the process ended with 7' });
    expect(next.broken).toMatch(/^\d+$/);
  });

  it('take one answer for each task', async () => {
    const { perform } = open(1);
    const [first, second] = await Promise.all([perform(task('twice')), perform(task('plain'))]);
    expect(second.broken).toBe(first.broken);
  });
});
