import { isDeepStrictEqual } from 'node:util';
import type { TargetRecord } from './events.js';

/**
 * In what two records of a target differ, by name; empty when they are of the same gateway. A file may lie elsewhere on
 * another machine; every simulated account is the same one, and only its ports differ.
 */
export function targetDifference(one: TargetRecord, other: TargetRecord): readonly string[] {
  const [first, second] = [comparable(one), comparable(other)];
  const names = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  return names.filter((name) => !isDeepStrictEqual(first[name], second[name]));
}

function comparable({ source, workspaces, accountUrl, ...rest }: TargetRecord): Readonly<Record<string, unknown>> {
  return source === 'mock' ? { source, ...rest } : { workspaces, accountUrl, ...rest };
}
