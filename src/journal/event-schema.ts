import { type TProperties, type TSchema, Type } from 'typebox';
import type { Json } from '../json/index.js';
import type { ProblemCode } from '../problem/index.js';
import { journalVersion } from './events.js';

// The schema says what a reader may rely on. Objects are open: a newer tool may have added optional fields (see events.ts).

const text = Type.String();
const texts = Type.Array(text);
const count = Type.Integer({ minimum: 0 });
// Not bounded: a clock that is set back must not make a run unreadable.
const milliseconds = Type.Number();
const positive = Type.Integer({ minimum: 1 });
const anyJson = Type.Unsafe<Json>({});
const optional = <Schema extends TSchema>(schema: Schema) => Type.Optional(schema);
const named = <Schema extends TSchema>(schema: Schema) => Type.Record(text, schema);
const event = <Name extends string, Properties extends TProperties>(name: Name, properties: Properties) =>
  Type.Object({ event: Type.Literal(name), ...properties });

const level = Type.Union([Type.Literal('MUST'), Type.Literal('SHOULD'), Type.Literal('OBSERVE')]);
const sourceKind = Type.Union([Type.Literal('seed'), Type.Literal('documented'), Type.Literal('observed')]);
const verdict = Type.Union([
  Type.Literal('passed'),
  Type.Literal('failed'),
  Type.Literal('warned'),
  Type.Literal('observed'),
  Type.Literal('skipped'),
  Type.Literal('inconclusive'),
  Type.Literal('error'),
]);

const requirement = Type.Object({
  id: text,
  level,
  statement: text,
  source: Type.Object({ kind: sourceKind, address: text }),
  profile: text,
  area: text,
});

const targetRecord = Type.Object({
  name: text,
  source: text,
  accountUrl: optional(text),
  workspaces: named(Type.Object({ url: text, id: optional(text) })),
  models: named(Type.Object({ fqn: text, bare: optional(text), apis: texts })),
  identities: texts,
  principals: optional(named(text)),
  features: texts,
});

const reason = Type.Object({ code: text, message: text });

const place = Type.Object({
  file: text,
  line: positive,
  column: positive,
  length: optional(count),
  text: optional(text),
});

// A newer tool may know codes that this one doesn't; the gate has an answer for those.
const problem = Type.Object({
  code: Type.Unsafe<ProblemCode>({ type: 'string' }),
  message: text,
  fix: optional(text),
  place: optional(place),
});

const finding = Type.Object({
  check: text,
  holds: Type.Boolean(),
  message: text,
  expected: optional(anyJson),
  found: optional(anyJson),
  where: optional(text),
  step: optional(text),
  line: optional(positive),
});

const header = Type.Unsafe<readonly [string, string]>({
  type: 'array',
  prefixItems: [{ type: 'string' }, { type: 'string' }],
  minItems: 2,
  items: false,
});

const body = Type.Union([
  Type.Object({ kind: Type.Literal('empty'), bytes: Type.Literal(0) }),
  Type.Object({ kind: Type.Literal('text'), text, bytes: count, cut: optional(Type.Boolean()) }),
  Type.Object({ kind: Type.Literal('binary'), base64: text, bytes: count, cut: optional(Type.Boolean()) }),
]);

const faultCode = Type.Union([
  Type.Literal('dns'),
  Type.Literal('refused'),
  Type.Literal('tls'),
  Type.Literal('reset'),
  Type.Literal('connect-timeout'),
  Type.Literal('head-timeout'),
  Type.Literal('idle-timeout'),
  Type.Literal('total-timeout'),
  Type.Literal('body-too-large'),
  Type.Literal('head-too-large'),
  Type.Literal('malformed'),
  Type.Literal('aborted'),
  Type.Literal('proxy'),
  Type.Literal('transport'),
]);

const exchangeRecord = Type.Object({
  request: Type.Object({ method: text, url: text, headers: Type.Array(header), body: optional(body) }),
  response: optional(Type.Object({ status: count, headers: Type.Array(header), body })),
  fault: optional(
    Type.Object({ code: faultCode, message: text, beforeResponse: Type.Boolean(), cause: optional(text) }),
  ),
  aborted: optional(Type.Literal(true)),
  times: Type.Object({
    startedAt: milliseconds,
    dequeued: optional(milliseconds),
    connected: optional(milliseconds),
    firstByte: optional(milliseconds),
    pieces: optional(Type.Array(Type.Object({ end: count, at: milliseconds }))),
    end: milliseconds,
  }),
});

/** One schema for each kind of line. */
export const eventSchemas = {
  run: event('run', {
    journal: Type.Literal(journalVersion),
    tool: Type.Object({ name: text, version: text }),
    startedAt: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' }),
    suite: text,
    target: targetRecord,
    specsDigest: text,
    requirements: Type.Array(requirement),
    proves: texts,
    unselected: optional(texts),
    estimate: optional(Type.Object({ requests: count, inputTokens: count, outputTokens: count })),
    budget: optional(Type.Object({ requests: optional(count), tokens: optional(count) })),
    plan: optional(Type.Object({ instances: count, digest: text })),
    selection: optional(
      Type.Object({
        cases: optional(texts),
        apis: optional(texts),
        tags: optional(texts),
        requirements: optional(texts),
      }),
    ),
    shard: optional(Type.Object({ index: positive, count: positive })),
    merged: optional(Type.Object({ shards: positive })),
    resumed: optional(Type.Object({ kept: count })),
    rerun: optional(Type.Object({ of: count })),
  }),
  source: event('source', { file: text, text }),
  planned: event('planned', {
    instance: Type.String({ minLength: 1 }),
    case: text,
    title: text,
    file: text,
    line: positive,
    endLine: positive,
    requirements: texts,
    level,
    tags: texts,
    bindings: named(text),
    apis: optional(texts),
    identities: optional(texts),
    models: optional(texts),
    features: optional(texts),
    grant: optional(Type.Object({ identity: text, model: text, lacks: texts, steps: texts })),
    skip: optional(reason),
    position: optional(positive),
  }),
  problem: event('problem', { problem }),
  started: event('started', { instance: text, at: milliseconds }),
  exchange: event('exchange', {
    instance: text,
    at: milliseconds,
    step: text,
    attempt: positive,
    retried: optional(text),
    waits: optional(
      Type.Object({ quota: optional(milliseconds), pace: optional(milliseconds), retry: optional(milliseconds) }),
    ),
    identity: text,
    summary: optional(Type.Literal(true)),
    exchange: exchangeRecord,
  }),
  finished: event('finished', {
    instance: text,
    at: milliseconds,
    durationMs: milliseconds,
    verdict,
    reason: optional(reason),
    findings: Type.Array(finding),
    observed: optional(named(anyJson)),
    flaky: optional(Type.Boolean()),
    requests: count,
  }),
  ended: event('ended', { at: milliseconds, interrupted: Type.Boolean() }),
};
