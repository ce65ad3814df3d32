import type { Static } from 'typebox';
import { describe, expectTypeOf, it } from 'vitest';
import type { eventSchemas } from './event-schema.js';
import type { JournalEvent } from './events.js';

type Described = {
  [Name in keyof typeof eventSchemas]: Static<(typeof eventSchemas)[Name]>;
}[keyof typeof eventSchemas];

/** TypeBox has no readonly arrays; tuples of strings are the headers, which its schema declares as they are. */
type Mutable<Value> = Value extends readonly [string, string]
  ? Value
  : Value extends readonly (infer Item)[]
    ? Mutable<Item>[]
    : Value extends object
      ? { -readonly [Key in keyof Value]: Mutable<Value[Key]> }
      : Value;

describe('the schemas of the events', () => {
  it('say what the types say, in both directions', () => {
    expectTypeOf<Described>().toExtend<JournalEvent>();
    expectTypeOf<Mutable<JournalEvent>>().toExtend<Described>();
  });
});
