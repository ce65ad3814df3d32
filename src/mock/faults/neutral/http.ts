import type { NeutralVariant } from '../fault.js';
import { send, withoutHeader } from '../making/bytes.js';
import { chunked, sendVerbatim } from '../making/verbatim.js';
import { anywhere, onModelApis } from '../making/where.js';

export const httpVariants: readonly NeutralVariant[] = [
  {
    id: 'http.header-case',
    sentence: 'The names of header fields are in capitals.',
    allowedBy: 'RFC 9110, section 5.1 (Field Names)',
    deviate: send(anywhere, (usual) => ({
      ...usual,
      headers: usual.headers.map(([name, value]) => [name.toUpperCase(), value]),
    })),
  },
  {
    id: 'http.header-order',
    sentence: 'The header fields come in another order.',
    allowedBy: 'RFC 9110, section 5.3 (Field Order)',
    deviate: send(anywhere, (usual) => ({ ...usual, headers: usual.headers.toReversed() })),
  },
  {
    id: 'http.more-headers',
    sentence: 'Responses have the headers of proxies and of model providers, some of them twice.',
    allowedBy: 'RFC 9110, section 5.1 (Field Names) and section 5.3 (Field Order)',
    deviate: send(anywhere, (usual) => ({
      ...usual,
      headers: [
        ['server', 'envoy'],
        ['via', '1.1 edge'],
        ['vary', 'accept'],
        ['vary', 'accept-encoding'],
        ['cache-control', 'no-cache, no-transform'],
        ['strict-transport-security', 'max-age=31536000'],
        ['x-accel-buffering', 'no'],
        ['server-timing', 'model;dur=1'],
        ['server-timing', 'gateway;dur=2'],
        ['openai-processing-ms', '12'],
        ['x-ratelimit-remaining-requests', '99'],
        ['anthropic-ratelimit-requests-remaining', '99'],
        ['x-databricks-request-id', '0190'],
        ['request-id', 'req_011'],
        ['alt-svc', 'h3=":443"; ma=86400'],
        ...usual.headers,
      ],
    })),
  },
  {
    id: 'http.reason-phrase',
    sentence: 'The reason phrase is not the usual one.',
    allowedBy: 'RFC 9112, section 4 (Status Line)',
    deviate: send(anywhere, (usual) => ({ ...usual, reason: 'As It Is' })),
  },
  {
    id: 'http.connection-close',
    sentence: 'Every response is the last one of its connection.',
    allowedBy: 'RFC 9112, section 9.6 (Tear-down)',
    deviate: send(anywhere, (usual) => ({ ...usual, headers: [...usual.headers, ['connection', 'close']] })),
  },
  {
    id: 'http.no-content-length',
    sentence: 'Every body comes in chunks, an answer in one piece too.',
    allowedBy: 'RFC 9112, section 6.1 (Transfer-Encoding)',
    deviate: send(anywhere, (usual) => ({ ...usual, headers: withoutHeader(usual, 'content-length') })),
  },
  {
    id: 'http.until-close',
    sentence: 'A body ends where its connection ends.',
    allowedBy: 'RFC 9112, section 6.3 (Message Body Length), rule 8',
    deviate: sendVerbatim(onModelApis, ({ body }) => ({ headers: [], body })),
  },
  {
    id: 'http.chunk-extensions-and-trailers',
    sentence: 'Chunks have an extension, and trailer fields follow the last one.',
    allowedBy: 'RFC 9112, section 7.1.1 (Chunk Extensions) and section 7.1.2 (Chunked Trailer Section)',
    deviate: sendVerbatim(onModelApis, ({ body }) => ({
      headers: [
        ['transfer-encoding', 'chunked'],
        ['trailer', 'x-checksum'],
      ],
      body: chunked(body, { extension: ';part="1"', end: '0\r\nx-checksum: 1\r\n\r\n' }),
    })),
  },
  {
    id: 'http.early-hints',
    sentence: 'A response with status 103 goes ahead of each response.',
    allowedBy: 'RFC 9110, section 15.2 (Informational 1xx); RFC 8297',
    deviate: send(anywhere, (usual) => ({ ...usual, earlyHints: { link: '</docs>; rel=help' } })),
  },
  {
    id: 'http.content-type-in-capitals',
    sentence: 'Content types are in capitals and name the charset in quotes.',
    allowedBy: 'RFC 9110, section 8.3.1 (Media Type)',
    deviate: send(anywhere, (usual) => ({ ...usual, headers: usual.headers.map(inCapitals) })),
  },
  {
    id: 'http.charset',
    sentence: 'Content types name the charset UTF-8.',
    allowedBy:
      'RFC 9110, section 8.3.2 (Charset); WHATWG HTML Living Standard, IANA considerations (text/event-stream)',
    deviate: send(anywhere, (usual) => ({
      ...usual,
      headers: usual.headers.map(([name, value]) => [name, name === 'content-type' ? `${value};charset=utf-8` : value]),
    })),
  },
];

function inCapitals([name, value]: readonly [string, string]): readonly [string, string] {
  if (name !== 'content-type') return [name, value];
  const capitals = value.replace(/[a-z]+/g, (word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`);
  return [name, `${capitals}; Charset="UTF-8"`];
}
