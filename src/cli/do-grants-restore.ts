import { type ExitCode, exitCodes } from '../problem/index.js';
import { restoreGrants } from '../run/index.js';
import { openLibrary } from './open-library.js';
import { openTarget } from './open-target.js';
import { readTool } from './package-root.js';
import { sayProblems } from './say.js';
import { sentenceOf } from './say-restored.js';
import { watchInterrupts } from './watch-interrupts.js';

export interface RestoreFlags {
  readonly target: string;
  readonly force?: boolean;
}

export async function restoreCommand(flags: RestoreFlags): Promise<ExitCode> {
  const library = await openLibrary();
  if (!library.ok) return sayProblems(library.problems);
  const opened = await openTarget(flags.target, library.value.roles, process.env);
  if (!opened.ok) return sayProblems(opened.problems);
  const { target, close } = opened.value;
  const interrupts = watchInterrupts();
  try {
    const { restored, problems, elsewhere } = await restoreGrants({
      target,
      tool: readTool(),
      signal: interrupts.signal,
      evenIfUnderWay: flags.force === true,
    });
    for (const one of restored) process.stdout.write(`${sentenceOf(one)}\n`);
    if (elsewhere > 0)
      process.stdout.write(`Left alone: ${elsewhere} records of changes made through other workspaces.\n`);
    if (problems.length > 0) return sayProblems(problems);
    if (restored.length + elsewhere === 0) process.stdout.write('No changed grants are on record.\n');
    return exitCodes.gateHolds;
  } finally {
    interrupts.stop();
    await close();
  }
}
