import { type Command, Option } from 'commander';
import type { Filters } from '../../plan/index.js';

/** Flags that say what to run and on what; the same for every command that plans. */
export interface SelectionFlags {
  readonly suite: string;
  readonly target: string;
  readonly specs?: string[];
  readonly case?: string[];
  readonly api?: string[];
  readonly tag?: string[];
  readonly requirement?: string[];
}

export function addSelectionOptions(command: Command): Command {
  return command
    .option('-s, --suite <name>', 'which suite to run: smoke, gate, grants, full', 'full')
    .option(
      '-t, --target <target>',
      'mock (the simulated account), env (DATABRICKS_* variables), or a target file',
      'mock',
    )
    .addOption(new Option('--specs <paths...>', "specs of your own, as files or folders, instead of the harness's"))
    .addOption(new Option('-c, --case <globs...>', 'only cases or instances whose id matches, such as naming.*'))
    .addOption(
      new Option('-a, --api <globs...>', 'only instances that call one of these APIs, such as gemini or chat*'),
    )
    .addOption(new Option('--tag <tags...>', 'only cases with one of these tags'))
    .addOption(new Option('-r, --requirement <globs...>', 'only cases that verify one of these, such as PERM-*'));
}

export function filtersOf(flags: SelectionFlags): Filters {
  return {
    ...(flags.case === undefined ? {} : { cases: flags.case }),
    ...(flags.api === undefined ? {} : { apis: flags.api }),
    ...(flags.tag === undefined ? {} : { tags: flags.tag }),
    ...(flags.requirement === undefined ? {} : { requirements: flags.requirement }),
  };
}
