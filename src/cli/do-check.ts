import { apiNames } from '../api/index.js';
import { type ExitCode, exitCodes, type Problem } from '../problem/index.js';
import { checkTarget, readTargetFile } from '../target/loading.js';
import { loadSpecs } from './open-library.js';
import { sayProblems } from './say.js';

export async function check(paths: readonly string[], targetFile: string | undefined): Promise<ExitCode> {
  const library = await loadSpecs(paths.length === 0 ? undefined : paths);
  // Roles come with the harness, so that a broken spec does not hide a broken target.
  const roles = library.ok ? library : await loadSpecs();
  const problems: Problem[] = library.ok ? [] : [...library.problems];
  if (targetFile !== undefined && roles.ok) {
    const source = readTargetFile(targetFile);
    problems.push(...(source.ok ? checkTarget(source.value, roles.value.roles, apiNames) : source.problems));
  }
  if (problems.length > 0) return sayProblems(problems);
  if (library.ok) {
    const { specs, suites, catalogue } = library.value;
    const cases = specs.reduce((sum, spec) => sum + spec.cases.length, 0);
    const target = targetFile === undefined ? '' : `, the target ${targetFile}`;
    process.stdout.write(
      `No problems in ${specs.length} specs with ${cases} cases, ${suites.size} suites, ${catalogue.requirements.size} requirements${target}.\n`,
    );
  }
  return exitCodes.gateHolds;
}
