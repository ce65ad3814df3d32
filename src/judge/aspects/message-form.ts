import type { GatewayError } from '../../api/index.js';
import type { Json } from '../../json/index.js';

/** What stands around the sentence of an error: the id of the request behind it or in a field of its own. Null where there is no message. */
export function messageForm(error: GatewayError): Json {
  if (!('message' in error)) return null;
  const around = [
    ...(error.prefix === undefined ? [] : ['code before it']),
    ...(error.requestId === undefined ? [] : ['request id beside it']),
    ...(error.nested === true ? ['JSON around it'] : []),
  ];
  return around.length === 0 ? 'a bare sentence' : around;
}
