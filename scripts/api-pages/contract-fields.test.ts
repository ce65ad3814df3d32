import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/json/index.js';
import { contractFields } from './contract-fields.js';

function rows(schema: Json, schemas: JsonObject = {}): readonly string[] {
  return contractFields({ components: { schemas } }, schema).map(({ path, type, required, note }) =>
    [path, type, required ? 'required' : 'optional', note].join(' | '),
  );
}

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe('the fields of a contract', () => {
  it('stand before their members, with type, need and first sentence', () => {
    const schema = {
      required: ['choices'],
      properties: {
        object: { const: 'list' },
        role: { enum: ['user', 'model'] },
        choices: { description: 'Never empty. Ordered.', type: 'array', items: reference('Choice') },
      },
    };
    const choice = { type: 'object', required: ['index'], properties: { index: { type: ['integer', 'null'] } } };
    expect(rows(schema, { Choice: choice })).toEqual([
      'object | `"list"` | optional | ',
      'role | `"user"` or `"model"` | optional | ',
      'choices | array of object | required | Never empty.',
      'choices[].index | integer or null | required | ',
    ]);
  });

  it('say on which form of their object they depend', () => {
    const text = { properties: { type: { const: 'text' }, text: { type: 'string' } }, required: ['text'] };
    const block = {
      properties: { type: { type: 'string' } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      allOf: [{ if: { properties: { type: { const: 'thinking' } } }, then: { properties: { data: {} } } }],
    };
    expect(
      rows(
        { properties: { part: { oneOf: [reference('Text')] }, block: reference('Block') } },
        { Text: text, Block: block },
      ),
    ).toEqual([
      'part | object | optional | ',
      'part.type | `"text"` | optional | When `type` is `"text"`.',
      'part.text | string | required | When `type` is `"text"`.',
      'block | object | optional | ',
      'block.type | string | optional | ',
      'block.data | anything | optional | When `type` is `"thinking"`.',
    ]);
  });

  it('say which of several an object holds', () => {
    const message = {
      anyOf: [{ required: ['content'] }, { required: ['calls', 'id'] }],
      properties: { content: { type: 'string' } },
    };
    expect(rows({ properties: { message } })[0]).toBe(
      'message | object | optional | Holds `content`, or `calls` and `id`.',
    );
  });

  it('leave out what a form only demands, and the condition of the object that they are in', () => {
    const schema = {
      properties: { answer: {}, reason: { type: 'string' } },
      anyOf: [{ required: ['reason'], properties: { reason: {} } }, reference('Whole')],
    };
    const whole = { properties: { type: { const: 'whole' }, answer: { properties: { text: { type: 'string' } } } } };
    expect(rows(schema, { Whole: whole })).toEqual([
      'answer | anything | optional | ',
      'reason | string | optional | ',
      'type | `"whole"` | optional | When `type` is `"whole"`.',
      'answer | object | optional | When `type` is `"whole"`.',
      'answer.text | string | optional | ',
    ]);
  });

  it('end where a schema holds itself, and where another document begins', () => {
    const tree = { type: 'object', properties: { child: reference('Tree'), error: { $ref: 'errors.yaml#/x' } } };
    expect(rows(reference('Tree'), { Tree: tree })).toEqual([
      'child | object | optional | ',
      'error | anything | optional | Described in errors.yaml.',
    ]);
  });

  it('come to an end in a list of itself', () => {
    const nested = { anyOf: [{ type: 'string' }, { type: 'array', items: reference('Nested') }] };
    expect(rows({ properties: { input: reference('Nested') } }, { Nested: nested })).toEqual([
      expect.stringMatching(/^input \| string or array of string or array of .* \| optional \| $/),
    ]);
  });

  it('are not made up: a reference to nothing is an error', () => {
    expect(() => rows({ properties: { lost: reference('Lost') } })).toThrow('#/components/schemas/Lost leads nowhere');
  });
});
