import type { Fault } from '../fault.js';
import { send } from '../making/bytes.js';
import { errorOf, headers, respond, withHeaders } from '../making/responses.js';
import { anywhere, onModelApis } from '../making/where.js';

export const labelFaults: readonly Fault[] = [
  {
    id: 'wire.json-as-text',
    sentence: 'JSON has the content type text/plain.',
    breaks: ['HDR-01'],
    deviate: respond(onModelApis, (message) =>
      message.body.kind === 'json' ? withHeaders(message, { 'content-type': 'text/plain' }) : message,
    ),
  },
  {
    id: 'wire.error-as-html',
    sentence: 'An error in JSON has the content type text/html.',
    breaks: ['HDR-01'],
    deviate: respond(onModelApis, (message) =>
      message.status >= 400 ? withHeaders(message, { 'content-type': 'text/html' }) : message,
    ),
  },
  {
    id: 'wire.foreign-charset',
    sentence: 'JSON names a charset other than UTF-8.',
    breaks: ['HDR-18'],
    deviate: respond(onModelApis, (message) =>
      message.body.kind === 'json'
        ? withHeaders(message, { 'content-type': 'application/json; charset=iso-8859-1' })
        : message,
    ),
  },
  {
    id: 'wire.no-request-id',
    sentence: 'Answers have no request id.',
    breaks: ['HDR-06'],
    deviate: headers(onModelApis, { 'x-request-id': undefined }),
  },
  {
    id: 'wire.date-in-the-old-form',
    sentence: 'The date of a response is in the form of asctime.',
    breaks: ['HDR-15'],
    deviate: send(anywhere, (usual) => ({
      ...usual,
      headers: [...usual.headers, ['date', 'Sun Nov  6 08:49:37 1994']],
    })),
  },
  {
    id: 'wire.told-to-retry',
    sentence: 'Clients are told to send an invalid request again.',
    breaks: ['HDR-17'],
    deviate: respond(onModelApis, (message) =>
      message.status === 400 ? withHeaders(message, { 'x-should-retry': 'true' }) : message,
    ),
  },
  {
    id: 'wire.retry-after-renamed',
    sentence: 'Retry-After comes under the name that the model provider gave it in its own namespace only.',
    breaks: ['LIMIT-07'],
    seen: 'BerriAI/litellm#21553',
    deviate: respond(anywhere, (message) => {
      const after = message.headers['retry-after'];
      if (after === undefined) return message;
      return withHeaders(message, { 'retry-after': undefined, 'llm_provider-retry-after': after });
    }),
  },
  {
    id: 'wire.only-one-content-type',
    sentence: 'A request whose content type is not spelt application/json to the letter is refused.',
    breaks: ['HDR-19'],
    deviate: respond(onModelApis, (message, { headers: sent, method }) =>
      method === 'POST' && sent.get('content-type') !== 'application/json'
        ? errorOf(415, 'BAD_REQUEST', 'The content type must be application/json.')
        : message,
    ),
  },
  {
    id: 'wire.tags-refused',
    sentence: 'A request with tags is refused.',
    breaks: ['HDR-09'],
    deviate: respond(onModelApis, (message, { headers: sent }) =>
      sent.has('databricks-ai-gateway-request-tags') ? errorOf(400, 'BAD_REQUEST', 'Tags are not known.') : message,
    ),
  },
];
