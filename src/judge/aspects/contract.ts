import type { Json } from '../../json/index.js';
import type { Received } from '../answered.js';
import { collapsed } from './shape.js';

/** `holds`, or where the body departs from the API's contract for its kind of status. */
export function contractAspect({ api, response: { status, body } }: Received): Json {
  if (api === undefined) return null;
  if (body.kind !== 'json') return 'not-json';
  const violations = api.contract[status >= 200 && status < 300 ? 'success' : 'error'](body.value);
  if (violations.length === 0) return 'holds';
  return [...new Set(violations.map(({ where }) => collapsed(where)))].sort();
}
