import { isJsonObject, type Json } from '../json/index.js';

/** A look-up such as `${models.system.bare}`, as its dotted path. */
export type Reference = readonly string[];

export interface WrittenReference {
  readonly reference: Reference;
  readonly written: string;
  /** It holds something other than a dotted path, or is never closed. */
  readonly malformed: boolean;
}

export interface TextInPlace {
  readonly text: string;
  readonly path: readonly (string | number)[];
}

/** `$${` stands for a literal `${`. */
const pattern = /\$\$\{|\$\{([^}]*)(\}|$)/g;
const segment = /^[A-Za-z0-9_-]+$/;

/** Every reference in a text. */
export function referencesIn(text: string): readonly WrittenReference[] {
  if (!holdsReference(text)) return [];
  return [...text.matchAll(pattern)].flatMap(([written, inner, end]) => {
    if (inner === undefined) return [];
    const reference = pathIn(inner);
    return [{ reference, written, malformed: end !== '}' || !reference.every((part) => segment.test(part)) }];
  });
}

/** Every text in a template, with its path; keys aside. */
export function* textsOf(template: unknown, path: TextInPlace['path'] = []): Generator<TextInPlace> {
  if (typeof template === 'string') yield { text: template, path };
  else if (Array.isArray(template))
    for (const [index, item] of template.entries()) yield* textsOf(item, [...path, index]);
  else if (isJsonObject(template))
    for (const [key, item] of Object.entries(template)) yield* textsOf(item, [...path, key]);
}

/** Every key in a template, with the path that ends in it. */
export function* keysOf(template: unknown, path: TextInPlace['path'] = []): Generator<TextInPlace> {
  if (Array.isArray(template)) for (const [index, item] of template.entries()) yield* keysOf(item, [...path, index]);
  else if (isJsonObject(template)) {
    for (const [key, item] of Object.entries(template)) {
      yield { text: key, path: [...path, key] };
      yield* keysOf(item, [...path, key]);
    }
  }
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

/** Most texts hold none, and every one of them is looked at for each instance. */
function holdsReference(text: string): boolean {
  return text.includes('${');
}

function substituteText(text: string, lookUp: (reference: Reference) => Json): Json {
  if (!holdsReference(text)) return text;
  const [only] = referencesIn(text);
  if (only !== undefined && only.written === text) return lookUp(only.reference);
  return text.replace(pattern, (written, inner: string | undefined) => {
    if (inner === undefined) return written.slice(1);
    const value = lookUp(pathIn(inner));
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
}

function pathIn(inner: string): Reference {
  return inner.trim().split('.');
}
