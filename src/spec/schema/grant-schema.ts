import { Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const role = (description: string) => Type.String({ pattern: '^[a-z][a-z0-9-]*$', description });

/** The privileges that querying a model service needs ("Query model services", Requirements). */
const privileges = ['EXECUTE', 'USE CATALOG', 'USE SCHEMA'] as const;

/** From the inside out: what a privilege can be granted on. */
export const securableKinds = ['service', 'schema', 'catalog'] as const;

const common = {
  privileges: Type.Array(Type.Enum(privileges), { minItems: 1, uniqueItems: true, description: 'The privileges.' }),
  on: role('The role of the model service; roles.yaml has to say that it is scratch.'),
  at: Type.Optional(
    Type.Enum(securableKinds, {
      description:
        'Where, for a privilege that is inherited. Default: EXECUTE on the service, USE SCHEMA on its schema, USE CATALOG on its catalog.',
    }),
  ),
  as: Type.Optional(role('Role of the identity that makes the change. Default: admin.')),
};

export const GrantSchema = Type.Object(
  { ...common, to: role('Role of the identity that is granted the privileges.') },
  { ...closed, title: 'a grant', description: 'Grants privileges; what stood before is restored when the case ends.' },
);

export const RevokeSchema = Type.Object(
  { ...common, from: role('Role of the identity from which the privileges are revoked.') },
  {
    ...closed,
    title: 'a revocation',
    description: 'Revokes privileges; what stood before is restored when the case ends.',
  },
);

type GrantTemplate = Type.Static<typeof GrantSchema>;
export type SecurableKind = (typeof securableKinds)[number];

/** A change of grants, in the words of specs: every name is a role. */
export interface GrantChange {
  readonly verb: 'grant' | 'revoke';
  readonly privileges: GrantTemplate['privileges'];
  readonly on: string;
  readonly at?: SecurableKind;
  /** Whose grants change. */
  readonly identity: string;
  /** Who changes them. */
  readonly as: string;
}
