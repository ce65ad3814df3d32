/**
 * What could act instead of being read: control characters (terminals obey them, XML 1.0 forbids most), the bidirectional
 * overrides (they make text read as something else, CVE-2021-42574), and code points that are no characters.
 * Tabs and line feeds stay.
 */
const acting =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** Shows such characters as escapes (`\u001b`), so that text from a gateway can stand in a terminal, in XML, or on a page. */
export function visible(text: string): string {
  return text.replace(acting, (character) => {
    const code = character.codePointAt(0) as number;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** As `visible`, on one line: white space of any kind and length is one space. */
export function visibleLine(text: string): string {
  return visible(text.replace(/\s+/g, ' ').trim());
}

/** At most `length` characters, with an ellipsis for the rest. Never cuts a surrogate pair in two. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
