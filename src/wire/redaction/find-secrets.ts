import { markInBytes } from './marks.js';
import { deepestEscape, type SecretForm, secretForms } from './secret-forms.js';
import { type UnescapedView, unescapeOnce } from './unescape.js';

/** From, and to exclusive. */
export type Range = readonly [from: number, to: number];

/** Finds every place that holds a secret, in a view of bytes as latin1 text. Ranges are in order and apart. */
export type SecretFinder = (view: string) => readonly Range[];

const nothing: readonly Range[] = [];

/** Escapes of which a form without quotes, backslashes and control characters can be hidden. Most texts have none. */
const hidingEscape = /\\[ux/]|%[0-9a-fA-F]{2}|&[#a]/;
const anyEscape = /\\|%[0-9a-fA-F]{2}|&[#a-z]/;

/** One pass of one regular expression over a text without secrets and without escapes that could hide one. */
export function createSecretFinder(secrets: readonly string[]): SecretFinder {
  const forms = new Map(secrets.flatMap(secretForms).map((form) => [form.text, form]));
  if (forms.size === 0) return () => nothing;
  // The longest first: of two secrets that begin alike, all of the longer one must go.
  const texts = [...forms.keys()].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(texts.map(quoted).join('|'), 'g');
  const hiding = texts.every((text) => /^[\w!#$()*+,./:;=?@[\]^`{|}~-]*$/.test(text)) ? hidingEscape : anyEscape;

  return (view) => {
    const ranges = matches(view, pattern, forms);
    const hidden = hiding.test(view) ? hiddenMatches(view, pattern, forms) : nothing;
    if (ranges.length + hidden.length === 0) return nothing;
    return outsideMarks(view, united([...ranges, ...hidden]));
  };
}

/** In order of where they begin; what overlaps is one range, so that a hostile text cannot make a list longer than itself. */
function matches(view: string, pattern: RegExp, forms: ReadonlyMap<string, SecretForm>): Range[] {
  const ranges: [number, number][] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(view); match !== null; match = pattern.exec(view)) {
    const form = forms.get(match[0]);
    const end = match.index + match[0].length;
    const before = form?.before === true && isBase64(view[match.index - 1]) ? 1 : 0;
    const after = form?.after === true && isBase64(view[end]) ? 1 : 0;
    unite(ranges, [match.index - before, end + after]);
    // Two secrets may overlap.
    pattern.lastIndex = match.index + 1;
  }
  return ranges;
}

/** Escapes are resolved by the window, which bounds what that takes; no escaped form is longer than the overlap. */
const window = 1024 * 1024;
const overlap = 64 * 1024;

function hiddenMatches(view: string, pattern: RegExp, forms: ReadonlyMap<string, SecretForm>): Range[] {
  const ranges: Range[] = [];
  for (let start = 0; start < view.length; start += window) {
    for (const [from, to] of hiddenInWindow(view.slice(start, start + window + overlap), pattern, forms)) {
      ranges.push([start + from, start + to]);
    }
  }
  return ranges;
}

/** What is found when escapes are resolved, level by level, as places of the view itself. */
function hiddenInWindow(view: string, pattern: RegExp, forms: ReadonlyMap<string, SecretForm>): Range[] {
  const ranges: Range[] = [];
  const levels: UnescapedView[] = [];
  for (let level = unescapeOnce(view); level !== undefined && levels.length < deepestEscape; ) {
    levels.unshift(level);
    for (const match of matches(level.text, pattern, forms)) {
      ranges.push(levels.reduce<Range>(([from, to], { sourceRange }) => sourceRange(from, to), match));
    }
    level = unescapeOnce(level.text);
  }
  return ranges;
}

/** Ranges in any order, as ranges in order and apart. */
export function united(ranges: readonly Range[]): readonly Range[] {
  const result: [number, number][] = [];
  for (const range of [...ranges].sort(([one], [other]) => one - other)) unite(result, range);
  return result;
}

/** Appends a range that begins at or after the last one, or widens the last one by it. */
function unite(ranges: [number, number][], [from, to]: Range): void {
  const last = ranges.at(-1);
  if (last !== undefined && from < last[1]) last[1] = Math.max(last[1], to);
  else ranges.push([from, to]);
}

/** A mark is a public word: a secret that is a part of it would otherwise be redacted in it again and again. */
function outsideMarks(view: string, ranges: readonly Range[]): readonly Range[] {
  const marks = [...view.matchAll(markInBytes)].map((match) => [match.index, match.index + match[0].length] as const);
  let next = 0;
  return ranges.filter(([from, to]) => {
    while (next < marks.length && (marks[next]?.[1] ?? 0) <= from) next += 1;
    const mark = marks[next];
    return mark === undefined || from < mark[0] || to > mark[1];
  });
}

function isBase64(character: string | undefined): boolean {
  return character !== undefined && /[\w+/-]/.test(character);
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
