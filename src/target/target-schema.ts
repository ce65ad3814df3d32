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

const LimitSchema = Type.Object(
  {
    requests: Type.Integer({ minimum: 1, description: 'How many requests the gateway answers in a period.' }),
    per: Type.String({ pattern: durationPattern, description: 'How long the period is, such as 1m.' }),
  },
  {
    ...closed,
    title: 'a request limit',
    description: 'The rate limit that the account has set on the service; without it, none is exceeded on purpose.',
  },
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
    limit: Type.Optional(LimitSchema),
    scratch: Type.Optional(
      Type.Boolean({
        description: 'Whether specs may change grants on the service, its schema and its catalog; they are restored.',
      }),
    ),
  },
  { ...closed, title: 'a model service' },
);

const WarehouseSchema = Type.Object(
  {
    id: Type.String({
      pattern: '^[A-Za-z0-9-]+$',
      description: 'The id of the warehouse, as its page and its HTTP path show it.',
    }),
  },
  { ...closed, title: 'a SQL warehouse' },
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

const SecretSchema = Type.Object(
  {
    env: Type.String({
      pattern: '^[A-Za-z_][A-Za-z0-9_]*$',
      description: 'The name of the environment variable that holds the secret.',
    }),
  },
  {
    ...closed,
    title: 'a reference to a secret',
    description: 'Where the secret of the client comes from, written { env: NAME }.',
  },
);

const ClientSchema = Type.Object(
  {
    id: Type.String({
      pattern: '^[\\x21-\\x7e]+$',
      description: 'The client id: the application id of the service principal.',
    }),
    secret: SecretSchema,
    scope: Type.Optional(
      Type.String({ minLength: 1, description: 'The scopes to ask for, with spaces between. Default: all-apis.' }),
    ),
    host: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          'The host that issues the tokens, for all URLs. Default: each URL issues the tokens that it is sent.',
      }),
    ),
    'account-id': Type.Optional(
      Type.String({
        pattern: '^[\\w-]+$',
        description:
          "The account's id: its token endpoint at `host` issues the tokens. Default of `host` is then the account-level URL.",
      }),
    ),
  },
  {
    ...closed,
    title: 'a client',
    description: 'A service principal, whose OAuth tokens are fetched with its id and secret (machine-to-machine).',
  },
);

const CommandLineSchema = Type.Union(
  [
    Type.Literal(true, { title: 'true' }),
    Type.Object(
      { profile: Type.String({ minLength: 1, description: 'The profile that you have logged in to.' }) },
      { ...closed, title: 'a login' },
    ),
  ],
  {
    title: 'a login of the Databricks CLI',
    description:
      'Take OAuth tokens from `databricks auth token`: of a profile, or, if true, of the URL that is called.',
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
        description: 'The profile of the .databrickscfg file that holds the credential; instead of `token`.',
      }),
    ),
    client: Type.Optional(ClientSchema),
    cli: Type.Optional(CommandLineSchema),
    principal: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          'How Unity Catalog calls the identity: the name of a user, the application id of a service principal.',
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
    'requests-per-second': Type.Optional(
      Type.Number({
        exclusiveMinimum: 0,
        description: 'How many requests may be sent in a second. Default: any number.',
      }),
    ),
    'tokens-per-minute': Type.Optional(
      Type.Integer({
        minimum: 1,
        description:
          'How many tokens, sent and asked for, the requests of a minute may add up to. Default: any number.',
      }),
    ),
    'total-requests': Type.Optional(
      Type.Integer({ minimum: 1, description: 'How many requests a run may send. Default: any number.' }),
    ),
    'total-tokens': Type.Optional(
      Type.Integer({ minimum: 1, description: 'How many tokens a run may spend. Default: any number.' }),
    ),
    'head-timeout': duration("How long to wait for a response's head. Default: 120s."),
    'idle-timeout': duration("How long to wait between two pieces of a response's body. Default: 60s."),
    'total-timeout': duration('How long one exchange may take. Default: 300s.'),
    'max-body': Type.Optional(
      Type.String({ pattern: sizePattern, description: 'How large the body of a response may be. Default: 32MiB.' }),
    ),
    'retry-budget': duration('How long one request may wait for quota, all attempts together. Default: 60s.'),
    'statement-timeout': duration(
      'How long one SQL statement may take, the start of its warehouse included. Default: 600s.',
    ),
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
    warehouses: Type.Optional(
      Type.Record(Type.String(), WarehouseSchema, { description: 'The SQL warehouses, by role.' }),
    ),
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
