import type { InstanceRecord } from '../../journal/index.js';
import { headlineOf } from '../outcome.js';
import { visibleLine } from '../visible.js';
import { driftLines } from './drift-words.js';
import type { KnownFailure, Standing } from './standing.js';

/** One line on how an instance stands against what was accepted; `instance` is what became of it, if it was planned. */
export function standingInWords(standing: Standing, instance: InstanceRecord | undefined): string {
  switch (standing.kind) {
    case 'known-failure':
      return knownInWords(standing.known);
    case 'expired':
      return `it is a known failure no more: ${knownInWords(standing.known)}`;
    case 'stale':
      return `it holds, and is a known failure: remove or narrow the entry (${knownInWords(standing.known)})`;
    case 'new-failure':
      return 'it is not accepted as failing';
    case 'lost':
      return instance === undefined
        ? `it was ${standing.was}, and there is no such instance any longer`
        : `it was ${standing.was}, and is ${instance.verdict}: ${headlineOf(instance)}`;
    case 'drifted':
      return driftLines(standing.drifts).join('; ');
    default:
      return standing satisfies never;
  }
}

/** `Waits for the new name service. https://github.com/owner/repo/issues/1 (until 2027-01-31)` */
function knownInWords({ reason, link, expires }: KnownFailure): string {
  return visibleLine(
    [reason, link, expires === undefined ? undefined : `(until ${expires})`].filter(Boolean).join(' '),
  );
}
