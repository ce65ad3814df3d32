import { Type } from 'typebox';

const closed = { additionalProperties: false } as const;

export const jsonTypes = ['string', 'integer', 'number', 'boolean', 'array', 'object', 'null'] as const;

/**
 * What a value may be compared with. Keys start with `$` so that they cannot be mistaken for fields of a body.
 * Several keys in one matcher must all hold.
 */
export const MatcherSchema = Type.Object(
  {
    $type: Type.Optional(Type.Enum(jsonTypes, { description: 'The JSON type of the value.' })),
    $equals: Type.Optional(Type.Unknown({ description: 'Exactly this value; in a mapping, no other keys.' })),
    $not: Type.Optional(Type.Unknown({ description: 'Not this value, or not what this matcher accepts.' })),
    $in: Type.Optional(Type.Array(Type.Unknown(), { minItems: 1, description: 'One of these values.' })),
    $contains: Type.Optional(
      Type.Unknown({ description: 'A text that contains this text, or a list with an item that matches this.' }),
    ),
    $matches: Type.Optional(
      Type.String({ description: 'A text that matches this regular expression (ECMAScript, unicode).' }),
    ),
    $json: Type.Optional(Type.Unknown({ description: 'A text that is JSON, whose value matches this.' })),
    $near: Type.Optional(
      Type.Unknown({ description: 'The same numbers in the same lists, each at most a millionth away.' }),
    ),
    $similar: Type.Optional(
      Type.Unknown({
        description: 'A vector of as many numbers, in almost the same direction: a cosine of at least 0.99.',
      }),
    ),
    $each: Type.Optional(Type.Unknown({ description: 'A list, not empty, of which every item matches this.' })),
    $exists: Type.Optional(Type.Boolean({ description: 'Whether the value is there at all.' })),
    $empty: Type.Optional(Type.Boolean({ description: 'Whether a text, list or mapping is empty.' })),
    $length: Type.Optional(Type.Integer({ minimum: 0, description: 'Characters of a text, or items of a list.' })),
    $min: Type.Optional(Type.Number({ description: 'A number that is at least this.' })),
    $max: Type.Optional(Type.Number({ description: 'A number that is at most this.' })),
  },
  { ...closed, minProperties: 1, title: 'a matcher', description: 'Compares one value; several keys must all hold.' },
);

export type Matcher = Type.Static<typeof MatcherSchema>;
