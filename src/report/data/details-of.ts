import { type InstanceRecord, summariseExchange } from '../../journal/index.js';
import type { Assessment } from '../assessment.js';
import type { ReportOptions } from '../report-options.js';
import { boundedExchange, boundedFinding, weightOf } from './bounded.js';
import { detailsInChunk, type FingerprintData, type InstanceDetails } from './details.js';

/** Characters of bodies in one page: beyond it, exchanges are only summarised, so that any page can be opened. */
const mostBodies = 64 * 1024 * 1024;

/** The details of all instances, a chunk at a time. */
export function* detailsOf(
  { journal, standings }: Assessment,
  exchanges: ReportOptions['exchanges'],
): Generator<readonly InstanceDetails[]> {
  let left = mostBodies;
  const { instances } = journal;
  for (let first = 0; first < instances.length; first += detailsInChunk) {
    yield instances.slice(first, first + detailsInChunk).map((instance) => {
      const standing = standings.get(instance.id);
      // Read once: they may come from the journal's file each time.
      const sent = instance.exchanges;
      const full = left > 0 && isInFull(instance, exchanges, standing !== undefined);
      if (full) left -= sent.reduce((sum, event) => sum + weightOf(event), 0);
      return {
        bindings: instance.bindings,
        ...(instance.reason === undefined ? {} : { reason: instance.reason }),
        findings: instance.findings.map(boundedFinding),
        ...(instance.observed === undefined ? {} : { observed: instance.observed }),
        ...(standing === undefined ? {} : { standing }),
        exchanges: sent.map(full ? boundedExchange : summariseExchange),
      };
    });
  }
}

/** What is characterised, with what of it is not as it was accepted. */
export function fingerprintsOf({ journal, standings }: Assessment): readonly FingerprintData[] {
  return journal.instances.flatMap(({ id, observed }, index) => {
    if (observed === undefined) return [];
    const standing = standings.get(id);
    return [{ index, observed, ...(standing === undefined ? {} : { standing }) }];
  });
}

function isInFull(
  { verdict, flaky }: InstanceRecord,
  which: ReportOptions['exchanges'],
  hasStanding: boolean,
): boolean {
  switch (which) {
    case 'all':
      return true;
    case 'none':
      return false;
    case 'failed':
      return flaky || hasStanding || !['passed', 'observed', 'skipped'].includes(verdict);
  }
}
