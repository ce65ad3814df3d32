import { Command, CommanderError } from 'commander';
import { type ExitCode, exitCodes } from '../problem/index.js';
import { addCheckCommand } from './check.js';
import { addDoctorCommand } from './doctor.js';
import { addGrantsCommand } from './grants.js';
import { addInitCommand } from './init.js';
import { addListCommand } from './list.js';
import { addMockCommand } from './mock.js';
import { readTool } from './package-root.js';
import { addProveCommand } from './prove.js';
import { addReportCommand } from './report/report.js';
import { addRunCommand } from './run.js';
import { sayDefect } from './say.js';

const commands = [
  addRunCommand,
  addListCommand,
  addCheckCommand,
  addDoctorCommand,
  addGrantsCommand,
  addInitCommand,
  addMockCommand,
  addProveCommand,
  addReportCommand,
];

/** Does what a user types behind `gateway-conformance`; gives no exit code but sets that of the process. */
export async function perform(parameters: readonly string[]): Promise<void> {
  try {
    await program().parseAsync(parameters, { from: 'user' });
  } catch (error) {
    process.exitCode = error instanceof CommanderError ? exitCodeOfUsage(error) : sayDefect(error);
  }
}

function program(): Command {
  const program = new Command('gateway-conformance')
    .description('Conformance and contract tests for the Databricks Unity AI Gateway and its model services.')
    .version(readTool().version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showHelpAfterError('(run with --help for usage)')
    .exitOverride()
    .addHelpText(
      'after',
      `
Exit codes:
  0    the gate holds
  1    the gate does not hold
  2    the input is wrong: a spec, a suite, a target, a flag
  3    the target could not be tested
  4    too little was proved
  130  interrupted`,
    );
  for (const add of commands) add(program);
  return program;
}

/** Commander has told the user already; --help and --version end here too, with 0. */
function exitCodeOfUsage(error: CommanderError): ExitCode {
  return error.exitCode === 0 ? exitCodes.gateHolds : exitCodes.inputWrong;
}
