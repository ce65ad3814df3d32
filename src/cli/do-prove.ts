import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faults, neutralVariants } from '../mock/faults/index.js';
import { globMatcher } from '../plan/index.js';
import { type ExitCode, exitCodes } from '../problem/index.js';
import { openProcesses, prove } from '../prove/index.js';
import { proofOf, renderKillMatrixConsole, renderKillMatrixHtml } from '../report/index.js';
import { openLibrary } from './open-library.js';
import { readTool } from './package-root.js';
import { sayProblems, wantsColour } from './say.js';

export interface ProveFlags {
  readonly fault?: readonly string[];
  readonly out: string;
  readonly jobs?: number;
  readonly quiet?: boolean;
}

const worker = join(dirname(fileURLToPath(import.meta.url)), 'prove-worker.js');

export async function proveCommand(flags: ProveFlags): Promise<ExitCode> {
  const library = await openLibrary();
  if (!library.ok) return sayProblems(library.problems);
  const isMeant = flags.fault === undefined ? () => true : globMatcher(flags.fault);
  const chosen = faults.filter(({ id }) => isMeant(id));
  const variants = neutralVariants.filter(({ id }) => isMeant(id));
  if (chosen.length + variants.length === 0) {
    const message = `no fault and no legal variant is called ${(flags.fault ?? []).join(' or ')}`;
    return sayProblems([{ code: 'fault.not-found', message, fix: 'see `gateway-conformance mock --list-faults`' }]);
  }
  const processes = openProcesses(worker, flags.jobs ?? availableParallelism());
  try {
    const matrix = await prove({
      library: library.value,
      tool: readTool(),
      faults: chosen,
      variants,
      partial: flags.fault !== undefined,
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

function sayProgress(done: number, of: number): void {
  process.stderr.write(`\r${done} of ${of} gateways tried${done === of ? '\n' : ''}`);
}
