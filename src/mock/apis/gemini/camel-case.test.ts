import { describe, expect, it } from 'vitest';
import { camelCased } from './camel-case.js';

describe('a request in snake case', () => {
  it('is read like one in camel case', () => {
    expect(
      camelCased({ generation_config: { stop_sequences: ['a_b'] }, contents: [{ parts: [{ inline_data: null }] }] }),
    ).toEqual({ generationConfig: { stopSequences: ['a_b'] }, contents: [{ parts: [{ inlineData: null }] }] });
  });

  it.each([
    { function_call: { name: 'f', args: { a_b: { c_d: 1 } } } },
    { parameters: { properties: { a_b: { min_items: 1 } } } },
    { response_json_schema: { properties: { a_b: {} } } },
    { function_response: { response: { a_b: 1 } } },
  ])('keeps the names that belong to the caller: %j', (given) => {
    expect(JSON.stringify(camelCased(given))).toContain('"a_b"');
  });

  it('may be nested deeper than the stack', () => {
    const deep = Array.from({ length: 100_000 }).reduce<unknown>((inner) => [inner], 'x');
    expect(camelCased({ contents: deep })).toHaveProperty('contents');
  });
});
