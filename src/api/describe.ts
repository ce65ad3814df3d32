import { type Json, pathInWords } from '../json/index.js';
import { isList } from './fields.js';

const longestText = 200;

/** A value of a body as a sentence may show it: bounded, whatever a gateway sent. */
export function describe(value: Json | undefined): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value === 'string')
    return value === '' ? 'an empty string' : `the string ${JSON.stringify(cut(value, 80))}`;
  if (typeof value === 'object') return describeContainer(value);
  return typeof value === 'number' ? `the number ${value}` : String(value);
}

/** The value as a violation may carry it: a list or an object is described, because it may be as large as a body. */
export function excerpt(value: Json): Json {
  if (typeof value === 'string') return cut(value);
  return typeof value === 'object' && value !== null ? describeContainer(value) : value;
}

/** `/choices/0/message` as `choices[0].message`; the body itself has no name. */
export function nameOf(pointer: string): string {
  if (pointer === '') return 'The body';
  return `\`${cut(pathInWords(pointer))}\``;
}

export function list(names: readonly string[], word: 'and' | 'or' | 'nor'): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`;
}

export function cut(text: string, longest = longestText): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function describeContainer(value: object): string {
  if (isList(value as Json)) {
    const { length } = value as readonly Json[];
    return length === 0 ? 'an empty list' : `a list of ${length}`;
  }
  const keys = Object.keys(value);
  if (keys.length === 0) return 'an empty object';
  const shown = keys.slice(0, 5).map((key) => `\`${cut(key, 40)}\``);
  return `an object with ${list(keys.length > 5 ? [...shown, 'more'] : shown, 'and')}`;
}
