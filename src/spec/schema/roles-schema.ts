import { Type } from 'typebox';

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
    scratch: Type.Optional(
      Type.Array(Type.String(), { description: 'The roles of model services whose grants specs may change.' }),
    ),
  },
  { additionalProperties: false, title: 'the roles' },
);

export type Roles = Type.Static<typeof RolesSchema>;
