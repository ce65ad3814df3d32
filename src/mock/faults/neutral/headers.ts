import type { NeutralVariant } from '../fault.js';
import { send } from '../making/bytes.js';
import { headers, respond, withHeaders } from '../making/responses.js';
import { anywhere, onModelApis } from '../making/where.js';

export const headerVariants: readonly NeutralVariant[] = [
  {
    id: 'headers.in-capitals',
    sentence: 'The names of headers begin with capitals.',
    allowedBy: 'RFC 9110, section 5.1: field names are case-insensitive',
    deviate: send(anywhere, (usual) => ({
      ...usual,
      headers: usual.headers.map(([name, value]) => [
        name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase()),
        value,
      ]),
    })),
  },
  {
    id: 'headers.in-another-order',
    sentence: 'Headers stand in another order.',
    allowedBy: 'RFC 9110, section 5.3 (Field order)',
    deviate: send(anywhere, (usual) => ({ ...usual, headers: [...usual.headers].reverse() })),
  },
  {
    id: 'headers.more-of-them',
    sentence: 'Responses carry headers of servers and proxies, one of them twice.',
    allowedBy: 'RFC 9110, section 5.1: unrecognized header fields',
    deviate: send(anywhere, (usual) => ({
      ...usual,
      headers: [
        ...usual.headers,
        ['x-served-by', 'a'],
        ['x-served-by', 'b'],
        ['strict-transport-security', 'max-age=31536000'],
        ['vary', 'accept-encoding'],
      ],
    })),
  },
  {
    id: 'headers.charset',
    sentence: 'Content types state the charset.',
    allowedBy: 'RFC 9110, section 8.3.1 (Media type)',
    deviate: respond(anywhere, (message) =>
      withHeaders(message, { 'content-type': `${message.headers['content-type']}; charset=utf-8` }),
    ),
  },
  {
    id: 'headers.charset-in-capitals',
    sentence: 'Content types state the charset in capitals, with no space before it.',
    allowedBy: 'RFC 9110, section 8.3.1 (Media type)',
    deviate: respond(anywhere, (message) =>
      withHeaders(message, { 'content-type': `${message.headers['content-type']};charset=UTF-8` }),
    ),
  },
  {
    id: 'headers.no-length',
    sentence: 'Bodies are sent in chunks, and their length is not said.',
    allowedBy: 'RFC 9112, section 6.3 (Message body length)',
    deviate: send(anywhere, (usual) => ({
      ...usual,
      headers: usual.headers.filter(([name]) => name !== 'content-length'),
    })),
  },
  {
    id: 'headers.connection-close',
    sentence: 'Every response closes its connection.',
    allowedBy: 'RFC 9112, section 9.6 (Tear-down)',
    deviate: send(anywhere, (usual) => ({ ...usual, headers: [...usual.headers, ['connection', 'close']] })),
  },
  {
    id: 'headers.reason-phrase',
    sentence: 'Status lines have reason phrases of their own.',
    allowedBy: 'RFC 9112, section 4 (Status line): the reason phrase is ignored',
    deviate: send(anywhere, (usual) => ({ ...usual, reason: 'As You Like It' })),
  },
  {
    id: 'headers.rate-limits',
    sentence: 'Responses say how much of a limit is left.',
    allowedBy: 'OpenAI API reference, Rate limits: headers',
    deviate: headers(onModelApis, {
      'x-ratelimit-limit-requests': '1000',
      'x-ratelimit-remaining-requests': '999',
      'x-ratelimit-reset-requests': '60ms',
    }),
  },
  {
    id: 'headers.processing-time',
    sentence: 'Responses say how long they took, and in which version.',
    allowedBy: 'OpenAI API reference, Debugging requests',
    deviate: headers(onModelApis, { 'openai-processing-ms': '12', 'openai-version': '2020-10-01' }),
  },
  {
    id: 'headers.cache-control',
    sentence: 'Responses must not be cached.',
    allowedBy: 'RFC 9111, section 5.2 (Cache-Control)',
    deviate: headers(anywhere, { 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' }),
  },
];
