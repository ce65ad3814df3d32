import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonSchema } from './prompt.js';
import { sampleOf } from './sample.js';

const ajv = new Ajv2020({ strict: false, validateFormats: false });
const follows = (schema: JsonSchema) => ajv.validate(schema, sampleOf(schema));

describe('the sample of a schema', () => {
  it.each<[schema: JsonSchema, sample: unknown]>([
    [{ type: 'object' }, {}],
    [{ type: 'object', properties: { a: { type: 'string' } } }, {}],
    [
      {
        type: 'object',
        required: ['city', 'days', 'units', 'alerts', 'tags'],
        properties: {
          city: { type: 'string' },
          days: { type: 'integer', minimum: 1 },
          units: { enum: ['metric', 'imperial'] },
          alerts: { type: 'boolean' },
          tags: { type: 'array', minItems: 2, items: { const: 'x' } },
        },
      },
      { city: 'x', days: 1, units: 'metric', alerts: false, tags: ['x', 'x'] },
    ],
    [{ type: ['string', 'null'] }, 'x'],
    [{ type: 'string', minLength: 3 }, 'xxx'],
    [{ type: 'string', maxLength: 0 }, ''],
    [{ type: 'number', exclusiveMinimum: 2, multipleOf: 5 }, 5],
    [{ type: 'integer', maximum: -7 }, -7],
    [{ type: 'integer', exclusiveMaximum: 0 }, -1],
    [{ anyOf: [{ type: 'null' }, { type: 'string' }] }, null],
    [{ oneOf: [{ type: 'boolean' }] }, false],
    [
      { allOf: [{ required: ['a'] }, { type: 'object', required: ['b'], properties: { b: { const: 2 } } }] },
      { a: null, b: 2 },
    ],
    [{ type: 'array', minItems: 1, prefixItems: [{ const: 1 }] }, [1]],
    [{ type: 'array', minItems: 1e9, items: { const: 0 } }, Array.from({ length: 100 }, () => 0)],
    [{ $ref: '#/$defs/a~1b', $defs: { 'a/b': { const: 1 } } }, 1],
    [{ $ref: '#/$defs/nowhere' }, null],
    [{}, null],
  ])('%j is %j', (schema, sample) => {
    expect(sampleOf(schema)).toEqual(sample);
  });

  it('leaves a circle where there is another way, and ends where there is none', () => {
    const list = {
      type: 'object',
      required: ['next'],
      properties: { next: { anyOf: [{ $ref: '#/$defs/list' }, { type: 'null' }] } },
    };
    expect(sampleOf({ $ref: '#/$defs/list', $defs: { list } })).toEqual({ next: null });
    expect(sampleOf({ type: 'object', required: ['self'], properties: { self: { $ref: '#' } } })).toEqual({
      self: { self: null },
    });
    expect(sampleOf({ $ref: '#' })).toBeNull();
  });

  it.each([
    ['date-time', '2026-01-01T00:00:00Z'],
    ['email', 'user@example.com'],
    ['ipv6', '2001:db8::1'],
    ['uuid', '00000000-0000-4000-8000-000000000000'],
    ['a format of nobody', 'x'],
  ])('has the format %s', (format, sample) => {
    expect(sampleOf({ type: 'string', format })).toBe(sample);
  });

  it('follows the schema', () => {
    const scalar = fc.oneof(
      fc.record({ type: fc.constant('string'), minLength: fc.nat(9) }),
      fc.record({ type: fc.constant('integer'), minimum: fc.integer() }),
      fc.record({ type: fc.constant('integer'), maximum: fc.integer() }),
      fc.record({ type: fc.constant('number'), exclusiveMinimum: fc.integer() }),
      fc.record({ enum: fc.array(fc.jsonValue(), { minLength: 1 }) }),
      fc.constantFrom({ type: 'boolean' }, { type: 'null' }),
    );
    const { schema } = fc.letrec<{ schema: JsonSchema }>((tie) => ({
      schema: fc.oneof(
        { maxDepth: 3 },
        scalar,
        fc.dictionary(fc.string(), tie('schema')).map((properties) => ({
          type: 'object',
          properties,
          required: Object.keys(properties),
        })),
        fc.record({ type: fc.constant('array'), minItems: fc.nat(3), items: tie('schema') }),
        fc.array(tie('schema'), { minLength: 1 }).map((anyOf) => ({ anyOf })),
      ),
    }));
    fc.assert(
      fc.property(schema, (given) => {
        expect(follows(given)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
