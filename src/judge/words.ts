import { escapeSegment, isJsonObject, type Json, pathInWords } from '../json/index.js';

const longestInSentence = 120;
const longestShown = 1000;
const mostValuesShown = 100;

/** A value as a sentence may show it. Bodies are a gateway's to choose, so it is bounded. */
export function inWords(value: Json | undefined): string {
  if (value === undefined) return 'missing';
  if (value === '') return 'an empty text';
  if (isList(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (isJsonObject(value)) return describeObject(value);
  return typeof value === 'string' ? JSON.stringify(cut(value, longestInSentence)) : String(value);
}

/** A value as a finding may carry it: whole when it is small, else cut or described. */
export function shown(value: Json): Json {
  if (typeof value === 'string') return cut(value, longestShown);
  return typeof value !== 'object' || value === null || isSmall(value) ? value : inWords(value);
}

/** `/choices/0/message` as `choices[0].message`; the body itself has no name. */
export function nameOf(pointer: string): string {
  if (pointer === '') return 'The body';
  return `\`${cut(pathInWords(pointer), longestInSentence)}\``;
}

/** The pointer of a child (RFC 6901, section 3). */
export function child(pointer: string, key: string | number): string {
  return `${pointer}/${typeof key === 'number' ? key : escapeSegment(key)}`;
}

export function listed(words: readonly string[], conjunction: 'and' | 'or'): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

export function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

// Array.isArray narrows a readonly list to any[].
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function describeObject(value: object): string {
  const keys = Object.keys(value);
  if (keys.length === 0) return 'an empty object';
  const named = keys.slice(0, 5).map((key) => `\`${cut(key, 40)}\``);
  return `an object with ${listed(keys.length > 5 ? [...named, 'more'] : named, 'and')}`;
}

function isSmall(value: Json): boolean {
  let values = 0;
  let characters = 0;
  const count = (part: Json): boolean => {
    values += 1;
    if (typeof part === 'string') characters += part.length;
    if (values > mostValuesShown || characters > longestShown) return false;
    if (isList(part)) return part.every(count);
    return (
      !isJsonObject(part) ||
      Object.entries(part).every(([key, inner]) => {
        characters += key.length;
        return count(inner);
      })
    );
  };
  return count(value);
}
