import { Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const patterns = (description: string) => Type.Optional(Type.Array(Type.String(), { minItems: 1, description }));

const SelectionSchema = Type.Object(
  {
    cases: patterns('Globs over instance ids, such as naming.* or *[api=chat*].'),
    tags: patterns('Cases with any of these tags.'),
    requirements: patterns('Globs over requirement ids, such as PERM-*.'),
    levels: Type.Optional(
      Type.Array(Type.Enum(['MUST', 'SHOULD', 'OBSERVE']), { minItems: 1, description: 'Cases of these levels.' }),
    ),
  },
  { ...closed, minProperties: 1, title: 'a selection', description: 'What is named must all hold.' },
);

/** A suite: a named selection of specs with a run policy. */
export const SuiteSchema = Type.Object(
  {
    title: Type.String({ minLength: 1, description: 'What the suite is for.' }),
    select: Type.Optional(
      Type.Array(SelectionSchema, { minItems: 1, description: 'Any of these. Default: everything.' }),
    ),
    except: Type.Optional(Type.Array(SelectionSchema, { minItems: 1, description: 'None of these.' })),
    proves: Type.Optional(
      Type.Array(Type.String(), {
        minItems: 1,
        description: 'Requirements that a run must prove; one that is not proved is exit code 4.',
      }),
    ),
  },
  { ...closed, title: 'a suite', description: 'A named selection of specs with a run policy.' },
);

export type SuiteTemplate = Type.Static<typeof SuiteSchema>;
export type Selection = Type.Static<typeof SelectionSchema>;
