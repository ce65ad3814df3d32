import { Type } from 'typebox';

/** Longer than any request that a gateway is known to take, and short enough to hold in memory many times. */
export const longestText = 64 * 1024 * 1024;

const RepeatedSchema = Type.Object(
  {
    repeat: Type.String({ minLength: 1, description: 'What is written again and again.' }),
    times: Type.Integer({ minimum: 2, description: 'How many times.' }),
  },
  { additionalProperties: false, title: 'a long text', description: 'A text too long to be written out.' },
);

/** A text of a call, which may be long. */
export const textSchema = (description: string) =>
  Type.Union([Type.String({ title: 'a text' }), RepeatedSchema], { title: 'a text', description });

export type TextTemplate = string | Type.Static<typeof RepeatedSchema>;
