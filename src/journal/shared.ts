/** Keeps once what many lines of a journal say alike. Values are not to be changed afterwards. */
export interface Shared {
  text(text: string): string;
  /** A value that is written the same way as an earlier one is that one. */
  value<Value>(value: Value): Value;
  /** For an object that differs from the next as a whole, and whose texts are of a few. */
  fields(object: Readonly<Record<string, string>>): Readonly<Record<string, string>>;
}

/** What lines are alike stands near to each other: when there is much that is not, it is forgotten. */
const mostRemembered = 10_000;

export function createShared(): Shared {
  const texts = new Map<string, string>();
  const values = new Map<string, unknown>();
  const remembered = <Value>(known: Map<string, unknown>, key: string, value: Value): Value => {
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier as Value;
    if (known.size >= mostRemembered) known.clear();
    known.set(key, value);
    return value;
  };
  const text = (given: string) => remembered(texts, given, given);
  return {
    text,
    value: (value) => remembered(values, JSON.stringify(value), value),
    fields: (object) => Object.fromEntries(Object.entries(object).map(([key, value]) => [text(key), text(value)])),
  };
}
