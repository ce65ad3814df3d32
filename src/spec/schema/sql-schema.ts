import { Type } from 'typebox';
import { rolePattern, sender } from './call-schema.js';

/** One statement on a SQL warehouse, however many requests it takes. */
export const SqlSchema = Type.Object(
  {
    ...sender,
    statement: Type.String({ minLength: 1, description: 'The SQL text, in the dialect of Databricks.' }),
    parameters: Type.Optional(
      Type.Record(
        Type.String({ pattern: '^[A-Za-z_][A-Za-z0-9_]*$' }),
        Type.Union([
          Type.String({ title: 'a text' }),
          Type.Number({ title: 'a number' }),
          Type.Boolean({ title: 'true or false' }),
          Type.Null({ title: 'nothing' }),
        ]),
        {
          additionalProperties: false,
          description: 'What stands for `:name` in the statement, by name; it never becomes part of its text.',
        },
      ),
    ),
    warehouse: Type.Optional(
      Type.String({ pattern: rolePattern, description: 'Role of the SQL warehouse that runs it. Default: default.' }),
    ),
  },
  {
    additionalProperties: false,
    title: 'a statement',
    description: 'One SQL statement, sent through the Statement Execution API and followed to its end.',
  },
);

export type SqlTemplate = Type.Static<typeof SqlSchema>;
