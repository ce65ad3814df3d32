import { examine, exitCodeOfDiagnosis, renderDiagnosis } from '../doctor/index.js';
import { type ExitCode, exitCodes } from '../problem/index.js';
import { openContracts } from './open-contracts.js';
import { findSuite, openLibrary } from './open-library.js';
import { readTool } from './package-root.js';
import { restoreFirst } from './restore-first.js';
import { sayProblems, wantsColour } from './say.js';
import { withTarget } from './with-target.js';

export interface DoctorFlags {
  readonly target: string;
}

export async function doctor(flags: DoctorFlags): Promise<ExitCode> {
  const library = await openLibrary();
  if (!library.ok) return sayProblems(library.problems);
  const suite = findSuite(library.value, 'full');
  if (!suite.ok) return sayProblems(suite.problems);
  return withTarget(flags.target, library.value.roles, async (target, signal) => {
    const unrestored = await restoreFirst(target, signal);
    const diagnosis = await examine({
      target,
      library: library.value,
      suite: suite.value,
      apis: openContracts(),
      tool: readTool(),
      signal,
    });
    const colour = wantsColour(process.env, process.stdout.isTTY);
    process.stdout.write(renderDiagnosis(diagnosis, { colour }));
    const exitCode = exitCodeOfDiagnosis(diagnosis);
    if (unrestored.length === 0) return exitCode;
    // Last, so that it is not read over: whatever else was found, these grants have to be put back.
    const own = sayProblems(unrestored);
    return exitCode === exitCodes.gateHolds ? own : exitCode;
  });
}
