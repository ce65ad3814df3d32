import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globMatcher } from '../glob/index.js';
import { faults, neutralVariants } from '../mock/faults/index.js';
import { type ExitCode, exitCodes, failed, ok, type Result } from '../problem/index.js';
import { openProcesses, type ProveOptions, prove, touchedBy } from '../prove/index.js';
import { proofOf, renderKillMatrixConsole, renderKillMatrixHtml } from '../report/index.js';
import type { Library } from '../spec/index.js';
import { changedFiles } from './changed-files.js';
import { openLibrary } from './open-library.js';
import { packageRoot, readTool } from './package-root.js';
import { sayProblems, wantsColour } from './say.js';

export interface ProveFlags {
  readonly fault?: readonly string[];
  readonly changed?: boolean;
  readonly out: string;
  readonly jobs?: number;
  readonly quiet?: boolean;
}

const worker = join(dirname(fileURLToPath(import.meta.url)), 'prove-worker.js');

export async function proveCommand(flags: ProveFlags): Promise<ExitCode> {
  const library = await openLibrary();
  if (!library.ok) return sayProblems(library.problems);
  const chosen = collectionFor(flags, library.value);
  if (!chosen.ok) return sayProblems(chosen.problems);
  if (chosen.value.faults.length + chosen.value.variants.length === 0) {
    process.stdout.write('Nothing has changed that a fault could tell of.\n');
    return exitCodes.gateHolds;
  }
  const processes = openProcesses(worker, flags.jobs ?? availableParallelism());
  try {
    const matrix = await prove({
      library: library.value,
      tool: readTool(),
      ...chosen.value,
      partial: flags.fault !== undefined || flags.changed === true,
      perform: processes.perform,
      ...(flags.quiet === true || !process.stderr.isTTY ? {} : { progress: sayProgress }),
    });
    mkdirSync(flags.out, { recursive: true });
    writeFileSync(join(flags.out, 'prove.json'), `${JSON.stringify(matrix, null, 1)}\n`);
    writeFileSync(join(flags.out, 'prove.html'), renderKillMatrixHtml(matrix));
    process.stdout.write(renderKillMatrixConsole(matrix, { colour: wantsColour(process.env, process.stdout.isTTY) }));
    return proofOf(matrix).holds ? exitCodes.gateHolds : exitCodes.gateFails;
  } finally {
    processes.close();
  }
}

/** What the flags choose among everything that there is to try. */
function collectionFor(flags: ProveFlags, { specs }: Library): Result<Pick<ProveOptions, 'faults' | 'variants'>> {
  const everything = { faults, variants: neutralVariants };
  const changes = flags.changed === true ? changedFiles(packageRoot) : undefined;
  if (changes?.ok === false) return changes;
  const { faults: some, variants } = changes === undefined ? everything : touchedBy(changes.value, specs, everything);
  if (flags.fault === undefined) return ok({ faults: some, variants });
  const isMeant = globMatcher(flags.fault);
  if (![...faults, ...neutralVariants].some(({ id }) => isMeant(id))) {
    const message = `no fault and no legal variant is called ${flags.fault.join(' or ')}`;
    return failed({ code: 'fault.not-found', message, fix: 'see `gateway-conformance mock --list-faults`' });
  }
  return ok({ faults: some.filter(({ id }) => isMeant(id)), variants: variants.filter(({ id }) => isMeant(id)) });
}

function sayProgress(done: number, of: number): void {
  process.stderr.write(`\r${done} of ${of} gateways tried${done === of ? '\n' : ''}`);
}
