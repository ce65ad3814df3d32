import { Type } from 'typebox';

const closed = { additionalProperties: false } as const;

const RequirementSchema = Type.Object(
  {
    id: Type.String({ pattern: '^[A-Z]+-[0-9]{2,}$', description: 'Area and number, such as NAME-01. Never reused.' }),
    level: Type.Enum(['MUST', 'SHOULD', 'OBSERVE'], {
      description: 'How a violation weighs.',
    }),
    statement: Type.String({ minLength: 10, description: 'What the gateway does, in one sentence.' }),
    source: Type.Object(
      {
        kind: Type.Enum(['seed', 'documented', 'observed'], { description: 'How sure the source makes it.' }),
        address: Type.String({ minLength: 5, description: 'Where it says so: page and section, or a public thread.' }),
      },
      { ...closed, title: 'a source' },
    ),
    profile: Type.String({ pattern: '^[a-z][a-z_-]*$', description: 'The group in which claims are made.' }),
  },
  { ...closed, title: 'a requirement' },
);

/** One area of the catalogue of requirements. */
export const CatalogueSchema = Type.Object(
  {
    area: Type.String({ pattern: '^[a-z][a-z-]*$', description: 'The area, also the name of the file.' }),
    title: Type.String({ minLength: 1, description: 'The area, as a heading.' }),
    requirements: Type.Array(RequirementSchema, { minItems: 1, description: 'The statements.' }),
  },
  { ...closed, title: 'an area of the catalogue' },
);
