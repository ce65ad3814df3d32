import { isUtf8 } from 'node:buffer';
import type { Exchange } from '../wire/index.js';
import type { BodyRecord, ExchangeRecord } from './exchange-record.js';

/** What of a body is kept. The judges have seen all of it; the journal is for people. */
export const recordedBytes = 256 * 1024;

/** Makes the record of an exchange that is redacted already: nothing is taken out here. */
export function recordExchange(exchange: Exchange): ExchangeRecord {
  const { request, response, fault, aborted, times } = exchange;
  const { method, url, headers } = request;
  return {
    request: { method, url, headers, ...(request.body === undefined ? {} : { body: recordBody(request.body) }) },
    ...(response === undefined
      ? {}
      : { response: { status: response.status, headers: response.headers, body: recordBody(response.body) } }),
    ...(fault === undefined ? {} : { fault }),
    ...(aborted === undefined ? {} : { aborted }),
    times,
  };
}

function recordBody(body: Uint8Array): BodyRecord {
  const bytes = body.byteLength;
  if (bytes === 0) return { kind: 'empty', bytes: 0 };
  const kept = body.subarray(0, recordedBytes);
  const text = textOf(kept);
  if (text === undefined) {
    const base64 = Buffer.from(kept).toString('base64');
    return { kind: 'binary', base64, bytes, ...(kept.byteLength < bytes ? { cut: true } : {}) };
  }
  return { kind: 'text', text, bytes, ...(Buffer.byteLength(text) < bytes ? { cut: true } : {}) };
}

/** Undefined when the bytes are not UTF-8. A character that the end cuts in two is left out: a broken stream stays readable. */
function textOf(bytes: Uint8Array): string | undefined {
  if (isUtf8(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}
