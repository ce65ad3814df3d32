import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../json/index.js';
import { violationsOf } from './violations.js';

function told(schema: AnySchemaObject, body: Json): readonly string[] {
  const validate = new Ajv2020({ allErrors: true, verbose: true, strict: false }).compile(schema);
  return validate(body) ? [] : violationsOf(validate.errors ?? []).map(({ message }) => message);
}

const cat = {
  type: 'object',
  required: ['purrs', 'age'],
  properties: { purrs: { type: 'boolean' }, age: { type: 'integer' } },
};
const dog = { type: 'object', required: ['barks'], properties: { barks: { type: 'boolean' } } };

describe('the errors of alternatives', () => {
  it('are those of the alternative whose first required key is there', () => {
    expect(told({ anyOf: [cat, dog] }, { purrs: true, age: 'old' })).toEqual([
      '`age` is the string "old"; expected a whole number.',
    ]);
    expect(told({ anyOf: [cat, dog] }, { barks: 'loudly' })).toEqual([
      '`barks` is the string "loudly"; expected true or false.',
    ]);
  });

  it('are one sentence when no alternative was begun', () => {
    expect(told({ anyOf: [cat, dog] }, { age: 3 })).toEqual(['The body has neither `purrs` nor `barks`.']);
  });

  it('are found behind references', () => {
    const schema = { $defs: { cat, dog }, anyOf: [{ $ref: '#/$defs/cat' }, { $ref: '#/$defs/dog' }] };
    expect(told(schema, { purrs: true })).toEqual(['`age` is missing.']);
  });

  it('leave the errors beside them alone', () => {
    const schema = { required: ['name'], properties: { pet: { anyOf: [cat, dog] } } };
    expect(told(schema, { pet: {} })).toEqual(['`name` is missing.', '`pet` has neither `purrs` nor `barks`.']);
  });

  it('collapse from the inside out', () => {
    const kennel = { type: 'object', required: ['pet'], properties: { pet: { anyOf: [cat, dog] } } };
    expect(told({ anyOf: [kennel, { type: 'string' }] }, { pet: { barks: 1 } })).toEqual([
      '`pet.barks` is the number 1; expected true or false.',
    ]);
  });

  it('say the type when the value is of no alternative', () => {
    expect(told({ anyOf: [{ type: 'string' }, { type: 'string', minLength: 3 }] }, 5)).toEqual([
      'The body is the number 5; expected a string.',
    ]);
  });
});
