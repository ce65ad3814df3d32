import { type Answer, policyDenial } from '../../api/index.js';
import type { Json } from '../../json/index.js';
import type { Checks } from '../../spec/index.js';
import { answerIn, type Received } from '../answered.js';
import { asksForStream } from '../asks-for-stream.js';
import { whyNotJson } from '../body/read-body.js';
import { contractFindings } from '../checks/contract.js';
import { statusFinding } from '../checks/status.js';
import { type Finding, fails, holds } from '../finding.js';
import { isJsonType } from '../header.js';
import { match } from '../matching/match.js';
import { differenceOf } from '../matching/mismatch.js';
import { policyFinding } from './policy.js';
import { streamedCompletion } from './streamed-completion.js';

/**
 * The gateway answered the call: status 200, JSON by its type and its bytes, no denial by a service policy (those come
 * with status 200 and the shape of a success), the API's contract, and an answer that says or calls something.
 */
export function completion(expected: NonNullable<Checks['completion']>, answer: Received): readonly Finding[] {
  const { api, exchange, response } = answer;
  const { body, mediaType, stream } = response;
  const status = statusFinding('completion.status', 200, answer);
  // Another status is no attempt at a completion: its body would only add noise.
  if (!status.holds) return [status];
  const asked = api !== undefined && asksForStream(exchange.request, api);
  if (stream !== undefined && asked)
    return [status, ...streamedCompletion(answer, stream), ...answerFindings(expected, answer)];
  const type = asked ? noStreamFinding(mediaType) : contentTypeFinding(mediaType);
  if (body.kind !== 'json')
    return [status, type, fails('completion.body', `The body ${whyNotJson(body)}.`, { where: '' })];
  const policy = policyFinding(policyDenial(body.value), '/databricks_service_policy');
  const contract = contractFindings('completion.contract', 'success', answer);
  const said = policy.holds ? answerFindings(expected, answer) : [];
  return [status, type, holds('completion.body', 'The body is JSON.'), policy, ...contract, ...said];
}

function noStreamFinding(mediaType: string | undefined): Finding {
  const message = `A stream was asked for, and the content type is ${mediaType ?? 'missing'}; expected text/event-stream.`;
  return fails('completion.content-type', message, { expected: 'text/event-stream', where: 'header content-type' });
}

function contentTypeFinding(mediaType: string | undefined): Finding {
  const check = 'completion.content-type';
  if (isJsonType(mediaType)) return holds(check, 'The content type is JSON.');
  const message = `The content type is ${mediaType ?? 'missing'}; expected application/json.`;
  return fails(check, message, {
    expected: 'application/json',
    where: 'header content-type',
    ...(mediaType === undefined ? {} : { found: mediaType }),
  });
}

function answerFindings(expected: NonNullable<Checks['completion']>, received: Received): readonly Finding[] {
  const answer = answerIn(received);
  if (answer === undefined) return [fails('completion.answer', 'The body holds no answer.', { where: '' })];
  const says =
    answer.text.trim() !== '' ||
    answer.toolCalls.length > 0 ||
    (answer.vectors ?? []).length > 0 ||
    (answer.refusal ?? '') !== '';
  const said = says
    ? holds('completion.answer', 'The answer has text, calls a tool, declines or is made of vectors.')
    : fails('completion.answer', 'The answer is empty: no text, no tool call, no refusal and no vector.', {
        where: '',
      });
  const named = Object.keys(answerParts) as AnswerPart[];
  return [said, ...named.flatMap((part) => (part in expected ? [partFinding(part, expected[part], answer)] : []))];
}

type AnswerPart = keyof NonNullable<Checks['completion']>;

/** What a spec may ask of an answer, and what reports call it. */
const answerParts: Readonly<
  Record<AnswerPart, { readonly subject: string; readonly of: (answer: Answer) => Json | undefined }>
> = {
  text: { subject: 'The text of the answer', of: ({ text }) => text },
  thinking: { subject: 'The thinking of the answer', of: ({ thinking }) => thinking },
  finish: { subject: 'The reason why the answer ends', of: ({ finish }) => finish },
  calls: { subject: 'The tool calls of the answer', of: ({ toolCalls }) => toolCalls.map((call) => ({ ...call })) },
  vectors: { subject: 'The vectors of the answer', of: ({ vectors }) => vectors },
};

function partFinding(part: AnswerPart, expected: unknown, answer: Answer): Finding {
  const { subject, of } = answerParts[part];
  const [mismatch] = match(expected as Json, of(answer));
  const as = part === 'calls' || part === 'vectors' ? 'are as expected' : 'is as expected';
  if (mismatch === undefined) return holds(`completion.${part}`, `${subject} ${as}.`);
  const { message, ...particulars } = differenceOf(mismatch, subject);
  return fails(`completion.${part}`, message, particulars);
}
