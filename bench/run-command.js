// @ts-check
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { concurrency, environment, writeInputs } from './instances.js';

const execute = promisify(execFile);

/**
 * The whole command, as a user gives it, reports included.
 * @param {string} folder where its inputs, its journal and its reports are left
 * @param {number} instances
 * @param {string} port of the server
 * @returns {Promise<{ out: string, peakMiB: number, wallMs: number }>}
 */
export async function runCommand(folder, instances, port) {
  const { spec, target } = writeInputs(folder, instances, port);
  const out = join(folder, 'reports');
  const peakFile = join(folder, 'peak');
  const started = performance.now();
  await execute(
    process.execPath,
    [
      '--import',
      new URL('report-peak.js', import.meta.url).href,
      fileURLToPath(new URL('../dist/cli/main.js', import.meta.url)),
      'run',
      ...['--suite', 'full', '--specs', spec, '--target', target, '--out', out, '--jobs', String(concurrency), '-q'],
    ],
    { env: { ...process.env, ...environment, BENCH_PEAK_FILE: peakFile } },
  );
  return { out, peakMiB: Number(readFileSync(peakFile, 'utf8')), wallMs: performance.now() - started };
}
