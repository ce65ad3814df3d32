import { policyDenial } from '../../api/index.js';
import { isJsonObject, type Json } from '../../json/index.js';
import type { Checks } from '../../spec/index.js';
import { answerIn, type Received, sentJson } from '../answered.js';
import { whyNotJson } from '../body/read-body.js';
import { contractFindings } from '../checks/contract.js';
import { statusFinding } from '../checks/status.js';
import { type Finding, fails, holds } from '../finding.js';
import { isJsonType } from '../header.js';
import { match } from '../matching/match.js';
import { differenceOf } from '../matching/mismatch.js';
import { streamedCompletion } from './streamed-completion.js';

/**
 * The gateway answered the call: status 200, JSON by its type and its bytes, no denial by a service policy (those come
 * with status 200 and the shape of a success), the API's contract, and an answer that says or calls something.
 */
export function completion(expected: NonNullable<Checks['completion']>, answer: Received): readonly Finding[] {
  const { body, mediaType, stream } = answer.response;
  const status = statusFinding('completion.status', 200, answer);
  // Another status is no attempt at a completion: its body would only add noise.
  if (!status.holds) return [status];
  const asked = asksForStream(answer.exchange.request.body);
  if (stream !== undefined && asked)
    return [status, ...streamedCompletion(answer, stream), ...answerFindings(expected, answer)];
  const type = asked ? noStreamFinding(mediaType) : contentTypeFinding(mediaType);
  if (body.kind !== 'json')
    return [status, type, fails('completion.body', `The body ${whyNotJson(body)}.`, { where: '' })];
  const policy = policyFinding(body.value);
  const contract = contractFindings('completion.contract', 'success', answer);
  const said = policy.holds ? answerFindings(expected, answer) : [];
  return [status, type, holds('completion.body', 'The body is JSON.'), policy, ...contract, ...said];
}

const streamField = Buffer.from('"stream"');

/** Parsed only where the word stands at all: nearly all calls do not ask for a stream. */
function asksForStream(body: Uint8Array | undefined): boolean {
  if (body === undefined || !Buffer.from(body.buffer, body.byteOffset, body.byteLength).includes(streamField))
    return false;
  const sent = sentJson(body);
  return isJsonObject(sent) && sent['stream'] === true;
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

function policyFinding(body: Json): Finding {
  const denial = policyDenial(body);
  if (denial === undefined) return holds('completion.policy', 'No service policy stepped in.');
  const policy = denial.name === undefined ? 'A service policy' : `The service policy ${denial.name}`;
  const message = `${policy} stepped in: ${denial.action}${denial.phase === undefined ? '' : ` (${denial.phase})`}.`;
  return fails('completion.policy', message, { found: denial.action, where: '/databricks_service_policy' });
}

function answerFindings(expected: NonNullable<Checks['completion']>, received: Received): readonly Finding[] {
  const answer = answerIn(received);
  if (answer === undefined) return [fails('completion.answer', 'The body holds no answer.', { where: '' })];
  const says = answer.text.trim() !== '' || answer.toolCalls.length > 0;
  const said = says
    ? holds('completion.answer', 'The answer has text or calls a tool.')
    : fails('completion.answer', 'The answer is empty: no text and no tool call.', { where: '' });
  return [
    said,
    ...('text' in expected ? [fieldFinding('text', expected.text, answer.text)] : []),
    ...('finish' in expected ? [fieldFinding('finish', expected.finish, answer.finish)] : []),
  ];
}

function fieldFinding(name: 'text' | 'finish', expected: unknown, found: Json | undefined): Finding {
  const [mismatch] = match(expected as Json, found);
  const subject = name === 'text' ? 'The text of the answer' : 'The reason why the answer ends';
  if (mismatch === undefined) return holds(`completion.${name}`, `${subject} is as expected.`);
  const { message, ...particulars } = differenceOf(mismatch, subject);
  return fails(`completion.${name}`, message, particulars);
}
