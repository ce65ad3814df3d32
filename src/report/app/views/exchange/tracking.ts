import type { HeaderPair } from '../../../../journal/index.js';
import { type HeadersMaybe, headersOf } from './summarised.js';

/** What whoever runs the gateway will ask for. */
export interface Tracking {
  readonly name: 'Request id' | 'Trace id';
  readonly header: string;
  readonly value: string;
}

const names: ReadonlyMap<string, Tracking['name']> = new Map([
  ['x-request-id', 'Request id'],
  ['request-id', 'Request id'],
  ['x-databricks-request-id', 'Request id'],
  ['apim-request-id', 'Request id'],
  ['x-trace-id', 'Trace id'],
  ['x-b3-traceid', 'Trace id'],
  ['traceparent', 'Trace id'],
  ['traceresponse', 'Trace id'],
]);

/** The ids by which an exchange can be found in somebody's logs, each once. Those of the response come first. */
export function trackingOf({
  request,
  response,
}: {
  request: HeadersMaybe;
  response?: HeadersMaybe;
}): readonly Tracking[] {
  const all = [...(headersOf(response) ?? []), ...(headersOf(request) ?? [])].flatMap(idIn);
  return all.filter(
    ({ name, value }, index) => all.findIndex((one) => one.name === name && one.value === value) === index,
  );
}

function idIn([header, value]: HeaderPair): readonly Tracking[] {
  const name = names.get(header.toLowerCase());
  // The trace id within a `traceparent`: W3C Trace Context, section 3.2.2.
  const id = /^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-/i.exec(value)?.[1] ?? value;
  return name === undefined || id === '' ? [] : [{ name, header, value: id }];
}
