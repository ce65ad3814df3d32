import { Type } from 'typebox';

/** `200`, `[403, 404]` or `4xx`. */
export const StatusSchema = Type.Union(
  [
    Type.Integer({ minimum: 100, maximum: 599 }),
    Type.String({ pattern: '^[1-5]xx$', title: 'a class of statuses such as 4xx' }),
    Type.Array(Type.Integer({ minimum: 100, maximum: 599 }), { minItems: 1, title: 'a list of statuses' }),
  ],
  { title: 'a status', description: 'A status, a list of statuses, or a class such as 4xx.' },
);

export type StatusExpectation = Type.Static<typeof StatusSchema>;
