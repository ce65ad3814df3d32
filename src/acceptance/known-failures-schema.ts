import { Type } from 'typebox';

const closed = { additionalProperties: false } as const;

const KnownFailureSchema = Type.Object(
  {
    instance: Type.String({
      minLength: 1,
      description: 'Which instances fail, as a glob such as naming.bare-name[api=*]. All that it matches.',
    }),
    reason: Type.String({ minLength: 1, pattern: '\\S', description: 'Why this is accepted for now, in a sentence.' }),
    link: Type.Optional(
      Type.String({
        pattern: '^https?://\\S+$',
        description: 'Where it is being mended, such as https://github.com/owner/repo/issues/1.',
      }),
    ),
    expires: Type.Optional(
      Type.String({
        pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        description: 'The last day on which it counts (UTC), such as 2027-01-31. Without it: until it no longer fails.',
      }),
    ),
  },
  { ...closed, title: 'a known failure', description: 'Instances that fail, and why that is accepted for now.' },
);

/** A file of known failures. */
export const KnownFailuresSchema = Type.Object(
  {
    'known-failures': Type.Array(KnownFailureSchema, { description: 'What fails, and why that is accepted for now.' }),
  },
  { ...closed, title: 'the known failures', description: 'Failures that are accepted for now.' },
);
