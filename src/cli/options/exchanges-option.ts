import { Option } from 'commander';
import type { KeptExchanges } from '../../journal/index.js';

const choices: readonly KeptExchanges[] = ['all', 'failed', 'none'];

/** The same word for what a journal keeps and for what of it a report shows. */
export function exchangesOption(verb: string): Option {
  return new Option(
    '--exchanges <whose>',
    `whose requests and answers to ${verb} in full: of all instances, of those that did not pass (failed), of none`,
  )
    .choices(choices)
    .default('failed' satisfies KeptExchanges);
}
