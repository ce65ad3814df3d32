/** What is wrong with the framing of an event stream. */
export type SseFaultKind =
  /** Not one byte. */
  | { readonly code: 'empty-stream' }
  /** Allowed by the standard, but many clients read it as part of the first field's name. */
  | { readonly code: 'byte-order-mark' }
  /** `count` places in the frame; each became one U+FFFD. */
  | { readonly code: 'invalid-utf8'; readonly count: number }
  /** U+FFFD came as EF BF BD: most likely, something before us decoded the text and lost what stood there. */
  | { readonly code: 'replacement-character'; readonly count: number }
  /** Clients ignore such an `id` line; the offset is that of the first. */
  | { readonly code: 'nul-in-id'; readonly count: number }
  /** Not a whole number of milliseconds; clients ignore such a `retry` line. The offset is that of the first. */
  | { readonly code: 'retry-unreadable'; readonly count: number }
  /** The stream ended after a whole line; the offset is where the blank line is missing. */
  | { readonly code: 'frame-without-blank-line' }
  /** The stream ended within a line; the offset is that of the end. */
  | { readonly code: 'frame-cut-in-line' }
  /** The stream ended within a character; the offset is that of the character. */
  | { readonly code: 'frame-cut-in-character' }
  /** Clients may have left before these `bytes`; `events` of them they would have seen. */
  | { readonly code: 'bytes-after-terminal'; readonly bytes: number; readonly events: number }
  /** The offset is that of the first byte too many. */
  | {
      readonly code: 'line-too-long' | 'too-many-lines' | 'too-many-frames' | 'too-many-bytes';
      readonly limit: number;
    };

export type SseFault = SseFaultKind & {
  /** Index of the frame; for faults between frames, of the one that would have come next. */
  readonly frame: number;
  /** Of the first byte concerned, counted from the start of the body. */
  readonly offset: number;
  /** One sentence without a byte of the stream. */
  readonly message: string;
};

export type SseFaultCode = SseFault['code'];

export function sseFault(kind: SseFaultKind, frame: number, offset: number): SseFault {
  return { ...kind, frame, offset, message: messageOf(kind) };
}

function messageOf(kind: SseFaultKind): string {
  switch (kind.code) {
    case 'empty-stream':
      return 'The stream ended without a byte.';
    case 'byte-order-mark':
      return 'The stream starts with a byte order mark.';
    case 'invalid-utf8':
      return `The frame holds bytes that are not UTF-8 (${times(kind.count)}).`;
    case 'replacement-character':
      return `The frame carries U+FFFD on the wire (${times(kind.count)}): text was probably lost before it was sent.`;
    case 'nul-in-id':
      return `An id holds a NUL, so that clients ignore it (${times(kind.count)}).`;
    case 'retry-unreadable':
      return `A retry is not a whole number of milliseconds, so that clients ignore it (${times(kind.count)}).`;
    case 'frame-without-blank-line':
      return 'The stream ended without the blank line that dispatches its last frame.';
    case 'frame-cut-in-line':
      return 'The stream ended within a line.';
    case 'frame-cut-in-character':
      return 'The stream ended within a UTF-8 character.';
    case 'bytes-after-terminal':
      return `The stream went on after its terminal event (bytes: ${kind.bytes}, events: ${kind.events}).`;
    case 'line-too-long':
      return `A line is longer than the limit of ${kind.limit} bytes; the stream was not read further.`;
    case 'too-many-lines':
      return `The stream has more lines than the limit of ${kind.limit}; it was not read further.`;
    case 'too-many-frames':
      return `The stream has more frames than the limit of ${kind.limit}; it was not read further.`;
    case 'too-many-bytes':
      return `The stream is longer than the limit of ${kind.limit} bytes; it was not read further.`;
  }
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
