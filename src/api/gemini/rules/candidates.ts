import { isJsonObject, type Json, type JsonObject } from '../../../json/index.js';
import { listAt, objectAt } from '../../fields.js';
import { ofObject } from '../../rules/index.js';
import type { Violation } from '../../violation.js';
import { unexpected, violationsIn } from '../../violation.js';

export interface Candidate {
  readonly candidate: JsonObject;
  /** Empty where the candidate has none: what is missing then shows as missing. */
  readonly content: JsonObject;
  readonly at: string;
}

/** A rule about every candidate. A body without any breaks it: a rule with nothing to look at proves nothing. */
export function ofCandidates(
  check: (candidate: Candidate) => readonly Violation[],
): (body: Json) => readonly Violation[] {
  return ofObject((body) => {
    const candidates = listAt(body, 'candidates');
    if (candidates === undefined || candidates.length === 0)
      return [unexpected('/candidates', body['candidates'], 'a list of at least one candidate')];
    return violationsIn(candidates, (candidate, position) => {
      const at = `/candidates/${position}`;
      if (!isJsonObject(candidate)) return [unexpected(at, candidate, 'an object')];
      return check({ candidate, content: objectAt(candidate, 'content') ?? {}, at });
    });
  });
}

/** The JSON of protocol buffers leaves a number out that is 0. */
export function indexOf(candidate: Json): Json {
  return isJsonObject(candidate) ? (candidate['index'] ?? 0) : null;
}

export const candidatesIndexed = ofObject((body) => {
  const candidates = listAt(body, 'candidates') ?? [];
  if (candidates.length === 0)
    return [unexpected('/candidates', body['candidates'], 'a list of at least one candidate')];
  const seen = new Set<Json>();
  return violationsIn(candidates, (candidate, position) => {
    const index = indexOf(candidate);
    const holds = typeof index === 'number' && Number.isInteger(index) && index >= 0 && index < candidates.length;
    const legal = holds && !seen.has(index);
    seen.add(index);
    const expected =
      candidates.length === 1 ? '0' : `a number from 0 to ${candidates.length - 1} that no other candidate has`;
    return legal
      ? []
      : [
          unexpected(
            `/candidates/${position}/index`,
            isJsonObject(candidate) ? candidate['index'] : candidate,
            expected,
          ),
        ];
  });
});
