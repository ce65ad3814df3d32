import type { Command } from 'commander';
import type { DoctorFlags } from './do-doctor.js';

export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('look a target over: URLs, credentials, model services, grants, and what a run could prove')
    .option(
      '-t, --target <target>',
      'mock (the simulated account), env (DATABRICKS_* variables), or a target file',
      'mock',
    )
    .addHelpText(
      'after',
      `
Exit codes: 0 all is as the target says, 1 something differs, 3 something cannot be tested.

Examples:
  $ gateway-conformance doctor --target production.yaml
  $ gateway-conformance doctor --target env`,
    )
    .action(async (flags: DoctorFlags) => {
      const { doctor } = await import('./do-doctor.js');
      process.exitCode = await doctor(flags);
    });
}
