import type { HeaderPair } from '../exchange.js';

/** What the headers of a response say that does not fit an event stream. */
export interface StreamHeaderFault {
  readonly code: StreamHeaderFaultCode;
  /** The value as received; absent when the header is missing. */
  readonly found?: string;
  /** One sentence without a byte that was received. */
  readonly message: string;
}

export type StreamHeaderFaultCode =
  | 'stream-content-type-missing'
  | 'stream-content-type-wrong'
  | 'stream-charset-not-utf8'
  | 'stream-content-length'
  | 'stream-content-encoding';

const messages: Readonly<Record<StreamHeaderFaultCode, string>> = {
  'stream-content-type-missing': 'The stream has no Content-Type; it must be text/event-stream.',
  'stream-content-type-wrong': 'The Content-Type of the stream is not text/event-stream.',
  'stream-charset-not-utf8': 'The Content-Type of the stream names a charset other than UTF-8.',
  'stream-content-length': 'The stream has a Content-Length: something held it back until all of it was known.',
  'stream-content-encoding': 'The stream has a Content-Encoding: a compressor holds events back until a block is full.',
};

/** For each header line that is at fault, one fault, in the order of the lines. */
export function streamHeaderFaults(headers: readonly HeaderPair[]): readonly StreamHeaderFault[] {
  const faults = headers.flatMap(([name, value]): StreamHeaderFault[] => {
    const code = codeOf(name.toLowerCase(), value);
    return code === undefined ? [] : [{ code, found: value, message: messages[code] }];
  });
  if (headers.some(([name]) => name.toLowerCase() === 'content-type')) return faults;
  return [{ code: 'stream-content-type-missing', message: messages['stream-content-type-missing'] }, ...faults];
}

function codeOf(name: string, value: string): StreamHeaderFaultCode | undefined {
  switch (name) {
    case 'content-type':
      return contentTypeCode(value);
    case 'content-length':
      return 'stream-content-length';
    case 'content-encoding':
      // RFC 9110 section 8.4.1 knows `identity` as no coding at all.
      return /^\s*(identity)?\s*$/i.test(value) ? undefined : 'stream-content-encoding';
    default:
      return undefined;
  }
}

/** RFC 9110 section 8.3.1: names in any case, parameters optional, values quoted or not. */
function contentTypeCode(value: string): StreamHeaderFaultCode | undefined {
  const [type = '', ...parameters] = value.split(';').map((part) => part.trim().toLowerCase());
  if (type !== 'text/event-stream') return 'stream-content-type-wrong';
  const foreign = parameters.some((part) => /^charset=/.test(part) && !/^charset=("utf-?8"|utf-?8)$/.test(part));
  return foreign ? 'stream-charset-not-utf8' : undefined;
}
