import { formatQuery, parseQuery, type QueryKey } from './query.js';

/** Whether a query asks for this value of a key, and nothing against it. */
export function asksFor(query: string, key: QueryKey, value: string): boolean {
  return parseQuery(query).some((term) => term.key === key && !term.not && term.values.includes(value));
}

/** The query with one more value of a key, or without it when it is asked for already. */
export function toggled(query: string, key: QueryKey, value: string): string {
  const terms = parseQuery(query);
  const own = terms.find((term) => term.key === key && !term.not);
  const others = terms.filter((term) => term !== own);
  const before = own?.values ?? [];
  const values = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return formatQuery(values.length === 0 ? others : [{ key, values, not: false }, ...others]);
}

/** A query of one term. */
export function queryFor(key: QueryKey, ...values: readonly string[]): string {
  return formatQuery([{ key, values, not: false }]);
}
