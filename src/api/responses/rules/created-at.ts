import { ofObject } from '../../rules/index.js';
import { unexpected } from '../../violation.js';

// Wide enough for any clock, narrow enough to tell seconds from milliseconds and from nothing.
const earliest = Date.UTC(2020, 0, 1) / 1000;
const latest = Date.UTC(2100, 0, 1) / 1000;

/** OpenAI's own specification allows a fraction, unlike that of Chat Completions. */
export const createdPlausible = ofObject((body) => {
  const created = body['created_at'];
  const holds = typeof created === 'number' && created >= earliest && created < latest;
  return holds ? [] : [unexpected('/created_at', created, 'seconds since 1970, between 2020 and 2100')];
});
