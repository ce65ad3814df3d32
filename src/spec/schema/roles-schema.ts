import { Type } from 'typebox';

const refusals = [
  'denied',
  'not-found',
  'rejected',
  'not-implemented',
  'policy-denied',
  // Of a limit of zero, 429 is the refusal.
  'throttled',
  'server-error',
] as const;

const roles = (description: string) =>
  Type.Record(Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' }), Type.String({ minLength: 5 }), {
    description,
  });

/** The roles that specs may name and that a target may fill, each with a sentence that says what it stands for. */
export const RolesSchema = Type.Object(
  {
    workspaces: roles('Workspaces.'),
    models: roles('Model services.'),
    identities: roles('Identities.'),
    warehouses: roles('SQL warehouses.'),
    features: roles('Features that a target may have.'),
    refusing: Type.Optional(
      Type.Record(
        Type.String(),
        Type.Object(
          {
            because: Type.String({ minLength: 5, description: 'Why: goes on after a name and a colon.' }),
            with: Type.Optional(
              Type.Array(Type.Enum(refusals), {
                description: 'The outcomes that are meant. Default: all but server-error.',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        { description: 'The roles of model services that refuse everybody, whatever the grants are.' },
      ),
    ),
    scratch: Type.Optional(
      Type.Array(Type.String(), { description: 'The roles of model services whose grants specs may change.' }),
    ),
  },
  { additionalProperties: false, title: 'the roles' },
);

export type Roles = Type.Static<typeof RolesSchema>;
