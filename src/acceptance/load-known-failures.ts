import { ok, type Place, type Problem, type Result } from '../problem/index.js';
import type { YamlSource } from '../spec/index.js';
import { checkShape, readYamlFile } from '../spec/loading.js';
import type { KnownFailureEntry } from './known-failures.js';
import { KnownFailuresSchema } from './known-failures-schema.js';

/** Reads and checks a file of known failures. That two of them mean the same instance shows only beside a plan. */
export function readKnownFailures(path: string): Result<readonly KnownFailureEntry[]> {
  const source = readYamlFile(path);
  return source.ok ? loadKnownFailures(source.value) : source;
}

export function loadKnownFailures(source: YamlSource): Result<readonly KnownFailureEntry[]> {
  const shaped = checkShape(source, KnownFailuresSchema);
  if (!shaped.ok) return shaped;
  const entries = shaped.value['known-failures'];
  const problems = entries.flatMap(({ instance, expires }, index): Problem[] => {
    const earlier = entries.findIndex((other) => other.instance === instance);
    return [
      ...(expires === undefined || isDay(expires) ? [] : [noSuchDay(source, index, expires)]),
      ...(earlier === index ? [] : [twice(source, index, placeOf(source, earlier).line)]),
    ];
  });
  if (problems.length > 0) return { ok: false, problems };
  return ok(entries.map((entry, index) => ({ ...entry, place: placeOf(source, index) })));
}

function placeOf(source: YamlSource, index: number): Place {
  return source.place(['known-failures', index, 'instance']);
}

/** `2027-02-30` has the form of a day and is none. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function noSuchDay(source: YamlSource, index: number, expires: string): Problem {
  return {
    code: 'known-failures.no-such-day',
    message: `no calendar has a day ${expires}`,
    place: source.place(['known-failures', index, 'expires']),
    fix: 'write the last day on which it counts, such as 2027-01-31',
  };
}

function twice(source: YamlSource, index: number, line: number): Problem {
  return {
    code: 'known-failures.twice',
    message: `the same instances stand on line ${line} already`,
    place: placeOf(source, index),
    fix: 'remove one of the two',
  };
}
