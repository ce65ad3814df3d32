import { Type } from 'typebox';
import { StatusSchema } from './status-schema.js';

const closed = { additionalProperties: false } as const;

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
      thinking: Type.Optional(value('What the model thought, where the API shows it.')),
      finish: Type.Optional(value('Why the model stopped: stop, length, stop-sequence, tool-calls, filtered.')),
      calls: Type.Optional(value('The tools that the model calls, in order: each with name and decoded arguments.')),
      vectors: Type.Optional(value('The vectors of an API that embeds, decoded, in the order of the answer.')),
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
  'policy-denied': Type.Object(
    {
      name: Type.Optional(value('The name of the policy.')),
      action: Type.Optional(value('What the policy did, such as deny.')),
      phase: Type.Optional(value('When: pre_call or post_call.')),
      reason: Type.Optional(value('The reason that is given.')),
    },
    {
      ...closed,
      title: 'the outcome policy-denied',
      description: 'A service policy denied: HTTP 200 that tells so, whole or in a stream.',
    },
  ),
  'statement-succeeded': Type.Object(
    {
      columns: Type.Optional(value('The names of the columns, in order.')),
      rows: Type.Optional(value('All rows, each a list of cells, in order.')),
    },
    {
      ...closed,
      title: 'the outcome statement-succeeded',
      description: 'The statement ended in the state SUCCEEDED, and its whole result came.',
    },
  ),
  'statement-failed': Type.Object(
    {
      code: Type.Optional(value('The error_code of the failure.')),
      message: Type.Optional(value('The message of the failure.')),
      class: Type.Optional(value('The class that the message begins with, in brackets.')),
      'sql-state': Type.Optional(value('The SQLSTATE of the failure.')),
    },
    {
      ...closed,
      title: 'the outcome statement-failed',
      description:
        'The statement ended in the state FAILED, for what it asks, and not because it cannot be read or the service is down.',
    },
  ),
} as const;

export const outcomeNames = Object.keys(outcomeSchemas) as readonly OutcomeName[];
export type OutcomeName = keyof typeof outcomeSchemas;
