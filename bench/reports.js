// @ts-check
// Reads a journal and renders each report of it: times as multiples of parsing its lines as JSON once, sizes as they are.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal } from '../dist/journal/index.js';
import { assess, renderReports } from '../dist/report/index.js';

const path = join(process.argv[2] ?? 'reports', 'journal.ndjson');

/** @template Value @param {() => Value} work @returns {{ value: Value, ms: number }} */
function timed(work) {
  const started = performance.now();
  const value = work();
  return { value, ms: performance.now() - started };
}

const parse = () => {
  for (const line of readFileSync(path, 'utf8').split('\n')) if (line !== '') JSON.parse(line);
};
parse();
const { ms: unit } = timed(parse);
const { value: read, ms: readMs } = timed(() => readJournal(path, { exchanges: 'in-file' }));
if (!read.ok) throw new Error(read.problems[0]?.message);
const { instances } = read.value;
/** @type {{ name: string, bytes: number, times: number }[]} */
const files = [{ name: 'journal.ndjson', bytes: statSync(path).size, times: readMs / unit }];
let started = performance.now();
for (const { name, chunks } of renderReports(assess(read.value))) {
  let bytes = 0;
  for (const chunk of chunks) bytes += Buffer.byteLength(chunk);
  files.push({ name, bytes, times: (performance.now() - started) / unit });
  started = performance.now();
}
process.stdout.write(`${JSON.stringify({ instances: instances.length, files })}\n`);
