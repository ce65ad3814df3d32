import { isJsonObject, type Json } from '../../json/index.js';
import type { Violation } from '../violation.js';
import { unexpected, violationsIn } from '../violation.js';

/** Results are matched to tool calls by id, so that two calls with one id cannot be answered. */
export function uniqueIds(calls: readonly Json[], at: string, key = 'id'): readonly Violation[] {
  const seen = new Set<Json>();
  return violationsIn(calls, (call, position) => {
    const id = isJsonObject(call) ? call[key] : undefined;
    if (typeof id !== 'string') return [];
    if (seen.has(id)) return [unexpected(`${at}/${position}/${key}`, id, 'an id that no other call has')];
    seen.add(id);
    return [];
  });
}
