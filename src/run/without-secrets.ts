import type { FinishedEvent } from '../journal/index.js';
import { isJsonObject, type Json } from '../json/index.js';
import type { Redactor } from '../wire/index.js';

/** Findings quote what a gateway sent, which may be a secret that it echoed. What merely holds quotes nothing. */
export function withoutSecrets(finished: FinishedEvent, redactor: Redactor): FinishedEvent {
  const quotes = finished.findings.some(({ holds, found }) => !holds || found !== undefined);
  if (!quotes && finished.observed === undefined && finished.reason === undefined) return finished;
  return redacted(finished as unknown as Json, redactor) as unknown as FinishedEvent;
}

function redacted(value: Json, redactor: Redactor): Json {
  if (typeof value === 'string') return redactor.text(value);
  if (Array.isArray(value)) return value.map((item: Json) => redacted(item, redactor));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [redactor.text(key), redacted(item, redactor)]));
}
