import { parseJson } from '../fields.js';
import { readEnvelope } from './envelopes.js';
import type { GatewayError } from './gateway-error.js';
import { isHtml, titleOf } from './html.js';
import { readMessage } from './message.js';

/**
 * Reads the body of a response that is not a success. Never throws, whatever the bytes.
 * The body decides over the content type, which gateways get wrong on errors.
 */
export function readError(body: Uint8Array | undefined, contentType: string | undefined): GatewayError {
  const text = body === undefined ? '' : decode(body);
  // Pages of proxies are often not in UTF-8; their titles still say what they are.
  if (text === undefined)
    return isHtml('', contentType) ? readHtml(decodeLossily(body)) : { kind: 'unreadable', bytes: body?.length ?? 0 };
  if (text.trim() === '') return { kind: 'empty' };
  const json = parseJson(text);
  if (typeof json === 'string') return readText(json);
  if (json !== undefined) return readEnvelope(json);
  return isHtml(text, contentType) ? readHtml(text) : readText(text);
}

function readHtml(text: string): GatewayError {
  const title = titleOf(text);
  return title === undefined ? { kind: 'html' } : { kind: 'html', title };
}

function readText(text: string): GatewayError {
  const said = readMessage(text);
  return said.prefix === undefined ? { kind: 'text', ...said } : { kind: 'coded-text', ...said, code: said.prefix };
}

/** Undefined when the bytes are no text: not UTF-8, or with a NUL in them. */
function decode(body: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function decodeLossily(body: Uint8Array | undefined): string {
  return new TextDecoder('utf-8').decode(body);
}
