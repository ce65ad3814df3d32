import { Type } from 'typebox';
import { durationPattern } from '../duration.js';
import { AspectSchema } from './aspect-schema.js';
import { CallSchema, RequestSchema } from './call-schema.js';
import { CompareExpectSchema, ExpectSchema } from './expect-schema.js';
import { GrantSchema, RevokeSchema } from './grant-schema.js';
import { SqlSchema } from './sql-schema.js';

const closed = { additionalProperties: false } as const;
const namePattern = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';
/** One requirement, or several of one level. */
const requirements = [
  Type.String({ title: 'a requirement' }),
  Type.Array(Type.String(), { minItems: 1, title: 'a list of requirements' }),
] as const;

export const VerifiesSchema = Type.Union(
  [
    ...requirements,
    Type.Record(Type.String({ pattern: namePattern }), Type.Union([...requirements]), {
      minProperties: 1,
      title: 'a mapping from API to requirements',
    }),
  ],
  {
    description:
      'The requirement, or requirements of one level, that the case verifies; by API where each API has its own.',
  },
);

export const CaptureSchema = Type.Union(
  [
    Type.Object(
      { header: Type.String({ description: 'A response header.' }) },
      { ...closed, title: 'a capture of a header' },
    ),
    Type.Object(
      { body: Type.String({ description: 'A JSONPath (RFC 9535) that selects one value.' }) },
      { ...closed, title: 'a capture from the body' },
    ),
    Type.Object(
      {
        answer: Type.Enum(['text', 'model', 'id', 'calls', 'vectors'], {
          description: "What the API's adapter reads out of the answer, however it came.",
        }),
      },
      { ...closed, title: 'a capture from the answer' },
    ),
  ],
  { title: 'a capture' },
);

export const EventuallySchema = Type.Object(
  {
    within: Type.Optional(
      Type.String({ pattern: durationPattern, description: 'Give up after this long, such as 120s.' }),
    ),
    times: Type.Optional(
      Type.Union(
        [
          Type.Integer({ minimum: 2, title: 'a number' }),
          Type.String({
            pattern: '^\\$\\{models\\.[A-Za-z0-9_-]+\\.beyond-limit\\}$',
            title: 'clearly more than the limit of a model service',
          }),
        ],
        {
          description:
            'Give up after this many tries, such as ${models.limited.beyond-limit}: clearly more than the limit of that model service.',
        },
      ),
    ),
    every: Type.Optional(
      Type.String({
        pattern: durationPattern,
        description: 'Wait this long between two tries. Default: 2s, and with `times` alone no time at all.',
      }),
    ),
  },
  {
    ...closed,
    minProperties: 1,
    title: 'eventually',
    description:
      'Try again until the expectation holds: for what takes time to propagate, or several requests to come about.',
  },
);

const action = {
  call: Type.Optional(CallSchema),
  request: Type.Optional(RequestSchema),
  sql: Type.Optional(SqlSchema),
};

const atOnce = Type.Optional(
  Type.Union(
    [
      Type.Integer({ minimum: 2, title: 'a number', description: 'Two copies or more.' }),
      Type.String({ pattern: '^\\$\\{each\\.', title: 'a dimension' }),
    ],
    {
      description: 'Send this many copies at the same time; each has its own ${copy}, and all are judged.',
    },
  ),
);

const observe = Type.Optional(
  Type.Array(AspectSchema, { minItems: 1, description: 'What to record of the answer; nothing is judged.' }),
);

export const StepSchema = Type.Object(
  {
    name: Type.Optional(Type.String({ pattern: namePattern, description: 'How reports call the step.' })),
    ...action,
    grant: Type.Optional(GrantSchema),
    revoke: Type.Optional(RevokeSchema),
    'at-once': atOnce,
    expect: Type.Optional(ExpectSchema),
    observe,
    capture: Type.Optional(
      Type.Record(Type.String({ pattern: namePattern }), CaptureSchema, {
        description: 'Names to give to parts of the answer, for later steps: ${captures.NAME}.',
      }),
    ),
    eventually: Type.Optional(EventuallySchema),
  },
  { ...closed, title: 'a step' },
);

const SideSchema = Type.Object({ ...action }, { ...closed, title: 'a side of a comparison' });

const needs = {
  features: Type.Optional(Type.Array(Type.String(), { minItems: 1, description: 'Features of the target.' })),
  workspaces: Type.Optional(Type.Array(Type.String(), { minItems: 1, description: 'Roles of workspaces.' })),
  models: Type.Optional(Type.Array(Type.String(), { minItems: 1, description: 'Roles of model services.' })),
  identities: Type.Optional(Type.Array(Type.String(), { minItems: 1, description: 'Roles of identities.' })),
  warehouses: Type.Optional(Type.Array(Type.String(), { minItems: 1, description: 'Roles of SQL warehouses.' })),
};
const aboutNeeds = {
  ...closed,
  minProperties: 1,
  title: 'needs',
  description: 'What a target must have. What the case names by role is needed anyway.',
} as const;

/** Of all cases of a file, whatever their matrices bind. */
export const SpecNeedsSchema = Type.Object(needs, aboutNeeds);

const CaseNeedsSchema = Type.Object(
  {
    ...needs,
    unsupported: Type.Optional(
      Type.String({
        pattern: '^\\$\\{(models|each)\\.[A-Za-z0-9_-]+\\}$',
        description:
          'A model service that must not support the API that `each` binds, such as ${models.blocks}. Its calls on that API are sent, not skipped.',
      }),
    ),
  },
  aboutNeeds,
);

export const EachSchema = Type.Record(
  Type.String({ pattern: namePattern }),
  Type.Union([
    Type.Array(Type.Union([Type.String(), Type.Number(), Type.Boolean()]), { minItems: 1, title: 'a list of values' }),
    Type.Record(Type.String(), Type.Unknown(), { minProperties: 1, title: 'a mapping from label to value' }),
    Type.String({ pattern: namePattern, title: 'the name of a group of APIs' }),
  ]),
  {
    minProperties: 1,
    description:
      'A matrix: the case is run once for each combination. `api`, `route`, `as`, `auth`, `workspace` and `stream` apply to every call; other dimensions are used as ${each.NAME}. `api` may name a group: all, dialects (one API of each), or conversations. `grant: allowed` or `grant: denied` stands for what the target expects of its identities, and says who asks which service.',
  },
);

export const CaseSchema = Type.Object(
  {
    id: Type.String({
      pattern: '^[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+$',
      description: 'Stable and unique: area, a dot, and a name, such as naming.fqn.',
    }),
    title: Type.Optional(Type.String({ minLength: 1, description: "What the case shows. Default: the spec's title." })),
    verifies: VerifiesSchema,
    tags: Type.Optional(
      Type.Array(Type.String({ pattern: namePattern }), { minItems: 1, description: 'Words to select the case by.' }),
    ),
    each: Type.Optional(EachSchema),
    needs: Type.Optional(CaseNeedsSchema),
    serial: Type.Optional(
      Type.String({
        pattern: namePattern,
        description: 'Cases with the same name here never run at the same time, because they share state.',
      }),
    ),
    ...action,
    'at-once': atOnce,
    expect: Type.Optional(Type.Union([ExpectSchema, CompareExpectSchema], { title: 'an expectation' })),
    observe,
    eventually: Type.Optional(EventuallySchema),
    steps: Type.Optional(
      Type.Array(StepSchema, {
        minItems: 1,
        description: 'Several requests, in order; the first that fails ends the case.',
      }),
    ),
    finally: Type.Optional(Type.Array(StepSchema, { minItems: 1, description: 'Steps that always run, to clean up.' })),
    compare: Type.Optional(
      Type.Record(Type.String({ pattern: namePattern }), SideSchema, {
        minProperties: 2,
        description: 'Two or more ways that must be equivalent.',
      }),
    ),
  },
  { ...closed, title: 'a case', description: 'One thing to verify.' },
);

export type CaseTemplate = Type.Static<typeof CaseSchema>;
export type StepTemplate = Type.Static<typeof StepSchema>;
export type Capture = Type.Static<typeof CaptureSchema>;
export type Needs = Type.Static<typeof CaseNeedsSchema>;
