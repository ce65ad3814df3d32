import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../json/index.js';
import type { Call, CallToolChoice } from '../call.js';
import { conversation, inBern, plain, weather, withoutIds } from '../testing/conversation.js';
import { candidate, functionCallPart, generated } from '../testing/gemini-bodies.js';
import { gemini } from './index.js';

const bodyOf = (more: Partial<Call>) => gemini.encode({ ...plain, ...more }).body;
const pathOf = (more: Partial<Call>) => gemini.encode({ ...plain, ...more }).path;
const contentsOf = (messages: Call['messages']) => bodyOf({ messages })['contents'];

describe('a call on gemini', () => {
  it('says nothing that nobody asked for', () => {
    expect(gemini.encode(plain)).toEqual({
      method: 'POST',
      path: '/ai-gateway/gemini/v1beta/models/main.default.model:generateContent',
      headers: { 'content-type': 'application/json' },
      body: {
        contents: [{ role: 'user', parts: [{ text: 'Say hello.' }] }],
        generationConfig: { maxOutputTokens: 64 },
      },
    });
  });

  it('asks for a stream with its path, and not with its body', () => {
    const path = '/ai-gateway/gemini/v1beta/models/main.default.model:streamGenerateContent?alt=sse';
    expect(pathOf({ stream: true })).toBe(path);
    expect(bodyOf({ stream: true })).toEqual(bodyOf({}));
  });

  it.each([
    ['a/b:c', 'a%2Fb%3Ac'],
    ['a b?c#d%', 'a%20b%3Fc%23d%25'],
    ['zürich-🎉', 'z%C3%BCrich-%F0%9F%8E%89'],
    ['half \uD800 pair', 'half%20%EF%BF%BD%20pair'],
    ['../a', '..%2Fa'],
  ])('encodes the name of a model in its path: %j', (model, encoded) => {
    expect(pathOf({ model })).toBe(`/ai-gateway/gemini/v1beta/models/${encoded}:generateContent`);
  });

  it('has any name of a model as one segment of a path that URLs leave as it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (model) => {
        const { pathname } = new URL(pathOf({ model }), 'https://gateway.invalid');
        expect(pathname).toBe(pathOf({ model }));
        const segment = pathname
          .split('/')
          .at(-1)
          ?.replace(/:generateContent$/, '');
        expect(decodeURIComponent(segment ?? '')).toBe(model.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
      }),
    );
  });

  it('has the system prompt, the stop sequences and the schema where the API has them', () => {
    const schema = { type: 'object' };
    expect(bodyOf({ system: 'Be brief.', stop: ['END'], schema })).toMatchObject({
      systemInstruction: { parts: [{ text: 'Be brief.' }] },
      generationConfig: {
        maxOutputTokens: 64,
        stopSequences: ['END'],
        responseMimeType: 'application/json',
        responseJsonSchema: schema,
      },
    });
  });

  it('declares all functions together', () => {
    const { name, description, parameters } = weather;
    expect(bodyOf({ tools: [weather, { ...weather, name: 'climate' }] })['tools']).toEqual([
      {
        functionDeclarations: [
          { name, description, parameters },
          { name: 'climate', description, parameters },
        ],
      },
    ]);
  });

  it.each<[CallToolChoice, Json]>([
    ['auto', { mode: 'AUTO' }],
    ['required', { mode: 'ANY' }],
    ['none', { mode: 'NONE' }],
    [{ tool: 'weather' }, { mode: 'ANY', allowedFunctionNames: ['weather'] }],
  ])('writes the tool choice %j', (toolChoice, written) => {
    expect(bodyOf({ toolChoice })['toolConfig']).toEqual({ functionCallingConfig: written });
  });

  it('has images in front of the text', () => {
    const images = [{ mediaType: 'image/png', base64: 'iVBORw0KGgo=' }];
    const inlineData = { mimeType: 'image/png', data: 'iVBORw0KGgo=' };
    expect(contentsOf([{ role: 'user', text: 'What is this?', images }])).toEqual([
      { role: 'user', parts: [{ inlineData }, { text: 'What is this?' }] },
    ]);
    expect(contentsOf([{ role: 'user', text: '', images }])).toEqual([{ role: 'user', parts: [{ inlineData }] }]);
  });

  it('repeats calls with their arguments as an object, and has all results in one turn', () => {
    expect(contentsOf(conversation.messages)).toEqual([
      { role: 'user', parts: [{ text: 'How warm is it?' }] },
      {
        role: 'model',
        parts: [
          { functionCall: { id: 'call_1', name: 'weather', args: { city: 'Bern' } } },
          { functionCall: { id: 'call_2', name: 'weather', args: { city: 'Basel' } } },
        ],
      },
      {
        role: 'user',
        parts: [
          { functionResponse: { id: 'call_1', name: 'weather', response: { result: '7' } } },
          { functionResponse: { id: 'call_2', name: 'weather', response: { result: '9' } } },
        ],
      },
    ]);
  });

  it('makes up no id for a call without one', () => {
    const [, , results] = contentsOf(withoutIds.messages) as Json[];
    expect(JSON.stringify(contentsOf(withoutIds.messages))).not.toContain('"id"');
    expect(results).toMatchObject({ parts: [{ functionResponse: { name: 'weather' } }, {}] });
  });

  it('keeps the words of the model in front of its calls', () => {
    expect(contentsOf([{ role: 'assistant', text: 'I will look.', calls: [inBern] }])).toMatchObject([
      { parts: [{ text: 'I will look.' }, { functionCall: { name: 'weather' } }] },
    ]);
  });

  it('sends the content of an answer back as it came, with its signatures and what nobody knows', () => {
    const content = {
      role: 'model',
      parts: [
        { text: 'Hm.', thought: true },
        { ...functionCallPart({ id: 'f1' }), thoughtSignature: 'c2ln', mood: 1 },
      ],
    };
    const returned = generated({ candidates: [candidate({ content })] });
    expect(contentsOf([{ role: 'assistant', returned }])).toEqual([content]);
  });

  it('sends back what holds no content as it is', () => {
    for (const returned of ['Hello.', { error: 'no' }, { candidates: ['Hello.'] }])
      expect(contentsOf([{ role: 'assistant', returned }])).toEqual([returned]);
  });

  it('has no place for texts to embed', () => {
    expect(bodyOf({ inputs: ['Hello.'] })).toEqual(bodyOf({}));
  });
});

describe('a path', () => {
  it.each([
    ['/ai-gateway/gemini/v1beta/models/system.ai.m:generateContent', true],
    ['/ai-gateway/gemini/v1beta/models/system.ai.m:streamGenerateContent', true],
    ['/ai-gateway/gemini/v1beta/models/a/b:c:generateContent', true],
    ['/ai-gateway/gemini/v1beta/models/:generateContent', false],
    ['/ai-gateway/gemini/v1beta/models/m:countTokens', false],
    ['/ai-gateway/gemini/v1beta/models/m:generateContent/x', false],
    ['/ai-gateway/gemini/v1beta/models', false],
    ['/ai-gateway/openai/v1/models/m:generateContent', false],
  ])('%s is of the API: %j', (path, owned) => {
    expect(gemini.owns(path)).toBe(owned);
  });

  it.each([
    ['/ai-gateway/gemini/v1beta/models/m:streamGenerateContent?alt=sse', true],
    ['/ai-gateway/gemini/v1beta/models/m:streamGenerateContent?key=k&alt=sse', true],
    ['/ai-gateway/gemini/v1beta/models/m:streamGenerateContent', false],
    ['/ai-gateway/gemini/v1beta/models/m:streamGenerateContent?alt=json', false],
    ['/ai-gateway/gemini/v1beta/models/m:generateContent?alt=sse', false],
  ])('%s asks for a stream of events: %j', (path, asks) => {
    expect(gemini.asksForStream(path, { stream: true })).toBe(asks);
  });
});
