import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from '../json/index.js';
import { apis } from './apis.js';
import type { Call, CalledTool } from './call.js';
import { compileContracts } from './compile-contracts.js';
import { contractText } from './testing/bodies.js';
import { plain } from './testing/conversation.js';
import { jsonObjects } from './testing/json-objects.js';
import { legalAnswers } from './testing/legal-answers.js';

const contracts = compileContracts(contractText);
const names = Object.keys(apis) as (keyof typeof apis)[];

const text = fc.string({ unit: 'binary' });
const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_-]{0,10}$/);
const called: fc.Arbitrary<CalledTool> = fc.record(
  { id: fc.string({ minLength: 1 }), name, arguments: jsonObjects },
  { requiredKeys: ['name', 'arguments'] },
);
const image = fc.record({
  mediaType: fc.constantFrom('image/png', 'image/jpeg'),
  base64: fc.base64String({ minLength: 4 }),
});

const messagesOf = (api: keyof typeof apis) =>
  fc.oneof(
    fc.record(
      { role: fc.constant('user' as const), text, images: fc.array(image) },
      { requiredKeys: ['role', 'text'] },
    ),
    fc.record(
      { role: fc.constant('assistant' as const), text, calls: fc.array(called) },
      { requiredKeys: ['role', 'text'] },
    ),
    fc.constant({ role: 'assistant' as const, returned: legalAnswers[api] }),
    fc.record({ role: fc.constant('tool' as const), results: fc.array(fc.record({ call: called, text })) }),
  );

const callsOf = (api: keyof typeof apis): fc.Arbitrary<Call> =>
  fc.record(
    {
      model: fc.string({ minLength: 1, unit: 'binary' }),
      system: text,
      // Whatever else is said, a conversation begins with a question.
      messages: fc
        .array(messagesOf(api), { maxLength: 5 })
        .map((more) => [{ role: 'user' as const, text: 'Say hello.' }, ...more]),
      inputs: fc.array(text, { minLength: 1 }),
      maxTokens: fc.integer({ min: 1 }),
      stop: fc.array(fc.string()),
      tools: fc.array(fc.record({ name, description: text, parameters: jsonObjects })),
      toolChoice: fc.oneof(fc.constantFrom('auto', 'required', 'none'), fc.record({ tool: name })),
      schema: jsonObjects,
      stream: fc.boolean(),
    },
    { requiredKeys: ['model', 'messages', 'maxTokens'] },
  );

describe.each(names)('the adapter of %s', (api) => {
  const { encode, owns, readAnswer } = apis[api];

  it('writes requests that keep the contract', () => {
    fc.assert(
      fc.property(callsOf(api), (call) => {
        expect(contracts[api].request(encode(call).body)).toEqual([]);
      }),
    );
  });

  it('writes bodies that survive the way through JSON', () => {
    fc.assert(
      fc.property(callsOf(api), (call) => {
        expect(JSON.parse(JSON.stringify(encode(call).body))).toEqual(encode(call).body);
      }),
    );
  });

  it('writes no field that nobody asked for, and none that says nothing', () => {
    const keys = Object.keys(encode(plain).body);
    const silent = { ...plain, tools: [], stop: [], stream: false };
    expect(Object.keys(encode(silent).body)).toEqual(keys);
    expect(keys.filter((key) => /tool|schema|stream|stop|system|temperature|top_?p/i.test(key))).toEqual([]);
  });

  it('sends to a path of its own', () => {
    expect(owns(encode(plain).path.split('?')[0] ?? '')).toBe(true);
    expect(owns('/ai-gateway/no/such/path')).toBe(false);
  });

  it('sends back whatever was returned without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), jsonObjects), (returned) => {
        const call = {
          ...plain,
          messages: [...plain.messages, { role: 'assistant' as const, returned: returned as Json }],
        };
        expect(isJsonObject(encode(call).body)).toBe(true);
      }),
    );
  });

  it('lets params add, replace and remove fields', () => {
    const [one = '', other = ''] = Object.keys(encode({ ...plain, system: 'Be brief.', stream: true }).body);
    const { body } = encode({ ...plain, params: { added: 0, [one]: 7, [other]: null } });
    expect(body).toMatchObject({ added: 0, [one]: 7 });
    expect(body).not.toHaveProperty(other);
  });

  it('keeps a hostile name among the params an ordinary field', () => {
    const { body } = encode({ ...plain, params: JSON.parse('{"__proto__":{"admin":true}}') });
    expect(JSON.stringify(body)).toContain('"__proto__":{"admin":true}');
    expect((body as { admin?: unknown }).admin).toBeUndefined();
  });

  it('reads an answer', () => {
    expect(readAnswer(legalAnswers[api])).toBeDefined();
  });

  it('reads any JSON without throwing', () => {
    const like = isJsonObject(legalAnswers[api]) ? Object.keys(legalAnswers[api]) : [];
    const plausible = fc.dictionary(fc.constantFrom(...like), fc.jsonValue());
    fc.assert(fc.property(fc.oneof(fc.jsonValue({ maxDepth: 6 }), plausible), (body) => void readAnswer(body as Json)));
  });

  it('reads no answer out of what is not a success', () => {
    const bodies: Json[] = [
      null,
      'Hello.',
      [],
      {},
      { error: { message: 'no' } },
      { error_code: 'NOT_FOUND', message: 'no' },
    ];
    expect(bodies.map(readAnswer)).toEqual(bodies.map(() => undefined));
  });

  it('reads no answer out of a success that carries an error', () => {
    expect(readAnswer({ ...(legalAnswers[api] as JsonObject), error: { message: 'no' } })).toBeUndefined();
  });
});
