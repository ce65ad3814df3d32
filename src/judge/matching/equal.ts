import { isJsonObject, type Json } from '../../json/index.js';
import { isList } from '../words.js';

/** Whether two values are the same JSON value. The order of keys is no part of it (RFC 8259, section 4). */
export function equal(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (isList(one))
    return isList(other) && one.length === other.length && one.every((item, at) => equal(item, other[at] as Json));
  if (!isJsonObject(one) || !isJsonObject(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && equal(one[key] as Json, other[key] as Json))
  );
}
