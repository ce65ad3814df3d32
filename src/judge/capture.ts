import type { Json } from '../json/index.js';
import type { Capture } from '../spec/index.js';
import type { Answered } from './answered.js';
import { headerValue } from './header.js';
import { select } from './matching/json-path.js';

/** The part of an answer that a later step asks for. Undefined when it is not there, or when a query selects several values. */
export function captureValue(capture: Capture, { response, api }: Answered): Json | undefined {
  if (response === undefined) return undefined;
  if ('header' in capture) return headerValue(response.headers, capture.header);
  const { body } = response;
  if (body.kind !== 'json') return undefined;
  if ('answer' in capture) return api?.api.readAnswer(body.value)?.[capture.answer];
  return onlySelected(capture.body, body.value);
}

function onlySelected(query: string, body: Json): Json | undefined {
  const selected = select(query, body);
  return typeof selected === 'string' || selected.length !== 1 ? undefined : selected[0]?.value;
}
