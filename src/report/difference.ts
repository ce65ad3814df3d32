import { diffJson, diffLines } from 'diff';
import type { Finding } from '../journal/index.js';
import type { Json } from '../json/index.js';
import { shortened } from './visible.js';

/** One line of what was expected against what was found. */
export interface DifferenceLine {
  readonly side: 'expected' | 'found' | 'both' | 'omitted';
  readonly text: string;
}

const mostCharacters = 32 * 1024;
const longestLine = 2_000;
const shortLine = 100;
const mostLines = 120;
const context = 3;
/** Beyond this many edits a difference explains nothing, and takes quadratic time to find. */
const mostEdits = 400;

/** What the finding expected against what it found, as lines; long runs that agree are left out. */
export function differenceOf({ expected, found }: Finding): readonly DifferenceLine[] {
  if (expected === undefined && found === undefined) return [];
  if (expected === undefined) return whole('found', found);
  if (found === undefined) return whole('expected', expected);
  const changes = isShort(expected) && isShort(found) ? undefined : changesOf(expected, found);
  if (changes === undefined) return bounded([...whole('expected', expected), ...whole('found', found)]);
  const lines = changes.flatMap(({ value, added, removed }) =>
    linesOf(value).map((text) => ({ side: added ? 'found' : removed ? 'expected' : 'both', text }) as const),
  );
  return bounded(folded(lines));
}

function changesOf(expected: Json, found: Json) {
  const options = { maxEditLength: mostEdits };
  if (typeof expected === 'string' && typeof found === 'string' && `${expected}${found}`.includes('\n')) {
    return diffLines(cut(expected), cut(found), options);
  }
  if (typeof expected !== 'object' || typeof found !== 'object' || expected === null || found === null)
    return undefined;
  // Only objects that are shown whole are compared as JSON: half of one is no JSON.
  if (pretty(expected).length > mostCharacters || pretty(found).length > mostCharacters) return undefined;
  return diffJson(expected as object, found as object, options);
}

function whole(side: 'expected' | 'found', value: Json | undefined): readonly DifferenceLine[] {
  return bounded(linesOf(cut(pretty(value ?? null))).map((text) => ({ side, text })));
}

/** On one line when it is short, else indented; a text of several lines as it is. A line feed in JSON is never part of a string. */
function pretty(value: Json): string {
  if (typeof value === 'string') return value.includes('\n') ? value : JSON.stringify(value);
  const oneLine = JSON.stringify(value, null, 1).replace(/\n */g, ' ');
  return oneLine.length <= shortLine ? oneLine : JSON.stringify(value, null, 2);
}

function isShort(value: Json): boolean {
  const text = pretty(value);
  return text.length <= shortLine && !text.includes('\n');
}

function cut(text: string): string {
  return shortened(text, mostCharacters);
}

function linesOf(text: string): string[] {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => shortened(line, longestLine));
}

/** Leaves out what agrees, but for the lines next to a difference. */
function folded(lines: readonly DifferenceLine[]): DifferenceLine[] {
  const near = new Set<number>();
  lines.forEach(({ side }, index) => {
    if (side !== 'both') for (let at = index - context; at <= index + context; at += 1) near.add(at);
  });
  const result: DifferenceLine[] = [];
  lines.forEach((line, index) => {
    if (near.has(index)) result.push(line);
    else if (result.at(-1)?.side !== 'omitted') result.push({ side: 'omitted', text: '…' });
  });
  return result;
}

function bounded(lines: readonly DifferenceLine[]): readonly DifferenceLine[] {
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines), { side: 'omitted', text: `… ${lines.length - mostLines} more lines` }];
}
