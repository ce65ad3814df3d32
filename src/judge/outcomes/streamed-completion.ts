import type { Received } from '../answered.js';
import { type Finding, fails, holds } from '../finding.js';
import type { StreamAnswer } from '../stream.js';
import { streamFindings } from '../stream-findings.js';

/**
 * The gateway answered the call as a stream: sent as an event stream, framed so that every client sees every event, in
 * the order that the API's grammar demands (its MUST rules), and ended by the terminal event. What the grammar only
 * recommends is for specs to ask for by name (`stream:`).
 */
export function streamedCompletion({ response }: Received, stream: StreamAnswer): readonly Finding[] {
  const { headerFaults, faults, reading, denial } = stream;
  const headers = headerFaults.map(({ message }) =>
    fails('completion.content-type', message, { where: 'header content-type' }),
  );
  const framing = faults.map(({ message, frame }) => fails('completion.framing', message, { where: `frame ${frame}` }));
  const broken = reading.violations.filter(({ level }) => level === 'MUST');
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
    denial === undefined
      ? holds('completion.policy', 'No service policy stepped in.')
      : fails('completion.policy', `A service policy stepped in: ${denial.action}.`, { found: denial.action }),
  ];
}

function endFinding({ reading }: StreamAnswer): Finding {
  switch (reading.end) {
    case 'complete':
      return holds('completion.end', 'The stream ended with its terminal event.');
    case 'error':
      return fails(
        'completion.end',
        `The stream ended with an error: ${reading.error?.message ?? 'without a message'}.`,
        {
          where: `frame ${reading.error?.frame ?? 0}`,
        },
      );
    case 'cut':
      return fails('completion.end', 'The stream ended without its terminal event.');
  }
}

function orHolds(findings: readonly Finding[], check: string, message: string): readonly Finding[] {
  return findings.length > 0 ? findings : [holds(check, message)];
}
