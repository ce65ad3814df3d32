import type { Command } from 'commander';
import { defaultFailOn, type FailOn, failOnNames } from '../../acceptance/index.js';
import { failOnList } from './fail-on-list.js';

/** Flags that say what a run is held against; the same for every command that ends with the gate's answer. */
export interface GateFlags {
  readonly baseline?: string;
  readonly knownFailures?: string;
  readonly failOn?: readonly FailOn[];
}

export function addGateOptions(command: Command): Command {
  return command
    .option(
      '--baseline <file>',
      'hold the run against an accepted one: a journal, or what `report baseline` made of it',
    )
    .option('--known-failures <file>', 'failures that are accepted for now, each with its reason')
    .option(
      '--fail-on <list>',
      `what the gate fails on (default: ${defaultFailOn.join(',')})`,
      failOnList(failOnNames, defaultFailOn),
    );
}
