import type { BodyRecord, ExchangeEvent, Finding, HeaderPair } from '../../journal/index.js';
import type { Json } from '../../json/index.js';
import { shortened } from '../visible.js';

// Bounds to what the page holds, so that a gateway cannot make one that nobody can open. The journal keeps more.

const longestBody = 64 * 1024;
const longestValue = 8 * 1024;
const longestFinding = 32 * 1024;

export function boundedExchange(event: ExchangeEvent): ExchangeEvent {
  const { request, response } = event.exchange;
  return {
    ...event,
    exchange: {
      ...event.exchange,
      request: {
        ...request,
        url: shortened(request.url, longestValue),
        headers: request.headers.map(boundedHeader),
        ...(request.body === undefined ? {} : { body: boundedBody(request.body) }),
      },
      ...(response === undefined
        ? {}
        : {
            response: {
              ...response,
              headers: response.headers.map(boundedHeader),
              body: boundedBody(response.body),
            },
          }),
    },
  };
}

export function boundedFinding({ message, expected, found, ...finding }: Finding): Finding {
  return {
    ...finding,
    message: shortened(message, longestValue),
    ...(expected === undefined ? {} : { expected: boundedJson(expected) }),
    ...(found === undefined ? {} : { found: boundedJson(found) }),
  };
}

/** The characters of its bodies, once bounded. */
export function weightOf({ exchange }: ExchangeEvent): number {
  const bodies = [exchange.request.body, exchange.response?.body];
  return bodies.reduce((sum, body) => sum + (body === undefined ? 0 : Math.min(textOf(body).length, longestBody)), 0);
}

/** Half a value is none: what is too long becomes the beginning of its text. */
function boundedJson(value: Json): Json {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= longestFinding ? value : shortened(text, longestFinding);
}

function boundedHeader([name, value]: HeaderPair): HeaderPair {
  return [shortened(name, longestValue), shortened(value, longestValue)];
}

function boundedBody(body: BodyRecord): BodyRecord {
  if (textOf(body).length <= longestBody) return body;
  switch (body.kind) {
    case 'empty':
      return body;
    case 'text':
      return { ...body, text: body.text.slice(0, longestBody), cut: true };
    case 'binary':
      return { ...body, base64: body.base64.slice(0, longestBody), cut: true };
  }
}

function textOf(body: BodyRecord): string {
  return body.kind === 'text' ? body.text : body.kind === 'binary' ? body.base64 : '';
}
