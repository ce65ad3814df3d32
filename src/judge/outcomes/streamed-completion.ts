import type { Received } from '../answered.js';
import { type Finding, fails, holds } from '../finding.js';
import type { StreamAnswer } from '../stream.js';
import { endInWords } from '../stream-end.js';
import { streamFindings } from '../stream-findings.js';
import { policyFinding } from './policy.js';

/**
 * The gateway answered the call as a stream: sent as an event stream, framed so that every client sees every event, in
 * the order that the API's grammar demands (its MUST rules), and ended by the terminal event. What the grammar only
 * recommends is for specs to ask for by name (`stream:`).
 */
export function streamedCompletion({ response }: Received, stream: StreamAnswer): readonly Finding[] {
  const { headerFaults, faults, violations, denial } = stream;
  const headers = headerFaults.map(({ message }) =>
    fails('completion.content-type', message, { where: 'header content-type' }),
  );
  const framing = faults.map(({ message, frame }) => fails('completion.framing', message, { where: `frame ${frame}` }));
  const broken = violations.filter(({ level }) => level === 'MUST');
  const grammar = streamFindings('completion.grammar', broken);
  return [
    ...orHolds(headers, 'completion.content-type', `The content type is ${response.mediaType}.`),
    ...orHolds(
      framing,
      'completion.framing',
      `The stream is framed as clients read it (${stream.framing.frames.length} frames).`,
    ),
    ...orHolds(grammar, 'completion.grammar', 'The events follow the grammar of the API.'),
    endFinding(stream),
    policyFinding(denial, `frame ${denial?.frame ?? 0}`),
  ];
}

function endFinding(stream: StreamAnswer): Finding {
  const check = 'completion.end';
  const how = endInWords(stream);
  switch (stream.end) {
    case 'complete':
      return holds(check, `${how}.`);
    case 'error':
      return fails(check, `${how}.`, { where: `frame ${stream.reading.error?.frame ?? 0}` });
    case 'cut':
      return fails(check, `${how}.`);
    case 'aborted':
      return fails(check, `${how}: an aborted stream is no completion.`);
  }
}

function orHolds(findings: readonly Finding[], check: string, message: string): readonly Finding[] {
  return findings.length > 0 ? findings : [holds(check, message)];
}
