/** Below these keys stands what callers name as they like. */
const own: ReadonlySet<string> = new Set([
  'args',
  'labels',
  'parameters',
  'parametersJsonSchema',
  'response',
  'responseJsonSchema',
  'responseSchema',
]);

/** No key of the API stands deeper, and bodies may be nested deeper than any function can call itself. */
const deepest = 12;

/**
 * A request with the keys that the API documents. Like all JSON of Protocol Buffers it may also name the fields as the
 * definition of the message does, in snake case.
 */
export function camelCased(value: unknown, depth = 0): unknown {
  if (depth === deepest) return value;
  if (Array.isArray(value)) return value.map((item) => camelCased(item, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const name = key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
      return [name, own.has(name) ? item : camelCased(item, depth + 1)];
    }),
  );
}
