// @ts-check
// Prints ratios of the harness to a bare loop in the same run; absolute times say more about the machine.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { concurrency, count } from './instances.js';
import { runCommand } from './run-command.js';

const rounds = 5;
const many = 100_000;
const reported = 10_000;
const execute = promisify(execFile);
/** @param {string} file */
const path = (file) => fileURLToPath(new URL(file, import.meta.url));
/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const server = spawn(process.execPath, [path('server.js')], { stdio: ['ignore', 'pipe', 'inherit'] });
const [chunk] = await once(server.stdout, 'data');
const port = String(chunk).trim();

/**
 * @template Value
 * @param {(folder: string) => Promise<Value>} work
 */
async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-conformance-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a report costs to make, and how large it is. @param {string} out */
async function costOfReports(out) {
  const { stdout } = await execute(process.execPath, [path('reports.js'), out]);
  /** @type {{ instances: number, files: { name: string, bytes: number, times: number }[] }} */
  const { instances, files } = JSON.parse(stdout);
  return files.map(({ name, bytes, times }) => {
    const size = `${(bytes / 1024 / 1024).toFixed(2)} MiB`;
    return `  ${name.padEnd(16)} ${size.padStart(10)}  ${Math.round(bytes / instances)} bytes each  ${times.toFixed(1)}`;
  });
}

/** How soon the HTML report can be read and searched. @param {string} out */
async function costOfPage(out) {
  const { stdout } = await execute(process.execPath, [path('page.js'), out]);
  /** @type {{ paint: number, app: number, search: number } | null} */
  const times = JSON.parse(stdout);
  if (times === null) return 'no Chromium is here to open it';
  const { paint, app, search } = times;
  return `painted after ${Math.round(paint)} ms, the list there after ${Math.round(app)} ms, a search answered in ${Math.round(search)} ms`;
}

/** @param {string} script @returns {Promise<{ wallMs: number, cpuMs: number, peakMiB: number }>} */
async function costOf(script) {
  const { stdout } = await execute(process.execPath, [path(script), port]);
  return JSON.parse(stdout);
}

/** @param {readonly string[]} parameters */
async function startUp(parameters) {
  const started = performance.now();
  await execute(process.execPath, [...parameters]);
  return performance.now() - started;
}

const bare = [];
const harness = [];
for (let round = 0; round < rounds; round += 1) {
  bare.push(await costOf('bare-loop.js'));
  harness.push(await costOf('harness.js'));
}
const large = await inFolder((folder) => runCommand(folder, many, port));
const { reports, page } = await inFolder(async (folder) => {
  const { out } = await runCommand(folder, reported, port);
  return { reports: await costOfReports(out), page: await costOfPage(out) };
});
server.kill();

const main = path('../dist/cli/main.js');
const starts = { empty: [], version: [], list: [] };
for (let round = 0; round < rounds; round += 1) {
  starts.empty.push(await startUp(['-e', '0']));
  starts.version.push(await startUp([main, '--version']));
  starts.list.push(await startUp([main, 'list', '--suite', 'smoke']));
}

/** @param {'wallMs' | 'cpuMs'} key */
const ratio = (key) => median(harness.map((cost, round) => cost[key] / (bare[round]?.[key] ?? Number.NaN))).toFixed(2);
const peak = (/** @type {{ peakMiB: number }[]} */ costs) =>
  `${Math.round(median(costs.map(({ peakMiB }) => peakMiB)))} MiB`;
const start = (/** @type {number[]} */ values) => (median(values) / median(starts.empty)).toFixed(2);

process.stdout.write(`${count} chat instances, ${concurrency} at once; medians of ${rounds} rounds, harness : bare loop
  CPU time     ${ratio('cpuMs')}
  wall time    ${ratio('wallMs')}
  peak memory  ${peak(harness)} : ${peak(bare)}
start-up, against an empty Node process
  --version    ${start(starts.version)}
  list         ${start(starts.list)}
the command \`run\` with ${many} instances, reports included
  peak memory  ${Math.round(large.peakMiB)} MiB
files of ${reported} instances: size, and time to read or to write in that of parsing the journal as JSON
${reports.join('\n')}
the HTML report of them, in Chromium
  ${page}
`);
