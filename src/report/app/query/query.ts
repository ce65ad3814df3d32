/** What a term looks at; `text` looks at id, title, requirements and message. */
export const queryKeys = ['s', 'api', 'req', 'id', 'tag', 'file', 'level', 'as', 'reason', 'cause'] as const;
export type QueryKey = (typeof queryKeys)[number] | 'text';

/** One word of a query. All terms must hold; of a term's values, one. */
export interface Term {
  readonly key: QueryKey;
  readonly values: readonly string[];
  readonly not: boolean;
}

/**
 * Reads `s:failed,error api:chat req:PERM-* "quoted words" !tag:slow`. Every text is a query: an unknown key, or a quotation
 * that is left open, is text to look for.
 */
export function parseQuery(text: string): readonly Term[] {
  const terms: Term[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) {
      at += 1;
      continue;
    }
    const not = text[at] === '!' && /\S/.test(text[at + 1] ?? '');
    const [key, from] = keyAt(text, not ? at + 1 : at);
    const { values, end } = valuesAt(text, from, key !== 'text');
    if (values.length > 0) terms.push({ key, values, not });
    at = Math.max(end, at + 1);
  }
  return terms;
}

/** A query that is read as these terms. */
export function formatQuery(terms: readonly Term[]): string {
  return terms
    .map(
      ({ key, values, not }) => `${not ? '!' : ''}${key === 'text' ? '' : `${key}:`}${values.map(written).join(',')}`,
    )
    .join(' ');
}

function keyAt(text: string, at: number): readonly [QueryKey, number] {
  const key = queryKeys.find((one) => text.startsWith(`${one}:`, at));
  // `s:` alone is a word, not a term without a value.
  return key === undefined || !/\S/.test(text[at + key.length + 1] ?? '') ? ['text', at] : [key, at + key.length + 1];
}

/** Only the values of a key are told apart by commas: in text a comma is a comma. */
function valuesAt(text: string, from: number, several: boolean): { readonly values: string[]; readonly end: number } {
  const values: string[] = [];
  let value = '';
  let at = from;
  const close = () => {
    if (value !== '') values.push(value);
    value = '';
  };
  while (at < text.length) {
    const character = text[at] ?? '';
    if (/\s/.test(character)) break;
    if (character === '"') {
      const quoted = quotedAt(text, at);
      value += quoted.value;
      at = quoted.end;
      continue;
    }
    if (character === ',' && several) close();
    else value += character;
    at += 1;
  }
  close();
  return { values, end: at };
}

/** Within quotes a backslash keeps the next character from meaning anything. */
function quotedAt(text: string, start: number): { readonly value: string; readonly end: number } {
  let value = '';
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '"') return { value, end: at + 1 };
    if (character === '\\' && at + 1 < text.length) at += 1;
    value += text[at] ?? '';
  }
  return { value, end: at };
}

function written(value: string): string {
  return /^[^\s",!:]+$/.test(value) ? value : `"${value.replace(/[\\"]/g, '\\$&')}"`;
}
