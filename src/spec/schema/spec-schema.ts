import { Type } from 'typebox';
import { CaseSchema, SpecNeedsSchema } from './case-schema.js';

/** A spec file: one behaviour, with its cases. */
export const SpecSchema = Type.Object(
  {
    title: Type.String({ minLength: 1, description: 'The behaviour, as a sentence.' }),
    tags: Type.Optional(
      Type.Array(Type.String(), { minItems: 1, description: 'Words to select all cases of the file by.' }),
    ),
    needs: Type.Optional(SpecNeedsSchema),
    cases: Type.Array(CaseSchema, { minItems: 1, description: 'What to verify.' }),
  },
  { additionalProperties: false, title: 'a spec', description: 'One behaviour of the gateway, with its cases.' },
);

export type SpecTemplate = Type.Static<typeof SpecSchema>;
