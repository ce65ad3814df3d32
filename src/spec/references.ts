import { isJsonObject, type Json } from '../json/index.js';

/** A look-up such as `${models.system.bare}`, as its dotted path. */
export type Reference = readonly string[];

/** `$${` stands for a literal `${`. */
const pattern = /\$\$\{|\$\{([^}]*)\}/g;
const segment = /^[A-Za-z0-9_-]+$/;

/** Every reference in a text; `malformed` ones hold something other than a dotted path. */
export function referencesIn(
  text: string,
): readonly { readonly reference: Reference; readonly written: string; readonly malformed: boolean }[] {
  return [...text.matchAll(pattern)]
    .filter((match) => match[1] !== undefined)
    .map((match) => {
      const reference = (match[1] ?? '').trim().split('.');
      return { reference, written: match[0], malformed: !reference.every((part) => segment.test(part)) };
    });
}

/** Every text in a template, with its path. */
export function* textsOf(
  template: unknown,
  path: readonly (string | number)[] = [],
): Generator<{ text: string; path: readonly (string | number)[] }> {
  if (typeof template === 'string') yield { text: template, path };
  else if (Array.isArray(template))
    for (const [index, item] of template.entries()) yield* textsOf(item, [...path, index]);
  else if (isJsonObject(template))
    for (const [key, item] of Object.entries(template)) yield* textsOf(item, [...path, key]);
}

/**
 * The template with every reference looked up. A text that is one reference and nothing else takes the value's own type;
 * inside other text the value is written as text.
 */
export function substitute(template: Json, lookUp: (reference: Reference) => Json): Json {
  if (typeof template === 'string') return substituteText(template, lookUp);
  if (Array.isArray(template)) return template.map((item: Json) => substitute(item, lookUp));
  if (isJsonObject(template)) {
    return Object.fromEntries(Object.entries(template).map(([key, item]) => [key, substitute(item, lookUp)]));
  }
  return template;
}

function substituteText(text: string, lookUp: (reference: Reference) => Json): Json {
  const [only] = referencesIn(text);
  if (only !== undefined && only.written === text) return lookUp(only.reference);
  return text.replace(pattern, (written, inner: string | undefined) => {
    if (inner === undefined) return written.slice(1);
    const value = lookUp(inner.trim().split('.'));
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
}
