import type { ArrivedPiece, Exchange, HeaderPair } from '../exchange.js';
import { codingsOf, decodeBody } from './coded-body.js';
import { createCutFinder } from './cut-secret.js';
import { createSecretFinder, type Range, type SecretFinder, united } from './find-secrets.js';
import { authorizationMark, codedBodyMark, secretMark } from './marks.js';
import { movedPieces } from './moved-pieces.js';
import { isSecretHeader } from './named-secrets.js';
import { redactUrl } from './redact-url.js';
import { minimumSecretLength } from './secret-forms.js';
import { splitSecrets } from './split-secrets.js';

/**
 * Takes secrets out of what is stored or shown. What holds none comes back as it was, the same object where it is bytes.
 * Redacting twice changes nothing more.
 */
export interface Redactor {
  /** Takes out these as well from now on. Throws a RangeError, without the value, for one that is not `isRedactable`. */
  learn(secrets: readonly string[]): void;
  text(text: string): string;
  /** Values of headers that are secret by their name as well; an authorization scheme stays readable. */
  headers(pairs: readonly HeaderPair[]): readonly HeaderPair[];
  bytes(bytes: Uint8Array): Uint8Array;
  /** User information and parameters that are secret by their name as well. */
  url(url: string): string;
  exchange(exchange: Exchange): Exchange;
}

/** Whether a value can be redacted wherever it is echoed: long enough not to be found by chance. */
export function isRedactable(secret: string): boolean {
  return Buffer.byteLength(secret) >= minimumSecretLength;
}

/**
 * A redactor for the secrets of a run. Throws a RangeError, without the value, for one that is not `isRedactable`:
 * to pass over it in silence would show it later.
 */
export function createRedactor(secrets: readonly string[]): Redactor {
  const known = new Set<string>();
  let find = createSecretFinder([]);
  let findCut = createCutFinder([]);
  learn(secrets);

  function learn(more: readonly string[]): void {
    const short = more.find((secret) => !isRedactable(secret));
    if (short !== undefined) {
      throw new RangeError(
        `A secret of ${short.length} characters cannot be redacted: it needs ${minimumSecretLength} bytes.`,
      );
    }
    const fresh = more.filter((secret) => !known.has(secret));
    for (const secret of fresh) known.add(secret);
    if (fresh.length === 0) return;
    find = createSecretFinder([...known]);
    findCut = createCutFinder([...known]);
  }

  function text(given: string): string {
    if (isAscii(given)) return withMarks(given, find(given));
    const bytes = Buffer.from(given);
    const ranges = find(bytes.toString('latin1'));
    return ranges.length === 0 ? given : bytesWithMarks(bytes, ranges).toString();
  }

  function bytes(given: Uint8Array): Uint8Array {
    const ranges = find(viewOf(given));
    return ranges.length === 0 ? given : bytesWithMarks(bufferOf(given), ranges);
  }

  /** Header values are latin1: as a view of bytes they need no conversion. */
  function headerText(given: string): string {
    return isLatin1(given) ? withMarks(given, find(given)) : text(given);
  }

  function headers(pairs: readonly HeaderPair[]): readonly HeaderPair[] {
    // One search for all of them: most exchanges echo no secret in a header.
    const all = pairs.flatMap(([name, value]) => (isSecretHeader(name) ? [name] : [name, value])).join('\n');
    const echoed = headerText(all) !== all;
    const shown = (given: string) => (echoed ? headerText(given) : given);
    return pairs.map(([name, value]): HeaderPair => {
      if (isSecretHeader(name)) return [name, redactCredentials(name, value)];
      return [shown(name), shown(isAddress(name) ? redactUrl(value) : value)];
    });
  }

  function url(given: string): string {
    return text(redactUrl(given));
  }

  /** In a response a secret may come in pieces, and one that breaks off may break off within a secret. */
  function findInResponse(whole: boolean): SecretFinder {
    const findAll: SecretFinder = whole ? find : (view) => united([...find(view), ...findCut(view)]);
    return (view) => {
      const split = splitSecrets(view, findAll);
      return split.length === 0 ? findAll(view) : united([...findAll(view), ...split]);
    };
  }

  function body(pairs: readonly HeaderPair[], given: Uint8Array, findAll: SecretFinder): ShownBody {
    const codings = codingsOf(pairs);
    if (codings.length > 0 && given.byteLength > 0) {
      const plain = decodeBody(given, codings);
      const hides = plain === undefined || findAll(viewOf(plain)).length > 0;
      if (hides) return { bytes: Buffer.from(codedBodyMark), pieces: () => [] };
    }
    const ranges = findAll(viewOf(given));
    if (ranges.length === 0) return { bytes: given, pieces: (arrived) => arrived };
    const markLength = Buffer.byteLength(secretMark);
    return {
      bytes: bytesWithMarks(bufferOf(given), ranges),
      pieces: (arrived) => movedPieces(arrived, ranges, markLength),
    };
  }

  function exchange({ request, response, fault, aborted, times }: Exchange): Exchange {
    const whole = fault === undefined && aborted === undefined;
    const shown = response === undefined ? undefined : body(response.headers, response.body, findInResponse(whole));
    return {
      request: {
        method: request.method,
        url: url(request.url),
        headers: headers(request.headers),
        ...(request.body === undefined ? {} : { body: body(request.headers, request.body, find).bytes }),
      },
      ...(response === undefined || shown === undefined
        ? {}
        : {
            response: {
              status: response.status,
              headers: headers(response.headers),
              body: shown.bytes,
            },
          }),
      ...(fault === undefined ? {} : { fault: { ...fault, message: text(fault.message) } }),
      ...(aborted === undefined ? {} : { aborted }),
      times:
        shown === undefined || times.pieces === undefined ? times : { ...times, pieces: shown.pieces(times.pieces) },
    };
  }

  return { learn, text, headers, bytes, url, exchange };
}

/** A body as it is shown. */
interface ShownBody {
  readonly bytes: Uint8Array;
  /** When its bytes arrived: offsets are those of the body that is shown. */
  readonly pieces: (arrived: readonly ArrivedPiece[]) => readonly ArrivedPiece[];
}

/** Without a copy. */
function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** One character for each byte. */
function viewOf(bytes: Uint8Array): string {
  return bufferOf(bytes).toString('latin1');
}

/** `Bearer` or `Basic` is what a reader needs to know; anything after it is the secret. */
function redactCredentials(name: string, value: string): string {
  const scheme = /authorization$/i.test(name) ? /^(?:bearer|basic) /i.exec(value)?.[0] : undefined;
  return `${scheme ?? ''}${authorizationMark}`;
}

function isAddress(name: string): boolean {
  return /^(?:location|content-location|referer|link)$/i.test(name);
}

function withMarks(view: string, ranges: readonly Range[]): string {
  return ranges.length === 0 ? view : between(ranges, view.length, (from, to) => view.slice(from, to)).join(secretMark);
}

function bytesWithMarks(bytes: Buffer, ranges: readonly Range[]): Buffer {
  const mark = Buffer.from(secretMark);
  const kept = between(ranges, bytes.length, (from, to) => bytes.subarray(from, to));
  return Buffer.concat(kept.flatMap((part, index) => (index === 0 ? [part] : [mark, part])));
}

/** The parts outside the ranges: one more than there are ranges. */
function between<Part>(ranges: readonly Range[], length: number, part: (from: number, to: number) => Part): Part[] {
  const ends = [...ranges.map(([from]) => from), length];
  return ends.map((end, index) => part(ranges[index - 1]?.[1] ?? 0, end));
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

function isLatin1(text: string): boolean {
  return /^[\0-\xff]*$/.test(text);
}
