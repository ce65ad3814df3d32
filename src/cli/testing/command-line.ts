import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../package-root.js';
import { type Finished, inPlaceOfProcess } from './in-place-of-process.js';

export type { Finished };

export interface Running {
  readonly process: ChildProcess;
  readonly finished: Promise<Finished>;
}

export interface StartOptions {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Another script than the command line of this build. */
  readonly script?: string;
}

// What users run is the build, which `npm test` makes first.
const main = join(packageRoot, 'dist', 'cli', 'main.js');
const program = join(packageRoot, 'dist', 'cli', 'program.js');
if (!existsSync(main)) throw new Error('there is no build to test: run `npm run build`');

/** Starts the command line as a user would, with nothing inherited that could change what it says. */
export function start(parameters: readonly string[], options: StartOptions = {}): Running {
  const child = spawn(process.execPath, [options.script ?? main, ...parameters], {
    cwd: options.cwd ?? temporaryFolder(),
    env: { ...plainEnvironment(), ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  const finished = new Promise<Finished>((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
  return { process: child, finished };
}

/**
 * Does what the same command line does, by the code of the same build, within the process of the tests: to load the code
 * takes longer than most commands. It is for whatever ends by itself; what is interrupted, killed or served needs `start`.
 */
export async function commandLine(
  parameters: readonly string[],
  { cwd = temporaryFolder(), environment = {} }: Pick<StartOptions, 'cwd' | 'environment'> = {},
): Promise<Finished> {
  const { perform } = (await import(program)) as typeof import('../program.js');
  return inPlaceOfProcess({ cwd, environment: { ...plainEnvironment(), ...environment } }, () => perform(parameters));
}

/** Nothing that could change what a command says, and a home without a login. */
function plainEnvironment(): Record<string, string | undefined> {
  return { PATH: process.env['PATH'], TMPDIR: tmpdir(), HOME: temporaryFolder(), NO_COLOR: '1' };
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'gateway-conformance-'));
}

/** Writes a file into a folder of its own and gives its path. */
export function temporaryFile(name: string, text: string): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

export interface ReportedInstance {
  readonly instance: string;
  readonly verdict: string;
  readonly findings: readonly { readonly check: string; readonly holds: boolean; readonly message: string }[];
}

/** What a journal says became of each instance. */
export function verdictsIn(folder: string): readonly ReportedInstance[] {
  const lines = readFileSync(join(folder, 'journal.ndjson'), 'utf8').trimEnd().split('\n');
  return lines
    .map((line) => JSON.parse(line) as { event: string } & ReportedInstance)
    .filter(({ event }) => event === 'finished');
}
