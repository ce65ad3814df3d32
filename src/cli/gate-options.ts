import { type Command, InvalidArgumentError } from 'commander';
import { defaultFailOn, type FailOn, failOnNames } from '../acceptance/index.js';
import { suggestion } from '../spec/index.js';

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
    .option('--fail-on <list>', `what the gate fails on (default: ${defaultFailOn.join(',')})`, failOnList);
}

const others = ['default', 'none'];

/** `default,warnings`; `none` stands alone. */
function failOnList(text: string): readonly FailOn[] {
  const words = text.split(',').map((word) => word.trim());
  const unknown = words.find((word) => !isFailOn(word) && !others.includes(word));
  if (unknown !== undefined) {
    const all = [...failOnNames, ...others];
    throw new InvalidArgumentError(
      `\`${unknown}\` is not one of: ${all.join(', ')}; ${suggestion(unknown, all, 'separate them with commas')}`,
    );
  }
  if (words.includes('none')) {
    if (words.length > 1) throw new InvalidArgumentError('`none` stands alone');
    return [];
  }
  return [...new Set(words.flatMap((word) => (isFailOn(word) ? [word] : defaultFailOn)))];
}

function isFailOn(word: string): word is FailOn {
  return (failOnNames as readonly string[]).includes(word);
}
