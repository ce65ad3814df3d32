import { Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const namePattern = '^[A-Za-z_][A-Za-z0-9_-]{0,63}$';

/** A tool that a model may call. */
export const ToolSchema = Type.Object(
  {
    name: Type.String({ pattern: namePattern, description: 'The name by which the model calls it.' }),
    description: Type.String({ description: 'What it is for.' }),
    parameters: Type.Record(Type.String(), Type.Unknown(), {
      description: 'JSON Schema of what it is called with: an object.',
    }),
  },
  { ...closed, title: 'a tool' },
);

export const ToolChoiceSchema = Type.Union(
  [
    Type.Enum(['auto', 'required', 'none'], { title: 'a choice' }),
    Type.Object(
      { tool: Type.String({ description: 'The name of the tool to call.' }) },
      { ...closed, title: 'a tool' },
    ),
  ],
  { description: 'Whether the model may call a tool, has to, or which one. Default: what the API does unasked.' },
);
