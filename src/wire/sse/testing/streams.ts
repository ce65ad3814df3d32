import fc from 'fast-check';

const lineEnd = fc.constantFrom('\n', '\r\n', '\r');

/** What clients read alike may be written in many ways; text without a line's end, U+0000, U+FEFF or U+FFFD. */
const text = fc
  .string({
    unit: fc.oneof(fc.constantFrom(':', ' ', '{', '"', 'é', '€', '😀'), fc.string({ minLength: 1, maxLength: 1 })),
    maxLength: 12,
  })
  .map((given) => given.replaceAll(/[\r\n\0\uFEFF\uFFFD]/g, '-'));

function line(name: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(`${name}:`, `${name}: `), value).map(([start, given]) => start + given);
}

const legalLine = fc.oneof(
  line('data', text),
  line('event', fc.oneof(fc.constant('message'), text)),
  line('id', text),
  line('retry', fc.nat(100_000).map(String)),
  line('', text),
  line('Data', text),
  line('x', text),
  fc.constantFrom('data', 'id', 'event', 'x'),
);

/** Event streams without a fault, with spare blank lines; every line has an end of its own style. */
export const legalStream: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.array(fc.tuple(legalLine, lineEnd), { maxLength: 5 }), lineEnd), { minLength: 1, maxLength: 6 })
  .map((frames) => frames.reduce((before, [lines, end]) => withBlankLine(before + lines.flat().join(''), end), ''));

/** An LF after a CR would be no line of its own. */
function withBlankLine(before: string, end: string): string {
  return before + (before.endsWith('\r') && end === '\n' ? '\r' : end);
}

/** Bytes that are mostly nonsense, but made of what matters: line ends, field names, byte order marks, broken characters. */
export const anyStream: fc.Arbitrary<Uint8Array> = fc
  .array(
    fc.oneof(
      fc
        .constantFrom(
          '\n',
          '\r',
          '\r\n',
          '\n\n',
          ':',
          ' ',
          'data:',
          'data',
          'event: ',
          'id:',
          'id: \0',
          'retry:',
          '7',
          '€',
          '😀',
          '\uFEFF',
          '\uFFFD',
        )
        .map((part) => Buffer.from(part)),
      fc.uint8Array({ maxLength: 4 }),
      fc
        .constantFrom([0xef], [0xbf], [0xe2, 0x82], [0xf0, 0x9f, 0x98], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0xf4, 0x90])
        .map((part) => Uint8Array.from(part)),
    ),
    { maxLength: 40 },
  )
  .map((parts) => Uint8Array.from(Buffer.concat(parts)));

/** The bytes in pieces, cut at these places; empty pieces occur. */
export function cutAt(bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const cuts = [
    0,
    ...places.map((place) => place % (bytes.length + 1)).sort((one, other) => one - other),
    bytes.length,
  ];
  return cuts.slice(1).map((end, index) => bytes.slice(cuts[index], end));
}

export function inSingleBytes(bytes: Uint8Array): readonly Uint8Array[] {
  return Array.from(bytes, (byte) => Uint8Array.of(byte));
}
