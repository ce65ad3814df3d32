/** A line that is not blank, as WHATWG HTML section 9.2.6 reads it. */
export type SseField =
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'field'; readonly name: string; readonly value: string };

export function readField(line: string): SseField {
  const colon = line.indexOf(':');
  const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
  if (colon === 0) return { kind: 'comment', text: value };
  return { kind: 'field', name: colon < 0 ? line : line.slice(0, colon), value };
}
