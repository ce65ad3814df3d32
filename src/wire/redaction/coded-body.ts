import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { HeaderPair } from '../exchange.js';

/** A body may not grow beyond this when it is looked into: a bomb of zeros grows a thousandfold. */
const largest = 64 * 1024 * 1024;

type Decode = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Buffer;

/** RFC 9110 section 8.4.1. `deflate` is sent with and without the zlib header. */
const decoders: Readonly<Record<string, readonly Decode[]>> = {
  gzip: [gunzipSync],
  'x-gzip': [gunzipSync],
  deflate: [inflateSync, inflateRawSync],
  br: [brotliDecompressSync],
  identity: [(bytes) => Buffer.from(bytes)],
};

/**
 * A body that was coded more often is not looked into. Each decoding is bounded, but a header has room for thousands of
 * codings, and what stands behind the end of a gzip member is ignored: every one of them could grow to the bound anew.
 */
const mostCodings = 3;

/** The codings that were applied to a body, in order; empty for a plain one. */
export function codingsOf(headers: readonly HeaderPair[]): readonly string[] {
  return headers
    .filter(([name]) => name.toLowerCase() === 'content-encoding')
    .flatMap(([, value]) => value.split(','))
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
}

/** The body without its codings; undefined when they cannot be undone, wholly and within bounds. */
export function decodeBody(body: Uint8Array, codings: readonly string[]): Uint8Array | undefined {
  if (codings.length > mostCodings) return undefined;
  return codings.reduceRight<Uint8Array | undefined>(
    (bytes, coding) => (bytes === undefined ? undefined : firstThatWorks(bytes, decoders[coding] ?? [])),
    body,
  );
}

function firstThatWorks(bytes: Uint8Array, candidates: readonly Decode[]): Uint8Array | undefined {
  for (const decode of candidates) {
    try {
      return decode(bytes, { maxOutputLength: largest });
    } catch {
      // The next one, if there is one.
    }
  }
  return undefined;
}
