import { Type } from 'typebox';
import { MessageSchema } from './message-schema.js';
import { textSchema } from './text-schema.js';
import { ToolChoiceSchema, ToolSchema } from './tool-schema.js';

const closed = { additionalProperties: false } as const;
export const rolePattern = '^[a-z][a-z0-9-]*$';

/** Ways to name the caller. `none` sends no credential, `invalid` one that never existed, `client` what fetches tokens. */
export const authSchemes = [
  'bearer',
  'basic',
  'x-api-key',
  'api-key',
  'x-goog-api-key',
  'none',
  'invalid',
  'client',
  'client-with-wrong-secret',
  'bearer-and-bogus-x-api-key',
] as const;
export const routes = ['workspace-url', 'workspace-header'] as const;

const HeadersSchema = Type.Record(Type.String(), Type.Union([Type.String(), Type.Null()]), {
  description: 'Headers to add, or to replace; an empty value removes one that would have been sent.',
});

/** Who asks, where, and how: common to calls, raw requests and statements. */
export const sender = {
  as: Type.Optional(
    Type.String({ pattern: rolePattern, description: 'Role of the identity that asks. Default: default.' }),
  ),
  auth: Type.Optional(
    Type.Enum(authSchemes, {
      description: 'How the identity proves itself. Default: bearer.',
    }),
  ),
  workspace: Type.Optional(
    Type.String({ pattern: rolePattern, description: 'Role of the workspace that the request names. Default: home.' }),
  ),
  route: Type.Optional(
    Type.Enum(routes, {
      description: 'How the request names its workspace. Default: workspace-url.',
    }),
  ),
  headers: Type.Optional(HeadersSchema),
};

/** One request in the harness's own terms. */
export const CallSchema = Type.Object(
  {
    ...sender,
    api: Type.Optional(
      Type.String({
        pattern: rolePattern,
        description: 'The API to call, such as chat or messages. Usually bound by `each`.',
      }),
    ),
    model: Type.Optional(
      Type.String({
        description:
          'The model to name. Default: the service of the role that answers on the API, mostly ${models.system}.',
      }),
    ),
    prompt: Type.Optional(textSchema('One user message.')),
    messages: Type.Optional(
      Type.Array(MessageSchema, { minItems: 1, description: 'A conversation; instead of `prompt`.' }),
    ),
    inputs: Type.Optional(
      Type.Array(Type.String(), { minItems: 1, description: 'Texts to embed together; instead of `prompt`.' }),
    ),
    system: Type.Optional(Type.String({ description: 'The system prompt.' })),
    'max-tokens': Type.Optional(
      Type.Integer({ minimum: 1, description: "Most tokens to answer with. Default: the target's limit." }),
    ),
    stop: Type.Optional(Type.Array(Type.String(), { minItems: 1, description: 'Stop sequences.' })),
    tools: Type.Optional(Type.Array(ToolSchema, { minItems: 1, description: 'The tools that the model may call.' })),
    'tool-choice': Type.Optional(ToolChoiceSchema),
    schema: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {
        description: 'JSON Schema that the text of the answer has to follow (structured output).',
      }),
    ),
    'api-version': Type.Optional(
      Type.Union([Type.String({ title: 'a version' }), Type.Null()], {
        description: 'The dated version of the API that the request names, where the API has any; empty names none.',
      }),
    ),
    stream: Type.Optional(Type.Boolean({ description: 'Ask for the answer as a stream. Default: false.' })),
    'abort-after': Type.Optional(
      Type.Integer({ minimum: 1, description: 'Leave the stream once this many frames have come.' }),
    ),
    params: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {
        description: "Fields of the API's own body, written over what the call would send; an empty value removes one.",
      }),
    ),
  },
  {
    ...closed,
    title: 'a call',
    description: "One request in the harness's own terms, which each API's adapter turns into HTTP.",
  },
);

/** One raw HTTP request, for what a call cannot say. */
export const RequestSchema = Type.Object(
  {
    ...sender,
    method: Type.Optional(
      Type.String({ pattern: '^[A-Z]+$|^\\$\\{', description: 'HTTP method. Default: GET, or POST with a body.' }),
    ),
    path: Type.String({ pattern: '^/|^\\$\\{', description: 'Path and query, from the origin on.' }),
    query: Type.Optional(
      Type.Record(
        Type.String(),
        Type.Union([Type.String({ title: 'text' }), Type.Integer({ title: 'a whole number' })]),
        {
          description:
            'Parameters to put behind the path, encoded as a query has to be. What `path` has of them stays.',
        },
      ),
    ),
    json: Type.Optional(Type.Unknown({ description: 'Body, sent as JSON with its content type.' })),
    text: Type.Optional(Type.String({ description: 'Body, sent as it stands, without a content type of its own.' })),
  },
  { ...closed, title: 'a request', description: 'One raw HTTP request, for what a call cannot say.' },
);

export type CallTemplate = Type.Static<typeof CallSchema>;
export type RequestTemplate = Type.Static<typeof RequestSchema>;
