import type { ExchangeRecord } from '../../journal/index.js';

/** By which whoever runs the gateway finds a request in logs; traceparent is W3C Trace Context. */
const names = new Set([
  'x-request-id',
  'request-id',
  'x-databricks-request-id',
  'x-databricks-trace-id',
  'traceparent',
]);

/** `x-request-id: 1234`, of the response, then of the request, each once. */
export function requestIdsOf({ request, response }: ExchangeRecord): readonly string[] {
  const headers = [...(response?.headers ?? []), ...request.headers];
  const ids = headers.filter(([name]) => names.has(name.toLowerCase())).map(([name, value]) => `${name}: ${value}`);
  return [...new Set(ids)];
}
