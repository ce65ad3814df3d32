import type { BodyRecord, ExchangeRecord, HeaderPair } from '../journal/index.js';
import { shellQuote } from '../problem/index.js';
import { base64OfText } from './base64.js';
import { visible } from './visible.js';

/** Headers that carry a secret, whatever the journal holds in their place. */
const secretHeaders = new Set([
  'authorization',
  'proxy-authorization',
  'x-api-key',
  'api-key',
  'x-goog-api-key',
  'cookie',
  'x-databricks-ai-gateway-token',
]);

/** Headers that curl writes by itself. */
const ownHeaders = new Set(['host', 'content-length', 'connection', 'transfer-encoding']);

/**
 * The request as a command for a POSIX shell that whoever has the credential can run: `$TOKEN` stands in its place.
 * Bodies that are no plain text travel as base64, so that the command can be copied from a terminal or a page.
 */
export function curlOf({ request }: ExchangeRecord): string {
  const { method, url, headers, body } = request;
  // --globoff: brackets in a URL are meant as they are.
  const words = [`curl --globoff --include`];
  if (method === 'HEAD') words.push('--head');
  else if (method !== (hasContent(body) ? 'POST' : 'GET')) words.push(`--request ${shellQuote(method)}`);
  words.push(shellQuote(visible(url)));
  for (const header of headers) words.push(...headerWords(header, url));
  if (hasContent(body) && !headers.some(([name]) => name.toLowerCase() === 'content-type')) {
    // curl would name a type of its own.
    words.push("--header 'Content-Type:'");
  }
  const { source, option } = bodyWords(body);
  if (option !== undefined) words.push(option);
  const note =
    body !== undefined && body.kind !== 'empty' && body.cut === true
      ? '# the body is cut: the journal keeps no more of it\n'
      : '';
  return note + source + words.join(' \\\n  ');
}

function hasContent(body: BodyRecord | undefined): body is Exclude<BodyRecord, { kind: 'empty' }> {
  return body !== undefined && body.kind !== 'empty';
}

function headerWords([name, value]: HeaderPair, url: string): string[] {
  const lower = name.toLowerCase();
  if (ownHeaders.has(lower)) return [];
  if (secretHeaders.has(lower)) {
    if (/^basic\b/i.test(value) && lower === 'authorization') return [`--user "${userAt(url)}"`];
    const scheme = lower.endsWith('authorization') ? 'Bearer ' : '';
    return [`--header "${name}: ${scheme}$TOKEN"`];
  }
  // `name:` would take the header away; `name;` sends it empty.
  return [`--header ${shellQuote(value === '' ? `${visible(name)};` : `${visible(name)}: ${visible(value)}`)}`];
}

/** Only where tokens are issued does Basic carry a client (RFC 6749 section 2.3.1); anywhere else it carries a token. */
function userAt(url: string): string {
  return /\/oidc\/(?:[^?]*\/)?token(?:\?|$)/.test(url) ? '$CLIENT_ID:$CLIENT_SECRET' : 'token:$TOKEN';
}

function bodyWords(body: BodyRecord | undefined): { readonly source: string; readonly option?: string } {
  if (!hasContent(body)) return { source: '' };
  if (body.kind === 'text' && visible(body.text) === body.text) {
    return { source: '', option: `--data-raw ${shellQuote(body.text)}` };
  }
  const base64 = body.kind === 'binary' ? body.base64 : base64OfText(body.text);
  return { source: `printf %s ${shellQuote(base64)} | base64 --decode | `, option: '--data-binary @-' };
}
