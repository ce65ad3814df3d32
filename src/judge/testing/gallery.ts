import { notSubmitted, type StatementProgress } from '../../api/index.js';
import { calling, choice, completion, functionCall, message, toolUse } from '../../api/testing/bodies.js';
import { type Answered, answered } from '../answered.js';
import { answer, databricks, reset } from './answers.js';

const blocked = completion({
  choices: [choice({ finish_reason: 'content_filter' }, { role: 'assistant', content: 'This request was blocked.' })],
  databricks_service_policy: { name: 'block-jailbreak', action: 'deny', phase: 'pre_call', reason: 'x' },
});
const denial = "User does not have EXECUTE on Model Service 'main.models.chat'.";
const blockedAfter = { name: 'block-pii', action: 'deny', phase: 'post_call' };
const blockedChunk = {
  id: 'x',
  object: 'chat.completion.chunk',
  created: 0,
  choices: [{ index: 0, delta: { role: 'assistant', content: 'Blocked.' }, finish_reason: 'content_filter' }],
  databricks_service_policy: blockedAfter,
};
const openingChunk = {
  id: 'x',
  object: 'chat.completion.chunk',
  created: 0,
  model: 'some-model',
  choices: [{ index: 0, delta: { role: 'assistant', content: 'Hello.' }, finish_reason: null }],
};
const sent = (event: object) => `data: ${JSON.stringify(event)}\n\n`;
const asksForStream = { model: 'some-model', stream: true };
const blockedEvent = { type: 'response.completed', response: { output: [], databricks_service_policy: blockedAfter } };
const hidden = "'main.models.chat' does not exist";
const html = { 'content-type': 'text/html; charset=utf-8' };
const page = '<!doctype html><html><head><title>Login</title></head><body>Sign in</body></html>';
const plain = { 'content-type': 'text/plain' };
const json = { 'content-type': 'application/json' };
const stream = { 'content-type': 'text/event-stream' };
const chunk = 'data: {"object":"chat.completion.chunk","choices":[]}\n\ndata: [DONE]\n\n';

const ended: StatementProgress = { ...notSubmitted, id: 's-1', next: { kind: 'nothing' } };
const refusedModel = { code: 'BAD_REQUEST', message: '[REMOTE_FUNCTION_HTTP_FAILED_ERROR] It failed with code 404.' };
const syntaxError = { code: 'BAD_REQUEST', message: "[PARSE_SYNTAX_ERROR] Syntax error at or near 'SELEC'." };

function statement(progress: StatementProgress): Answered {
  return answered(answer({ json: { statement_id: 's-1' }, api: 'none' }).exchange, undefined, progress);
}

/** One of every kind of answer that a gateway gives, or might. */
export const gallery: Readonly<Record<string, Answered>> = {
  'chat completion': answer({ json: completion() }),
  'chat completion that calls a tool': answer({ json: calling([functionCall()]) }),
  message: answer({ json: message(), api: 'messages' }),
  'message that calls a tool': answer({
    json: message({ content: [toolUse], stop_reason: 'tool_use' }),
    api: 'messages',
  }),
  'message on the path of chat': answer({ json: message() }),
  'completion on the path of no API': answer({ json: completion(), api: 'none' }),
  'completion that says nothing': answer({
    json: completion({ choices: [choice({}, { role: 'assistant', content: ' ' })] }),
  }),
  'completion without usage': answer({ json: completion({ usage: 'none' }) }),
  'completion sent as text/plain': answer({ text: JSON.stringify(completion()), headers: plain }),
  'completion with status 201': answer({ status: 201, json: completion() }),
  'completion with status 403': answer({ status: 403, json: completion() }),
  'completion with status 404 and an error': answer({
    status: 404,
    json: { ...completion(), error_code: 'NOT_FOUND', message: hidden },
  }),
  'completion with status 403 and an error': answer({
    status: 403,
    json: { ...completion(), error: { message: denial } },
  }),
  'completion with status 403 behind a byte order mark': answer({
    status: 403,
    text: `\uFEFF${JSON.stringify(completion())}`,
    headers: json,
  }),
  'completion with status 403 as a JSON string': answer({ status: 403, json: JSON.stringify(completion()) }),
  'completion with status 403 in gzip': answer({
    status: 403,
    bytes: new Uint8Array([0x1f, 0x8b, 8]),
    headers: { ...json, 'content-encoding': 'gzip' },
  }),
  'completion cut in the middle': answer({ text: JSON.stringify(completion()).slice(0, 80), headers: json }),
  'completion behind a byte order mark': answer({ text: `\uFEFF${JSON.stringify(completion())}`, headers: json }),
  'completion in Latin-1': answer({
    bytes: Buffer.from(JSON.stringify(completion()).replace('Hello', 'Allô'), 'latin1'),
    headers: json,
  }),
  'completion in gzip': answer({
    bytes: new Uint8Array([0x1f, 0x8b, 8]),
    headers: { ...json, 'content-encoding': 'gzip' },
  }),
  'stream of a completion': answer({ text: chunk, headers: stream }),
  'stream sent as JSON with status 403': answer({ status: 403, text: chunk, headers: json }),
  '200 {}': answer({ json: {} }),
  '200 of an unknown API': answer({ json: { generations: [{ text: 'Hello.' }] } }),
  '200 without a body': answer({}),
  '204 without a body': answer({ status: 204 }),
  '200 with a login page': answer({ text: page, headers: html }),
  '200 with an error': answer({ json: databricks('PERMISSION_DENIED', denial) }),
  '200 of a service policy': answer({ json: blocked }),
  '200 of a service policy, on the path of no API': answer({ json: blocked, api: 'none' }),
  '200 of a service policy, as text': answer({ text: JSON.stringify(blocked), headers: plain }),
  '200 of a service policy, in a message': answer({
    json: message({ databricks_service_policy: blockedAfter }),
    api: 'messages',
  }),
  '200 of a service policy that does something unknown': answer({
    json: completion({ databricks_service_policy: { action: 'ask' } }),
  }),
  '200 of a service policy that let the call pass': answer({
    json: completion({ databricks_service_policy: { action: 'allow' } }),
  }),
  '201 of a service policy': answer({ status: 201, json: blocked }),
  '403 of a service policy': answer({ status: 403, json: blocked }),
  'stream of a service policy': answer({ text: sent(blockedChunk), headers: stream, sent: asksForStream }),
  'stream of a service policy behind an answer': answer({
    text: `${sent(openingChunk)}${sent(blockedChunk)}`,
    headers: stream,
    sent: asksForStream,
  }),
  'stream of a service policy that spells its key with an escape': answer({
    text: sent(blockedChunk).replace('databricks_service', '\\u0064atabricks_service'),
    headers: stream,
    sent: asksForStream,
  }),
  'stream of a service policy in the response of an event': answer({
    text: sent(blockedEvent),
    headers: stream,
    sent: asksForStream,
    api: 'responses',
  }),
  '303 to a login page': answer({ status: 303, headers: { location: '/login' } }),
  '400 for an unknown field': answer({
    status: 400,
    json: databricks('BAD_REQUEST', 'Bad request: json: unknown field "x"'),
  }),
  '400 Invalid Token': answer({ status: 400, text: 'Invalid Token', headers: plain }),
  '401 without a credential': answer({
    status: 401,
    json: { error_code: 401, message: 'Credential was not sent or was of an unsupported type for this API.' },
  }),
  '401 without a body': answer({ status: 401 }),
  '403 Invalid Token': answer({ status: 403, text: 'Invalid Token', headers: plain }),
  '403 for a missing scope': answer({
    status: 403,
    json: { error_code: 403, message: 'Provided access token does not have required scopes: all-apis [ReqId: 1]' },
  }),
  '403 for a missing privilege': answer({ status: 403, json: databricks('PERMISSION_DENIED', denial) }),
  '403 for a missing privilege, messages': answer({
    status: 403,
    json: databricks('PERMISSION_DENIED', denial),
    api: 'messages',
  }),
  '403 with no reason': answer({ status: 403, json: databricks('PERMISSION_DENIED', 'Forbidden.') }),
  '403 with an empty message': answer({ status: 403, json: databricks('PERMISSION_DENIED', '') }),
  '403 for an address': answer({
    status: 403,
    json: { error_code: 403, message: 'Source IP address: 192.0.2.1 is blocked by Databricks IP ACL for workspace: 1' },
  }),
  '403 for a rate limit of zero': answer({
    status: 403,
    json: databricks(
      'PERMISSION_DENIED',
      'The endpoint is temporarily disabled due to a Databricks-set rate limit of 0.',
    ),
  }),
  '403 for a budget': answer({ status: 403, json: databricks('PERMISSION_DENIED', 'Budget exceeded.') }),
  '403 with a page': answer({ status: 403, text: page, headers: html }),
  '403 without a body': answer({ status: 403 }),
  '404 that hides the service': answer({ status: 404, json: databricks('NOT_FOUND', hidden) }),
  '404 for a service named budget': answer({
    status: 404,
    json: databricks('NOT_FOUND', "'main.budget.chat' does not exist"),
  }),
  '404 for the path': answer({
    status: 404,
    json: databricks('ENDPOINT_NOT_FOUND', "No API found for 'POST /ai-gateway/x'"),
  }),
  '404 for the feature': answer({
    status: 404,
    json: databricks('FEATURE_DISABLED', 'AI Gateway is not available for this workspace.'),
  }),
  '404 with a page': answer({ status: 404, text: page, headers: html }),
  '404 in the envelope of OpenAI': answer({
    status: 404,
    json: { error: { message: hidden, type: 'invalid_request_error', code: 'model_not_found' } },
  }),
  '405 for the method': answer({ status: 405, json: databricks('METHOD_NOT_ALLOWED', 'GET is not allowed here.') }),
  '429 for a rate limit': answer({
    status: 429,
    json: databricks('REQUEST_LIMIT_EXCEEDED', 'REQUEST_LIMIT_EXCEEDED: Exceeded workspace QPS rate limit.'),
  }),
  '429 without a body': answer({ status: 429 }),
  '500 with an error': answer({ status: 500, json: databricks('INTERNAL_ERROR', 'Internal error.') }),
  '501 for a bare name': answer({
    status: 501,
    json: databricks('NOT_IMPLEMENTED', "'databricks-x' is no longer available."),
  }),
  '503 without a body': answer({ status: 503 }),
  'statement that succeeded': statement({ ...ended, states: ['SUCCEEDED'], rows: [['hello']] }),
  'statement that failed': statement({ ...ended, states: ['FAILED'], error: refusedModel }),
  'statement that cannot be read': statement({ ...ended, states: ['FAILED'], error: syntaxError }),
  'statement that was cancelled': statement({ ...ended, states: ['CANCELED'] }),
  'statement that nobody can follow': statement({ ...ended, broken: 'the answer has no statement_id' }),
  'no response': answer({ fault: reset }),
};
