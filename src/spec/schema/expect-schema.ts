import { Type } from 'typebox';
import { durationPattern } from '../duration.js';
import { AspectSchema } from './aspect-schema.js';
import { type OutcomeName, outcomeNames, outcomeSchemas } from './outcome-schemas.js';
import { StatusSchema } from './status-schema.js';

const closed = { additionalProperties: false } as const;

const BoundSchema = Type.Object(
  { under: Type.String({ pattern: durationPattern, description: 'Less than this long, such as 5s or 500ms.' }) },
  { ...closed, title: 'a time limit' },
);

const streamRules = (description: string) =>
  Type.Array(Type.String(), { minItems: 1, title: 'a list of rules', description });

const StreamSchema = Type.Union(
  [
    streamRules("Rules of the grammar of the API's stream, by name."),
    Type.Object(
      {
        rules: Type.Optional(streamRules("Rules of the grammar of the API's stream, by name.")),
        frames: Type.Optional(
          Type.Object(
            {
              least: Type.Optional(Type.Integer({ minimum: 1, description: 'At least so many.' })),
              most: Type.Optional(Type.Integer({ minimum: 1, description: 'At most so many.' })),
            },
            {
              ...closed,
              minProperties: 1,
              title: 'a number of frames',
              description: 'How many frames come in which a client sees an event.',
            },
          ),
        ),
        'first-token': Type.Optional(
          Type.Object(BoundSchema.properties, {
            ...closed,
            title: 'a time limit',
            description: 'From the sending of the request to the frame with the first text or tool input.',
          }),
        ),
        'longest-gap': Type.Optional(
          Type.Object(BoundSchema.properties, {
            ...closed,
            title: 'a time limit',
            description: 'The longest silence between two pieces of the stream, after the first.',
          }),
        ),
        end: Type.Optional(
          Type.Enum(['complete', 'error', 'cut', 'aborted'], {
            description:
              'How the stream ends: with its terminal event, with an error, with neither, or left by `abort-after`.',
          }),
        ),
      },
      { ...closed, minProperties: 1, title: 'a stream' },
    ),
  ],
  { title: 'a stream', description: 'What holds of the answer as a stream: rules of its grammar, its pace, its end.' },
);

const checks = {
  ...(Object.fromEntries(Object.entries(outcomeSchemas).map(([name, schema]) => [name, Type.Optional(schema)])) as {
    [Name in OutcomeName]: Type.TOptional<(typeof outcomeSchemas)[Name]>;
  }),
  status: Type.Optional(StatusSchema),
  headers: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), { description: 'Header name (any case) to a value or a matcher.' }),
  ),
  body: Type.Optional(
    Type.Unknown({
      description:
        'Part of the JSON body: what is named must match, what is not named may be anything. Keys that start with `$.` or `$[` are JSONPath (RFC 9535).',
    }),
  ),
  contract: Type.Optional(
    Type.Enum(['success', 'error'], { description: "The body follows the API's contract for a success or an error." }),
  ),
  rules: Type.Optional(
    Type.Array(Type.String(), { minItems: 1, description: 'Rules of the API that a schema cannot say, by name.' }),
  ),
  stream: Type.Optional(StreamSchema),
  timing: Type.Optional(
    Type.Object(
      {
        'first-byte': Type.Optional(BoundSchema),
        total: Type.Optional(BoundSchema),
      },
      { ...closed, minProperties: 1, title: 'timing', description: 'How long the answer may take.' },
    ),
  ),
};

const OutcomeNameSchema = Type.Enum(outcomeNames, {
  title: 'a named outcome',
  description: 'One of the named outcomes.',
});

const ChecksSchema = Type.Object(checks, { ...closed, minProperties: 1, title: 'an expectation' });

/** What must hold of one answer. */
export const ExpectSchema = Type.Union(
  [
    OutcomeNameSchema,
    Type.Object(
      {
        ...checks,
        any: Type.Optional(
          Type.Array(Type.Union([OutcomeNameSchema, ChecksSchema]), {
            minItems: 2,
            description: 'At least one of these must hold; the report says which.',
          }),
        ),
      },
      { ...closed, minProperties: 1, title: 'an expectation' },
    ),
  ],
  { title: 'an expectation' },
);

/** What must hold of all answers of a `compare`. */
export const CompareExpectSchema = Type.Object(
  {
    all: Type.Union([OutcomeNameSchema, ChecksSchema], {
      description: 'What must hold of every side: equal failures prove nothing.',
    }),
    equivalent: Type.Array(AspectSchema, { minItems: 1, description: 'What must be the same on every side.' }),
  },
  { ...closed, title: 'the expectation of a comparison' },
);

export type Checks = Type.Static<typeof ChecksSchema>;
export type ExpectTemplate = Type.Static<typeof ExpectSchema>;
export type CompareExpect = Type.Static<typeof CompareExpectSchema>;
