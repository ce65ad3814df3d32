import { Type } from 'typebox';
import { durationPattern } from '../duration.js';

const closed = { additionalProperties: false } as const;

/** What can be compared between two answers, or recorded of one. Each is read by one file in judge/aspects. */
export const aspects = [
  'status',
  'outcome',
  'contract',
  'content-type',
  'error-code',
  'error-shape',
  'shape',
  'served-model',
  'finish',
  'text',
] as const;
export type Aspect = (typeof aspects)[number];

export const AspectSchema = Type.Enum(aspects, { title: 'an aspect of an answer' });

/** `200`, `[403, 404]` or `4xx`. */
export const StatusSchema = Type.Union(
  [
    Type.Integer({ minimum: 100, maximum: 599 }),
    Type.String({ pattern: '^[1-5]xx$', title: 'a class of statuses such as 4xx' }),
    Type.Array(Type.Integer({ minimum: 100, maximum: 599 }), { minItems: 1, title: 'a list of statuses' }),
  ],
  { title: 'a status', description: 'A status, a list of statuses, or a class such as 4xx.' },
);

const value = (description: string) => Type.Unknown({ description: `${description} A value, or a matcher.` });

/** What an error may be asked for, whichever outcome it belongs to. */
const refusal = {
  status: Type.Optional(StatusSchema),
  code: Type.Optional(value("The error code in the gateway's envelope.")),
};

/** The named outcomes: each stands for several checks, and is defined in one file of judge/outcomes. */
export const outcomeSchemas = {
  completion: Type.Object(
    {
      text: Type.Optional(value('The text of the answer.')),
      finish: Type.Optional(value('Why the model stopped: stop, length, stop-sequence, tool-calls, filtered.')),
    },
    {
      ...closed,
      title: 'the outcome completion',
      description: 'HTTP 200, the contract, no service policy denial, and an answer.',
    },
  ),
  denied: Type.Object(
    { ...refusal, privilege: Type.Optional(value('The privilege that the message names.')) },
    {
      ...closed,
      title: 'the outcome denied',
      description: 'The caller is known and may not: 403 or 404 with a readable error, and no completion.',
    },
  ),
  unauthenticated: Type.Object(
    { ...refusal },
    {
      ...closed,
      title: 'the outcome unauthenticated',
      description: 'The credential is not accepted: 400, 401 or 403, and no completion.',
    },
  ),
  rejected: Type.Object(
    { ...refusal },
    {
      ...closed,
      title: 'the outcome rejected',
      description: 'The request is refused as wrong: 4xx with a readable error, and no completion.',
    },
  ),
  'not-found': Type.Object(
    { ...refusal },
    {
      ...closed,
      title: 'the outcome not-found',
      description: 'What the request names does not exist: 404 with a readable error.',
    },
  ),
  'not-implemented': Type.Object(
    { ...refusal },
    {
      ...closed,
      title: 'the outcome not-implemented',
      description: 'The gateway no longer offers this: 501 with a readable error.',
    },
  ),
  'no-completion': Type.Object(
    { ...refusal },
    {
      ...closed,
      title: 'the outcome no-completion',
      description: 'Whatever the gateway answers, it is not a completion and not a server error.',
    },
  ),
} as const;

export const outcomeNames = Object.keys(outcomeSchemas) as readonly OutcomeName[];
export type OutcomeName = keyof typeof outcomeSchemas;

const BoundSchema = Type.Object(
  { under: Type.String({ pattern: durationPattern, description: 'Less than this long, such as 5s or 500ms.' }) },
  { ...closed, title: 'a time limit' },
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
export type StatusExpectation = Type.Static<typeof StatusSchema>;
