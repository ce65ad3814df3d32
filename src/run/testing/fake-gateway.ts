import { completion } from '../../api/testing/bodies.js';
import type { Json } from '../../json/index.js';
import type { Exchange, WireClient, WireFaultCode, WireRequest } from '../../wire/index.js';

/** What the gateway makes of a request. `hang` answers nothing until the exchange is aborted. */
export type Reply =
  | 'hang'
  | {
      readonly status?: number;
      readonly json?: Json;
      readonly text?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly fault: WireFaultCode; readonly beforeResponse?: boolean };

export interface FakeGateway extends WireClient {
  /** Everything that was sent, in order. */
  readonly requests: readonly WireRequest[];
  /** How many exchanges were under way at once, at most. */
  most(): number;
  closed(): boolean;
}

export const ok: Reply = { json: completion() };
export const denied: Reply = { status: 403, json: { error_code: 'PERMISSION_DENIED', message: 'No EXECUTE.' } };
export const missing: Reply = {
  status: 404,
  json: { error_code: 'RESOURCE_DOES_NOT_EXIST', message: 'No such model.' },
};
export const saturated: Reply = { status: 429, json: { error_code: 'REQUEST_LIMIT_EXCEEDED', message: 'Too many.' } };
export const unavailable: Reply = { status: 503, text: 'busy' };

/** A gateway in memory that answers in the order of a script; the last reply stays. */
export function scripted(...script: readonly [Reply, ...Reply[]]): FakeGateway {
  let next = 0;
  return answering(() => script[Math.min(next++, script.length - 1)] as Reply);
}

/** A gateway in memory that looks at each request. */
export function answering(reply: (request: WireRequest) => Reply | Promise<Reply>): FakeGateway {
  const requests: WireRequest[] = [];
  let underWay = 0;
  let most = 0;
  let closed = false;
  return {
    requests,
    most: () => most,
    closed: () => closed,
    async send(request, signal) {
      if (signal?.aborted === true) return failing(request, 'aborted', true);
      requests.push(request);
      underWay += 1;
      most = Math.max(most, underWay);
      const given = await reply(request);
      const exchange = given === 'hang' ? await untilAborted(request, signal) : exchangeOf(request, given);
      underWay -= 1;
      return exchange;
    },
    close: () => {
      closed = true;
      return Promise.resolve();
    },
  };
}

/** What a request carries, by the name of a header in any case. */
export function sentHeader(request: WireRequest | undefined, name: string): string | undefined {
  return request?.headers.find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1];
}

export function sentBody(request: WireRequest | undefined): string {
  return new TextDecoder().decode(request?.body);
}

function exchangeOf(request: WireRequest, reply: Exclude<Reply, 'hang'>): Exchange {
  if ('fault' in reply) return failing(request, reply.fault, reply.beforeResponse ?? true);
  const { status = 200, json, text = '', headers = {} } = reply;
  const type: Record<string, string> = json === undefined ? {} : { 'Content-Type': 'application/json' };
  const body = new TextEncoder().encode(json === undefined ? text : JSON.stringify(json));
  return {
    request,
    response: { status, headers: Object.entries({ ...type, ...headers }), body },
    times: { startedAt: 0, firstByte: 1, end: 2 },
  };
}

function failing(request: WireRequest, code: WireFaultCode, beforeResponse: boolean): Exchange {
  const message = `The exchange ended with ${code}.`;
  return { request, fault: { code, message, beforeResponse }, times: { startedAt: 0, end: 2 } };
}

function untilAborted(request: WireRequest, signal: AbortSignal | undefined): Promise<Exchange> {
  const aborted = failing(request, 'aborted', true);
  if (signal?.aborted === true) return Promise.resolve(aborted);
  return new Promise((resolve) => {
    signal?.addEventListener('abort', () => resolve(aborted), { once: true });
  });
}
