import { type TSchema, Type } from 'typebox';

// Objects are open: a newer tool may have added something.

const text = Type.String();
const count = Type.Integer({ minimum: 0 });
const level = Type.Union([Type.Literal('MUST'), Type.Literal('SHOULD'), Type.Literal('OBSERVE')]);
const optional = <Schema extends TSchema>(schema: Schema) => Type.Optional(schema);

const caught = Type.Object({
  instance: text,
  case: text,
  by: Type.Union([Type.Literal('failed'), Type.Literal('warned'), Type.Literal('drifted')]),
  findings: Type.Array(Type.Object({ check: text, message: text, line: optional(Type.Integer({ minimum: 1 })) })),
});

const broken = Type.Object({
  requirement: text,
  level,
  tried: count,
  catches: Type.Array(caught),
  undecided: Type.Array(Type.Object({ instance: text, reason: text })),
});

/** `prove.json`, as `KillMatrix` types it. */
export const killMatrixSchema = Type.Object({
  tool: Type.Object({ name: text, version: text }),
  specsDigest: text,
  partial: Type.Boolean(),
  faults: Type.Array(
    Type.Object({ id: text, sentence: text, seen: optional(text), breaks: Type.Array(broken), broken: optional(text) }),
  ),
  variants: Type.Array(
    Type.Object({
      id: text,
      sentence: text,
      allowedBy: text,
      tried: count,
      flagged: Type.Array(Type.Object({ instance: text, verdict: text, reason: text })),
      broken: optional(text),
    }),
  ),
  requirements: Type.Array(
    Type.Object({ id: text, level, statement: text, exercised: Type.Boolean(), provedBy: Type.Array(text) }),
  ),
  idleCases: Type.Array(Type.Object({ case: text, file: text })),
});
