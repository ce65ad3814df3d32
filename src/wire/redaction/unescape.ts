/** A text with one level of its escapes resolved, and the way back to where each part of it came from. */
export interface UnescapedView {
  readonly text: string;
  /** Widens a range of the view to the range of the text before, whole escapes only. */
  sourceRange(from: number, to: number): readonly [from: number, to: number];
}

/** JSON and JavaScript strings, percent-encoding, and HTML character references, in texts that hold one byte per character. */
const escapes = new RegExp(
  [
    String.raw`\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}`,
    String.raw`\\u[0-9a-fA-F]{4}`,
    String.raw`\\x[0-9a-fA-F]{2}`,
    String.raw`\\["'\\/bfnrt]`,
    '%[0-9a-fA-F]{2}',
    '&#[0-9]{1,7};',
    '&#[xX][0-9a-fA-F]{1,6};',
    '&(?:amp|lt|gt|quot|apos);',
  ].join('|'),
  'g',
);

interface Escape {
  /** Where its result begins and ends in the view. */
  readonly at: number;
  readonly end: number;
  /** Where it ends in the source. */
  readonly sourceAt: number;
  readonly sourceEnd: number;
}

/** Undefined when the text holds no escape. */
export function unescapeOnce(text: string): UnescapedView | undefined {
  const found: Escape[] = [];
  const parts: string[] = [];
  let length = 0;
  let copied = 0;
  for (const match of text.matchAll(escapes)) {
    const plain = text.slice(copied, match.index);
    const resolved = resolve(match[0]);
    const at = length + plain.length;
    copied = match.index + match[0].length;
    length = at + resolved.length;
    found.push({ at, end: length, sourceAt: match.index, sourceEnd: copied });
    parts.push(plain, resolved);
  }
  if (found.length === 0) return undefined;
  parts.push(text.slice(copied));

  /** The last escape that begins at or before the offset. */
  const escapeBefore = (offset: number): Escape | undefined => {
    let low = 0;
    let high = found.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((found[middle] as Escape).at <= offset) low = middle + 1;
      else high = middle;
    }
    return found[low - 1];
  };
  return {
    text: parts.join(''),
    sourceRange(from, to) {
      const first = escapeBefore(from);
      const last = escapeBefore(to - 1);
      return [
        first === undefined ? from : from < first.end ? first.sourceAt : first.sourceEnd + from - first.end,
        last === undefined ? to : to <= last.end ? last.sourceEnd : last.sourceEnd + to - last.end,
      ];
    },
  };
}

const single: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolve(sequence: string): string {
  if (sequence.startsWith('%')) return String.fromCharCode(Number.parseInt(sequence.slice(1), 16));
  if (sequence.startsWith('&#')) return bytesOf(codePoint(sequence.slice(2, -1)));
  if (sequence.startsWith('&')) return named[sequence.slice(1, -1)] ?? '';
  if (sequence.startsWith('\\u')) {
    return bytesOf(
      String.fromCharCode(
        ...sequence
          .split('\\u')
          .slice(1)
          .map((unit) => Number.parseInt(unit, 16)),
      ),
    );
  }
  if (sequence.startsWith('\\x')) return String.fromCharCode(Number.parseInt(sequence.slice(2), 16));
  return single[sequence.slice(1)] ?? sequence.slice(1);
}

function codePoint(digits: string): string {
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

/** UTF-8, one character per byte, as in the text around it. */
function bytesOf(text: string): string {
  return /^[\0-\x7f]*$/.test(text) ? text : Buffer.from(text).toString('latin1');
}
