/** The parts of a JSON Pointer, decoded (RFC 6901, section 4). None for the whole document. */
export function segmentsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A key as it stands in a JSON Pointer (RFC 6901, section 3). */
export function escapeSegment(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** `/choices/0/message` as people write it: `choices[0].message`. */
export function pathInWords(pointer: string): string {
  return segmentsOf(pointer)
    .map((segment, position) => (/^\d+$/.test(segment) ? `[${segment}]` : position === 0 ? segment : `.${segment}`))
    .join('');
}
