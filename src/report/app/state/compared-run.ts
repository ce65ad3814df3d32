import type { Cause } from '../../cause.js';
import type { ComparedInstance, ComparedRun } from '../../compare/compared-run.js';
import type { FingerprintData } from '../../data/details.js';
import type { Row } from '../../data/row.js';
import { isGap } from '../../gate/part.js';
import type { Run } from './report.js';

/** What the page knows of a run, as a comparison needs it. */
export function comparedRunOf({ data, rows }: Run, fingerprints: readonly FingerprintData[]): ComparedRun {
  const observed = new Map(fingerprints.map((one) => [one.index, one.observed]));
  const waits = new Map(data.waits);
  const { tool, part } = data;
  return {
    label: data.name,
    suite: data.suite,
    target: data.target.name,
    specsDigest: data.specsDigest,
    tool: `${tool.name} ${tool.version}`,
    startedAt: data.startedAt,
    end: data.end,
    ...(part === undefined ? {} : { part }),
    problems: data.problems.filter((problem) => !isGap(problem)).map(({ message }) => message),
    instances: rows.map((row): ComparedInstance => {
      const cause = causeOf(row, data.causes);
      const fingerprint = observed.get(row.index);
      const waited = (waits.get(row.index) ?? []).reduce((sum, { from, to }) => sum + to - from, 0);
      const { id, title, level, requirements, verdict } = row;
      return {
        id,
        title,
        level,
        requirements,
        verdict,
        ...(cause === undefined ? {} : { cause }),
        ...(fingerprint === undefined ? {} : { observed: fingerprint }),
        // As of a journal: requests that waited at the same time each count.
        ...(row.startedAt === undefined || waited > row.durationMs ? {} : { tookMs: row.durationMs - waited }),
      };
    }),
  };
}

/** What was never tried has no cause among those of the run, and a reason all the same. */
function causeOf({ cause, notRun, reason, message }: Row, causes: readonly Cause[]): Cause | undefined {
  if (cause !== undefined) return causes[cause];
  return notRun && reason !== undefined ? { code: reason, message } : undefined;
}
