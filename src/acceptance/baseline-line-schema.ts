import { Type } from 'typebox';
import { type Verdict, verdicts } from '../journal/index.js';
import type { Json } from '../json/index.js';
import { baselineVersion } from './baseline.js';

// Objects are open, as those of a journal: a newer tool may have added optional keys.

const text = Type.String();

/** The first line of a baseline. */
export const HeaderSchema = Type.Object({
  baseline: Type.Literal(baselineVersion),
  target: text,
  suite: text,
  startedAt: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' }),
  tool: text,
  specsDigest: text,
});

/** Every other line. */
export const InstanceLineSchema = Type.Object({
  instance: Type.String({ minLength: 1 }),
  verdict: Type.Unsafe<Verdict>({ type: 'string', enum: [...verdicts] }),
  requirements: Type.Array(text),
  observed: Type.Optional(Type.Record(text, Type.Unsafe<Json>({}))),
});
