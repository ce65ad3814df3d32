import { type ExitCode, exitCodes } from '../problem/index.js';
import { restoreGrants } from '../run/index.js';
import { openLibrary } from './open-library.js';
import { readTool } from './package-root.js';
import { sayProblems } from './say.js';
import { sentenceOf } from './say-restored.js';
import { withTarget } from './with-target.js';

export interface RestoreFlags {
  readonly target: string;
  readonly force?: boolean;
}

export async function restoreCommand(flags: RestoreFlags): Promise<ExitCode> {
  const library = await openLibrary();
  if (!library.ok) return sayProblems(library.problems);
  return withTarget(flags.target, library.value.roles, async (target, signal) => {
    const { restored, problems, elsewhere } = await restoreGrants({
      target,
      tool: readTool(),
      signal,
      evenIfUnderWay: flags.force === true,
    });
    for (const one of restored) process.stdout.write(`${sentenceOf(one)}\n`);
    if (elsewhere > 0)
      process.stdout.write(`Left alone: ${elsewhere} records of changes made through other workspaces.\n`);
    if (problems.length > 0) return sayProblems(problems);
    if (restored.length + elsewhere === 0) process.stdout.write('No changed grants are on record.\n');
    return exitCodes.gateHolds;
  });
}
