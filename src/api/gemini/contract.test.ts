import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../json/index.js';
import { compileContracts } from '../compile-contracts.js';
import { type Bodies, told } from '../contract/testing/told.js';
import { completion, contractText } from '../testing/bodies.js';
import { candidate, functionCallPart, generated, withParts } from '../testing/gemini-bodies.js';

const contract = compileContracts(contractText).gemini;
const having = (...candidates: readonly Json[]): JsonObject => generated({ candidates });

const legal: Bodies = {
  text: generated(),
  'a call with a signature': withParts({ ...functionCallPart(), thoughtSignature: 'c2ln' }),
  'a call without arguments': withParts({ functionCall: { name: 'now' } }),
  'a part of an unknown kind': withParts({ hologram: 5 }),
  'content without parts': having({ content: { role: 'model' }, finishReason: 'MAX_TOKENS' }),
  'a finish without content': having({ finishReason: 'SAFETY' }),
  'a blocked prompt': { promptFeedback: { blockReason: 'OTHER' } },
  'extra fields everywhere': having(candidate({ avgLogprobs: -0.1, mood: 1 }, [{ text: 'a', mood: 1 }])),
  'nothing but text': { candidates: [{ content: { parts: [{ text: 'Hello.' }] } }] },
  'a null error': generated({ error: null }),
};

const broken: Bodies = {
  'not an object': 'Hello.',
  'a list, as without alt=sse': [generated()],
  'nothing in it': {},
  'an error': { error: { code: 503, message: 'Overloaded.', status: 'UNAVAILABLE' } },
  'an error within a success': generated({ error: { code: 503 } }),
  'a chat completion': completion(),
  'no candidates': having(),
  'feedback that blocks nothing': { promptFeedback: { safetyRatings: [] } },
  'a candidate that is no object': having('Hello.'),
  'a candidate with nothing in it': having({}),
  'content as text': having(candidate({ content: 'Hello.' })),
  'a role of another API': having(candidate({ content: { role: 'assistant', parts: [] } })),
  'parts as text': having(candidate({}, 'Hello.')),
  'a part that is no object': withParts('Hello.'),
  'types in parts': withParts({ text: 1 }, { text: 'a', thought: 'yes' }, { text: 'a', thoughtSignature: '' }),
  'a call with arguments as text': withParts(functionCallPart({ args: '{"city":"Bern"}' })),
  'a call without a name': withParts({ functionCall: { args: {} } }),
  'data without a type': withParts({ inlineData: { data: 'AA==' } }),
  'types of fields': generated({ responseId: 7, modelVersion: null, usageMetadata: 'none' }),
  'an index as text': having(candidate({ index: '0', finishReason: 1 })),
  'counts of tokens': generated({ usageMetadata: { promptTokenCount: -1, totalTokenCount: '3' } }),
};

const asking = (fields: JsonObject): JsonObject => ({
  contents: [{ role: 'user', parts: [{ text: 'x' }] }],
  ...fields,
});

const brokenRequests: Bodies = {
  'no contents': {},
  'empty contents': asking({ contents: [] }),
  'a role that there is not': asking({ contents: [{ role: 'assistant', parts: [] }] }),
  'a turn without parts': asking({ contents: [{ role: 'user', content: 'x' }] }),
  'a result that is no object': asking({
    contents: [{ role: 'user', parts: [{ functionResponse: { name: 'weather', response: '7' } }] }],
  }),
  'numbers out of range': asking({ generationConfig: { maxOutputTokens: 0, topP: 2, temperature: -1 } }),
  'a function without a name': asking({ tools: [{ functionDeclarations: [{ description: 'x' }] }] }),
  'a mode that there is not': asking({ toolConfig: { functionCallingConfig: { mode: 'required' } } }),
};

describe('the contract of gemini', () => {
  it.each(Object.entries(legal))('accepts %s', (_title, body) => {
    expect(contract.success(body)).toEqual([]);
  });

  it.each(Object.entries(broken))('refuses %s', (_title, body) => {
    expect(contract.success(body)).not.toEqual([]);
  });

  it('accepts the error envelope of Google', () => {
    const details = [{ '@type': 'type.googleapis.com/google.rpc.BadRequest' }];
    expect(contract.error({ error: { code: 400, message: 'No.', status: 'INVALID_ARGUMENT', details } })).toEqual([]);
  });

  it('says what is wrong in sentences', async () => {
    await expect(told(broken, contract.success)).toMatchFileSnapshot('golden/success.txt');
  });

  it('accepts a request that only asks something', () => {
    expect(contract.request(asking({}))).toEqual([]);
  });

  it.each(Object.entries(brokenRequests))('refuses a request with %s', (_title, body) => {
    expect(contract.request(body)).not.toEqual([]);
  });

  it('says what is wrong with a request in sentences', async () => {
    await expect(told(brokenRequests, contract.request)).toMatchFileSnapshot('golden/request.txt');
  });
});
