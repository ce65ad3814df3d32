import { proceed, refuse, type Step } from '../gateway/reply.js';
import type { Parameter } from './engine.js';

/** A request for a statement that can be followed. */
export interface Submission {
  readonly statement: string;
  readonly warehouse: string;
  readonly waitMs: number;
  readonly cancelsAtTimeout: boolean;
  readonly parameters: Readonly<Record<string, Parameter>>;
}

/** Reads the body of `POST /api/2.0/sql/statements` ("Statement Execution API"). */
export function readSubmission(body: Readonly<Record<string, unknown>>): Step<Submission> {
  const { statement, warehouse_id: warehouse, parameters = [] } = body;
  if (typeof statement !== 'string' || statement.trim() === '') return wrong('`statement` must be a text.');
  if (typeof warehouse !== 'string') return wrong('`warehouse_id` must be a text.');
  const waitMs = readWait(body['wait_timeout'] ?? '10s');
  if (waitMs === undefined) return wrong('`wait_timeout` must be 0s, or from 5s to 50s.');
  const atTimeout = body['on_wait_timeout'] ?? 'CONTINUE';
  if (atTimeout !== 'CONTINUE' && atTimeout !== 'CANCEL') return wrong('`on_wait_timeout` must be CONTINUE or CANCEL.');
  if ((body['disposition'] ?? 'INLINE') !== 'INLINE' || (body['format'] ?? 'JSON_ARRAY') !== 'JSON_ARRAY') {
    const message = 'The simulated account gives results INLINE and as JSON_ARRAY only.';
    return refuse(501, 'NOT_IMPLEMENTED', message);
  }
  const read = readParameters(parameters);
  if (read === undefined)
    return wrong('`parameters` must be a list of { name, value, type }, with texts, each name once.');
  return proceed({ statement, warehouse, waitMs, cancelsAtTimeout: atTimeout === 'CANCEL', parameters: read });
}

function readWait(written: unknown): number | undefined {
  const seconds = /^(\d{1,2})s$/.exec(String(written))?.[1];
  if (seconds === undefined) return undefined;
  const count = Number(seconds);
  return count === 0 || (count >= 5 && count <= 50) ? count * 1000 : undefined;
}

function readParameters(written: unknown): Readonly<Record<string, Parameter>> | undefined {
  if (!Array.isArray(written)) return undefined;
  const read = new Map<string, Parameter>();
  for (const parameter of written as readonly unknown[]) {
    if (typeof parameter !== 'object' || parameter === null) return undefined;
    const { name, value = null, type = 'STRING' } = parameter as Readonly<Record<string, unknown>>;
    if (typeof name !== 'string' || typeof type !== 'string' || read.has(name)) return undefined;
    if (value !== null && typeof value !== 'string') return undefined;
    read.set(name, { value, type });
  }
  return Object.fromEntries(read);
}

function wrong(message: string): Step<never> {
  return refuse(400, 'INVALID_PARAMETER_VALUE', message);
}
