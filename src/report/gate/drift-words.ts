import { isJsonObject, type Json } from '../../json/index.js';
import { shortened, visibleLine } from '../visible.js';
import type { Drift } from './standing.js';

const longestValue = 120;
const mostLines = 20;

/** What has changed of an observed behaviour: the innermost aspects, a line each. */
export function driftLines(drifts: readonly Drift[]): readonly string[] {
  const lines = drifts.flatMap(({ aspect, accepted, found }) => changes(aspect, accepted, found));
  return lines.length > mostLines ? [...lines.slice(0, mostLines), `and ${lines.length - mostLines} more`] : lines;
}

function changes(aspect: string, accepted: Json | undefined, found: Json | undefined): readonly string[] {
  if (JSON.stringify(accepted) === JSON.stringify(found)) return [];
  if (isJsonObject(accepted) && isJsonObject(found)) {
    const keys = [...new Set([...Object.keys(accepted), ...Object.keys(found)])].sort();
    return keys.flatMap((key) => changes(`${aspect}/${key}`, accepted[key], found[key]));
  }
  if (Array.isArray(accepted) && Array.isArray(found)) {
    const [gone, come] = [without(accepted, found), without(found, accepted)];
    if (gone.length + come.length > 0)
      return [
        ...gone.map((item) => line(aspect, `no longer has ${shown(item)}`)),
        ...come.map((item) => line(aspect, `has ${shown(item)}, too`)),
      ];
  }
  return [line(aspect, `was ${shown(accepted)}, and is ${shown(found)}`)];
}

function line(aspect: string, change: string): string {
  return visibleLine(`${aspect} ${change}`);
}

function without(items: readonly Json[], others: readonly Json[]): readonly Json[] {
  const known = new Set(others.map((item) => JSON.stringify(item)));
  return items.filter((item) => !known.has(JSON.stringify(item)));
}

function shown(value: Json | undefined): string {
  return value === undefined ? 'not observed' : shortened(JSON.stringify(value), longestValue);
}
