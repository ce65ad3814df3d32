import type { Received } from '../answered.js';
import { type Finding, fails, holds } from '../finding.js';
import { eventsIn } from '../stream.js';
import { streamFindings } from '../stream-findings.js';

/** A rule of the stream's grammar, judged by itself, whatever its level: the case's level decides what it weighs. */
export function streamRuleFindings(name: string, { api, response }: Received): readonly Finding[] {
  const check = `stream.${name}`;
  const rule = api?.api.streamRules[name];
  const { stream, mediaType } = response;
  if (api === undefined || rule === undefined)
    return [fails(check, `The API ${api?.api.name ?? 'of this request'} has no rule ${name} for streams.`)];
  if (stream === undefined) return [fails(check, whyNoStream(mediaType))];
  const broken = stream.violations.filter((violation) => violation.rule === name);
  if (broken.length > 0) return streamFindings(check, broken);
  if (stream.unsettled.some((violation) => violation.rule === name))
    return [
      fails(check, 'The harness left the stream (`abort-after`) before anybody could say whether the rule holds.'),
    ];
  // Of nothing, every rule holds: that would prove nothing.
  if (eventsIn(stream.framing) === 0) return [fails(check, 'The stream brought no event to judge by the rule.')];
  return [holds(check, rule.statement)];
}

export function whyNoStream(mediaType: string | undefined): string {
  return `The answer is no event stream but ${mediaType ?? 'of no content type'}.`;
}
