import type { Checks } from '../../spec/index.js';
import type { Received } from '../answered.js';
import { type Finding, fails, holds } from '../finding.js';
import { streamFindings } from '../stream-findings.js';

/** Rules of the stream's grammar, by name. Each is judged by itself, whatever its level: the case's level decides what it weighs. */
export function checkStream(names: NonNullable<Checks['stream']>, { api, response }: Received): readonly Finding[] {
  return names.flatMap((name) => {
    const check = `stream.${name}`;
    const rule = api?.api.streamRules[name];
    if (api === undefined || rule === undefined)
      return [fails(check, `The API ${api?.api.name ?? 'of this request'} has no rule ${name} for streams.`)];
    if (response.stream === undefined)
      return [fails(check, `The answer is no event stream but ${response.mediaType ?? 'of no content type'}.`)];
    const violations = response.stream.reading.violations.filter((violation) => violation.rule === name);
    return violations.length === 0 ? [holds(check, rule.statement)] : streamFindings(check, violations);
  });
}
