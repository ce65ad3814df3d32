const quote = 0x22;
const backslash = 0x5c;
const openings = new Set([0x5b, 0x7b]);
const closings = new Set([0x5d, 0x7d]);

/**
 * Parsers may bound nesting (RFC 8259, section 9), and this one has to: contracts, matchers and JSON.stringify recurse,
 * and a few thousand levels overflow their stack. No answer of any API comes near.
 */
export const deepestNesting = 256;

/** Whether lists and objects stand inside each other deeper than that. Looks at the bytes, before anything is built of them. */
export function isNestedTooDeep(bytes: Uint8Array): boolean {
  if (bytes.length <= deepestNesting) return false;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (inString) {
      if (byte === backslash) at += 1;
      else if (byte === quote) inString = false;
    } else if (byte === quote) inString = true;
    else if (openings.has(byte)) {
      depth += 1;
      if (depth > deepestNesting) return true;
    } else if (closings.has(byte)) depth -= 1;
  }
  return false;
}
