import { Type } from 'typebox';
import { textSchema } from './text-schema.js';

const closed = { additionalProperties: false } as const;

const UserMessageSchema = Type.Object(
  {
    role: Type.Literal('user', { description: 'Who says it.' }),
    text: textSchema('What is said.'),
    images: Type.Optional(
      Type.Array(
        Type.String({
          pattern: '^data:image/[a-z]+;base64,|^\\$\\{',
          description: 'Written as data:image/png;base64,…',
        }),
        {
          minItems: 1,
          description: 'Images that stand behind the text, as data URLs in base64.',
        },
      ),
    ),
  },
  { ...closed, title: 'a message of the user' },
);

const CalledToolSchema = Type.Object(
  {
    id: Type.Optional(Type.String({ description: 'The id that the API gave the call, where it gives one.' })),
    name: Type.String({ description: 'The name of the tool.' }),
    arguments: Type.Record(Type.String(), Type.Unknown(), { description: 'What the tool was called with.' }),
  },
  { ...closed, title: 'a tool call' },
);

const AssistantMessageSchema = Type.Object(
  {
    role: Type.Literal('assistant', { description: 'Who says it.' }),
    text: Type.Optional(Type.String({ description: 'What was said.' })),
    calls: Type.Optional(Type.Array(CalledToolSchema, { minItems: 1, description: 'The tools that were called.' })),
    returned: Type.Optional(
      Type.String({
        pattern: '^\\$\\{captures\\.',
        description: 'A captured body of an earlier answer, which is sent back as it came; instead of `text`.',
      }),
    ),
  },
  { ...closed, title: 'a message of the assistant' },
);

const ToolMessageSchema = Type.Object(
  {
    role: Type.Literal('tool', { description: 'Who says it.' }),
    calls: Type.Union(
      [
        Type.Array(CalledToolSchema, { minItems: 1 }),
        Type.String({ pattern: '^\\$\\{captures\\.', title: 'a capture' }),
      ],
      { description: 'The calls that are answered: captured with `answer: calls`, or written out.' },
    ),
    results: Type.Array(Type.String(), { minItems: 1, description: 'What each call gave, in their order.' }),
  },
  { ...closed, title: 'the results of tools' },
);

/** One message of a conversation, told apart by who says it. */
export const MessageSchema = Type.Union([UserMessageSchema, AssistantMessageSchema, ToolMessageSchema], {
  title: 'a message',
});

export type MessageTemplate = Type.Static<typeof MessageSchema>;
