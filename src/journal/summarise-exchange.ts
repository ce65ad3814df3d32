import type { HeaderPair } from '../wire/index.js';
import type { ExchangeEvent } from './events.js';
import type { BodyRecord, ExchangeRecord } from './exchange-record.js';

/** What an exchange was about and how it went, without what was said. */
export function summariseExchange(event: ExchangeEvent): ExchangeEvent {
  const { request, response, fault, aborted, times } = event.exchange;
  const { startedAt, dequeued, connected, firstByte, end } = times;
  const { method, url } = request;
  return {
    ...event,
    summary: true,
    exchange: {
      request: {
        method,
        url,
        headers: request.headers.filter(isTelling),
        ...(request.body === undefined ? {} : { body: sizeOnly(request.body) }),
      },
      ...(response === undefined ? {} : { response: summaryOf(response) }),
      ...(fault === undefined ? {} : { fault }),
      ...(aborted === undefined ? {} : { aborted }),
      // Where pieces of a body end means nothing without the body, and a long stream has thousands.
      times: {
        startedAt,
        ...(dequeued === undefined ? {} : { dequeued }),
        ...(connected === undefined ? {} : { connected }),
        ...(firstByte === undefined ? {} : { firstByte }),
        end,
      },
    },
  };
}

type ResponseRecord = NonNullable<ExchangeRecord['response']>;

function summaryOf({ status, headers, body }: ResponseRecord): ResponseRecord {
  return { status, headers: headers.filter(isTelling), body: sizeOnly(body) };
}

function sizeOnly(body: BodyRecord): BodyRecord {
  return body.kind === 'empty' ? body : { kind: 'text', text: '', bytes: body.bytes, cut: true };
}

/** What it is, and the ids by which a gateway's own logs and traces know it. */
function isTelling([name]: HeaderPair): boolean {
  return /^content-type$|^retry-after$|^traceparent$|request-id|trace-id/i.test(name);
}
