import { Type } from 'typebox';
import { durationPattern, sizePattern } from '../spec/index.js';

const closed = { additionalProperties: false } as const;

const PrivilegeSchema = Type.Union([Type.Literal('EXECUTE'), Type.Literal('USE CATALOG'), Type.Literal('USE SCHEMA')], {
  title: 'a privilege',
});

const duration = (description: string) => Type.Optional(Type.String({ pattern: durationPattern, description }));

const WorkspaceSchema = Type.Object(
  {
    url: Type.String({
      description: 'The URL of the workspace: scheme and host, such as https://adb-1.azuredatabricks.net.',
    }),
    id: Type.Optional(
      Type.Union([Type.String({ title: 'text' }), Type.Integer({ title: 'a whole number' })], {
        description: 'The numeric id of the workspace; without it, requests cannot name the workspace by header.',
      }),
    ),
  },
  { ...closed, title: 'a workspace' },
);

const ModelSchema = Type.Object(
  {
    fqn: Type.String({ description: 'The full name of the model service: catalog.schema.name.' }),
    bare: Type.Optional(
      Type.String({ description: 'The name without catalog and schema that the gateway reads as this service.' }),
    ),
    apis: Type.Array(Type.String(), {
      minItems: 1,
      uniqueItems: true,
      description: 'The APIs on which the service answers, such as [chat, messages].',
    }),
  },
  { ...closed, title: 'a model service' },
);

const TokenSchema = Type.Object(
  {
    env: Type.String({
      pattern: '^[A-Za-z_][A-Za-z0-9_]*$',
      description: 'The name of the environment variable that holds the token.',
    }),
  },
  {
    ...closed,
    title: 'a reference to a token',
    description: 'Where the personal access token comes from, written { env: NAME }.',
  },
);

const ExpectationSchema = Type.Object(
  {
    lacks: Type.Array(PrivilegeSchema, {
      uniqueItems: true,
      description: 'The privileges that the identity does not hold; an empty list means that it may call the service.',
    }),
  },
  { ...closed, title: 'an expectation' },
);

const IdentitySchema = Type.Object(
  {
    token: Type.Optional(TokenSchema),
    profile: Type.Optional(
      Type.String({
        minLength: 1,
        description: 'The profile of the .databrickscfg file that holds the token; instead of `token`.',
      }),
    ),
    expects: Type.Optional(
      Type.Record(Type.String(), ExpectationSchema, {
        description: 'What the identity is expected to hold, by role of the model service.',
      }),
    ),
    refused: Type.Optional(
      Type.Boolean({
        description: 'Whether the credential is meant to be refused, because it expired or was revoked.',
      }),
    ),
  },
  { ...closed, title: 'an identity' },
);

const LimitsSchema = Type.Object(
  {
    concurrency: Type.Optional(
      Type.Integer({ minimum: 1, description: 'How many requests may be under way at once. Default: 4.' }),
    ),
    'at-once': Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'How many copies of one request a case may send at the same time. Default: 8.',
      }),
    ),
    'max-tokens': Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'How many tokens a call asks for when its spec does not say. Default: 256.',
      }),
    ),
    'head-timeout': duration("How long to wait for a response's head. Default: 120s."),
    'idle-timeout': duration("How long to wait between two pieces of a response's body. Default: 60s."),
    'total-timeout': duration('How long one exchange may take. Default: 300s.'),
    'max-body': Type.Optional(
      Type.String({ pattern: sizePattern, description: 'How large the body of a response may be. Default: 32MiB.' }),
    ),
    'retry-budget': duration('How long one request may wait for quota, all attempts together. Default: 60s.'),
  },
  { ...closed, title: 'the limits' },
);

/** The target file. Types, validator, editor schema and reference page all come from here. */
export const TargetSchema = Type.Object(
  {
    name: Type.Optional(
      Type.String({ minLength: 1, description: "How reports call the target. Default: the file's name." }),
    ),
    'account-url': Type.Optional(
      Type.String({ description: 'An account-level URL, on which requests name their workspace by header.' }),
    ),
    'config-file': Type.Optional(
      Type.String({
        minLength: 1,
        description:
          'The file that holds the profiles, relative to this file. Default: DATABRICKS_CONFIG_FILE, or ~/.databrickscfg.',
      }),
    ),
    // Its absence is not a mistake in the writing: the target cannot be tested, which is another exit code.
    workspaces: Type.Optional(
      Type.Record(Type.String(), WorkspaceSchema, { description: 'The workspaces, by role; home has to be there.' }),
    ),
    models: Type.Optional(Type.Record(Type.String(), ModelSchema, { description: 'The model services, by role.' })),
    identities: Type.Record(Type.String(), IdentitySchema, {
      minProperties: 1,
      description: 'The callers, by role, each with a reference to its credential.',
    }),
    features: Type.Optional(
      Type.Array(Type.String(), {
        uniqueItems: true,
        description: 'What the target can do beyond what every gateway can.',
      }),
    ),
    limits: Type.Optional({ ...LimitsSchema, description: 'Bounds on what the harness asks of the target.' }),
  },
  { ...closed, title: 'a target', description: 'One gateway under test.' },
);

export type Privilege = Type.Static<typeof PrivilegeSchema>;
export type TargetDocument = Unchangeable<Type.Static<typeof TargetSchema>>;

type Unchangeable<Value> = { readonly [Key in keyof Value]: Unchangeable<Value[Key]> };
