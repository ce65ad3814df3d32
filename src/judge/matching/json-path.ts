import { jsonpath } from 'json-p3';
import type { Json } from '../../json/index.js';
import { deepestNesting } from '../body/nesting.js';
import { child } from '../words.js';

/** One value that a query selects. */
export interface Selected {
  /** JSON Pointer from the value that was queried. */
  readonly where: string;
  readonly value: Json;
}

// The library gives up at 50 levels, which a body that is nested less than our own limit would reach.
const environment = new jsonpath.JSONPathEnvironment({ maxRecursionDepth: deepestNesting + 1 });

/**
 * What a JSONPath (RFC 9535) selects, or one sentence on why it can't be evaluated.
 * Compiling takes 3 microseconds, so nothing is kept.
 */
export function select(query: string, value: Json): readonly Selected[] | string {
  try {
    const { nodes } = environment.compile(query).query(value as Parameters<typeof environment.query>[1]);
    return nodes.map((node) => ({ where: node.location.reduce<string>(child, ''), value: node.value as Json }));
  } catch (error) {
    return (error as Error).message;
  }
}
