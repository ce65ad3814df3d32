/** A text of a JSON string as it stands in a body, without its quotes. From, and to exclusive. */
export interface TextPiece {
  readonly from: number;
  readonly to: number;
}

/** More than a journal keeps of a body; what looking into a hostile one costs is bounded. */
const looked = 1024 * 1024;

/** How many pieces of one key are told apart by their place in a line: choices and calls of one chunk. */
const mostTold = 16;

/** How much of the indices of a line is told apart. Every piece of it is filed under them. */
const longestIndices = 200;

/**
 * The texts that a reader of a body may join, each as its pieces in order: what stands under one key, wherever it stands;
 * the same told apart by the indices of its line, since choices and calls may come in turn, and by its place in the line;
 * and event-stream data that is no JSON. Nothing is parsed, so that what is cut or malformed is looked at as well.
 */
export function joinedTexts(view: string): readonly (readonly TextPiece[])[] {
  const texts = new Map<string, TextPiece[]>();
  const add = (text: string, piece: TextPiece) => {
    const pieces = texts.get(text);
    if (pieces === undefined) texts.set(text, [piece]);
    else pieces.push(piece);
  };
  for (const { start, end } of linesOf(view)) {
    const data = plainData(view, start, end);
    if (data !== undefined) {
      add('data', data);
      continue;
    }
    const { strings, indices } = stringsIn(view.slice(start, end));
    for (const { key, nth, from, to } of strings) {
      const piece = { from: start + from, to: start + to };
      add(`"${key}"`, piece);
      if (indices !== '') add(`"${key}" ${indices}`, piece);
      if (nth > 0 && nth < mostTold) add(`"${key}" #${nth}`, piece);
    }
  }
  return [...texts.values()].filter((pieces) => pieces.length > 1);
}

function* linesOf(view: string) {
  const whole = Math.min(view.length, looked);
  for (let start = 0; start < whole; ) {
    const lineFeed = view.indexOf('\n', start);
    const end = lineFeed === -1 ? whole : Math.min(lineFeed, whole);
    if (end > start) yield { start, end };
    start = end + 1;
  }
}

/** The value of a `data` field that does not begin like JSON. */
function plainData(view: string, start: number, end: number): TextPiece | undefined {
  if (!view.startsWith('data:', start)) return undefined;
  const from = view[start + 5] === ' ' ? start + 6 : start + 5;
  const to = view[end - 1] === '\r' ? end - 1 : end;
  return from >= to || /["[{]/.test(view[from] ?? '') ? undefined : { from, to };
}

/** A string that is no key. */
interface StringPlace extends TextPiece {
  /** The key that was the last before it. */
  readonly key: string;
  /** How many strings of the same key stand before it in its line. */
  readonly nth: number;
}

interface LineStrings {
  readonly strings: readonly StringPlace[];
  /** The numbers by which a line tells choices, blocks and calls apart: `index`, `output_index` … */
  readonly indices: string;
}

/** Each character is looked at a bounded number of times, whatever stands in the line. */
function stringsIn(line: string): LineStrings {
  const strings: StringPlace[] = [];
  const seen = new Map<string, number>();
  const closingQuote = closingQuotes(line);
  let indices = '';
  let key = '';
  for (let quote = line.indexOf('"'); quote !== -1; ) {
    const from = quote + 1;
    const to = closingQuote(from);
    const colon = pastSpace(line, to + 1);
    if (line[colon] === ':') {
      key = line.slice(from, Math.min(to, from + 80));
      if (key.endsWith('index') && indices.length < longestIndices)
        indices += `${key}${/^[ \d]{0,12}/.exec(line.slice(colon + 1, colon + 13))}`;
    } else {
      const nth = seen.get(key) ?? 0;
      seen.set(key, nth + 1);
      strings.push({ key, nth, from, to });
    }
    quote = line.indexOf('"', to + 1);
  }
  return { strings, indices };
}

function pastSpace(line: string, from: number): number {
  let at = from;
  while (at < from + 9 && (line[at] === ' ' || line[at] === '\t')) at += 1;
  return at;
}

/** Where a string ends that begins at a place; the end of the line when it does not. Asked in the order of the places. */
function closingQuotes(line: string): (from: number) => number {
  let backslash = line.indexOf('\\');
  return (from) => {
    // Nearly all lines hold none, and to look for the next one anew from each string would cost the square of a line.
    if (backslash !== -1 && backslash < from) backslash = line.indexOf('\\', from);
    const quote = line.indexOf('"', from);
    if (quote === -1) return line.length;
    if (backslash === -1 || quote < backslash) return quote;
    for (let at = backslash; at < line.length; at += 1) {
      const code = line.charCodeAt(at);
      if (code === 0x5c) at += 1;
      else if (code === 0x22) return at;
    }
    return line.length;
  };
}
