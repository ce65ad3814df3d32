// What the action of action.yml runs. Its inputs come as variables, so that none of them is ever read as a command.
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { exitCodes } from '../dist/problem/index.js';

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const input = (name) => (process.env[`INPUT_${name}`] ?? '').trim();
const flag = (name, value) => (value === '' ? [] : [name, value]);

/** `--max-requests 200`: a flag and, after the first space, its value as it is. */
const furtherFlags = input('ARGS')
  .split('\n')
  .flatMap((line) => line.trim().split(/(?<=^\S+)\s+(.*)$/, 2))
  .filter((word) => word !== '');

const out = input('OUT') || 'reports';
const parameters = [
  'run',
  ...flag('--target', input('TARGET')),
  ...flag('--suite', input('SUITE')),
  ...flag('--baseline', input('BASELINE')),
  ...flag('--known-failures', input('KNOWN_FAILURES')),
  ...flag('--out', out),
  ...furtherFlags,
];

const run = spawn(process.execPath, [main, ...parameters], { stdio: 'inherit' });
// A job that is cancelled tells only this process; what the run has changed is then still cleaned up.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => run.kill(signal));
run.on('close', (code, signal) => {
  const exitCode = code ?? 128 + constants.signals[signal];
  const [name = 'crashed'] = Object.entries(exitCodes).find(([, known]) => known === exitCode) ?? [];
  const verdict = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const outputs = { 'exit-code': exitCode, verdict, reports: out };
  const lines = Object.entries(outputs).map(([key, value]) => `${key}=${value}\n`);
  if (process.env['GITHUB_OUTPUT']) appendFileSync(process.env['GITHUB_OUTPUT'], lines.join(''));
});
