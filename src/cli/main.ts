#!/usr/bin/env node
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
import { addReportCommand } from './report.js';
import { addRunCommand } from './run.js';
import { sayDefect } from './say.js';

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

for (const add of [
  addRunCommand,
  addListCommand,
  addCheckCommand,
  addDoctorCommand,
  addGrantsCommand,
  addInitCommand,
  addMockCommand,
  addProveCommand,
  addReportCommand,
])
  add(program);

// `| head` closes the pipe when it has seen enough: whoever reads no further is told nothing more.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError ? exitCodeOfUsage(error) : sayDefect(error);
}

/** Commander has told the user already; --help and --version end here too, with 0. */
function exitCodeOfUsage(error: CommanderError): ExitCode {
  return error.exitCode === 0 ? exitCodes.gateHolds : exitCodes.inputWrong;
}
