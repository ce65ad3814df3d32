import { isJsonObject, type Json, type JsonObject } from '../../json/index.js';
import { cut } from '../describe.js';
import { listAt, objectAt, present, textAt } from '../fields.js';
import type { EnvelopeError, OtherJsonError } from './gateway-error.js';
import { messageIn, printable, readMessage } from './message.js';

/** An error in JSON. The order matters: what has an `error_code` is the platform's, whatever else it carries. */
export function readEnvelope(body: Json): EnvelopeError | OtherJsonError {
  const known = isJsonObject(body)
    ? (readDatabricks(body) ?? readAnthropic(body) ?? readGoogle(body) ?? readOpenAi(body))
    : undefined;
  if (known !== undefined) return known;
  const message = messageIn(body);
  return message === undefined ? { kind: 'other-json' } : { kind: 'other-json', ...readMessage(message) };
}

function readDatabricks(body: JsonObject): EnvelopeError | undefined {
  const code = codeAt(body, 'error_code');
  const message = textAt(body, 'message');
  if (code === undefined || message === undefined) return undefined;
  const said = withRequestId(readMessage(message), requestIdInDetails(body));
  return { kind: typeof body['error_code'] === 'number' ? 'auth-layer' : 'databricks', code, ...said };
}

function readAnthropic(body: JsonObject): EnvelopeError | undefined {
  const error = objectAt(body, 'error');
  const message = error && textAt(error, 'message');
  if (body['type'] !== 'error' || error === undefined || message === undefined) return undefined;
  const said = withRequestId(readMessage(message), textAt(body, 'request_id'));
  return { kind: 'anthropic', ...present({ code: codeAt(error, 'type') }), ...said };
}

/** Like OpenAI's, but the code is the HTTP status as a number, and its name stands beside it ("Errors", AIP-193). */
function readGoogle(body: JsonObject): EnvelopeError | undefined {
  const error = objectAt(body, 'error') ?? {};
  const message = textAt(error, 'message');
  const code = typeof error['status'] === 'string' ? codeAt(error, 'status') : undefined;
  if (message === undefined || code === undefined || !Number.isInteger(error['code'])) return undefined;
  return { kind: 'google', code, ...withRequestId(readMessage(message), requestIdInDetails(error)) };
}

function readOpenAi(body: JsonObject): EnvelopeError | undefined {
  const error = objectAt(body, 'error');
  const message = error && textAt(error, 'message');
  if (error === undefined || message === undefined) return undefined;
  const code = codeAt(error, 'code') ?? codeAt(error, 'type');
  return { kind: 'openai', ...present({ code }), ...readMessage(message) };
}

function codeAt(object: JsonObject, key: string): string | undefined {
  const code = object[key];
  if (typeof code === 'string' && code !== '') return cut(code, 100);
  return Number.isInteger(code) ? String(code) : undefined;
}

/** The envelope's own place for the id wins over one in the message. */
function withRequestId<Message extends object>(
  message: Message,
  requestId: string | undefined,
): Message & { readonly requestId?: string } {
  return requestId === undefined || requestId === '' ? message : { ...message, requestId: printable(requestId, 200) };
}

/** `details` holds messages of several types, told apart by `@type`; the id is in `google.rpc.RequestInfo`. */
function requestIdInDetails(envelope: JsonObject): string | undefined {
  const information = (listAt(envelope, 'details') ?? []).find(
    (detail) => isJsonObject(detail) && typeof detail['request_id'] === 'string',
  );
  return isJsonObject(information) ? textAt(information, 'request_id') : undefined;
}
