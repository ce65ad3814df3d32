import { describe, expect, it } from 'vitest';
import { ask, simulation } from '../../testing/simulation.js';

const account = simulation();
const user = { role: 'user', parts: [{ text: 'Say hello.' }] };
const tool = { name: 'f', description: 'd' };
const calls = (...names: string[]) => ({ role: 'model', parts: names.map((name) => ({ functionCall: { name } })) });
const gives = (...names: string[]) => ({
  role: 'user',
  parts: names.map((name) => ({ functionResponse: { name, response: {} } })),
});
const part = (...parts: object[]) => ({ contents: [{ role: 'user', parts }] });
const config = (generationConfig: object) => ({ generationConfig });

describe('a Gemini request', () => {
  it.each<[given: object, complaint: string]>([
    [{ contents: undefined }, 'contents: is required'],
    [{ contents: null }, 'contents: must be an array'],
    [{ contents: 'Say hello.' }, 'contents: must be an array'],
    [{ contents: [] }, 'contents: must have at least 1 item'],
    [{ contents: ['Say hello.'] }, 'contents.0: must be an object'],
    [{ contents: [{ role: 'user' }] }, 'contents.0.parts: is required'],
    [{ contents: [{ role: 'user', parts: [] }] }, 'contents.0.parts: must have at least 1 item'],
    [{ contents: [{ role: 'assistant', parts: [{ text: 'x' }] }] }, 'contents.0.role: must be user or model'],
    [part({}), 'contents.0.parts.0: must have exactly one of text, inlineData'],
    [part({ text: 'x', inlineData: { mimeType: 'audio/wav', data: 'eA==' } }), 'must have exactly one of'],
    [part({ text: 7 }), 'contents.0.parts.0.text: must be a string'],
    [part({ text: 'x', odd: 1 }), 'unknown field "contents.0.parts.0.odd"'],
    [part({ text: 'x', toString: 1 }), 'unknown field "contents.0.parts.0.toString"'],
    [part({ inlineData: { mimeType: 'image/png', data: '***' } }), 'inlineData.data: must be valid base64'],
    [part({ inlineData: { mimeType: 'image/png', data: 'R0lGODlh' } }), 'the image is not of the media type image/png'],
    [part({ inlineData: { data: 'eA==' } }), 'inlineData.mimeType: is required'],
    [part({ text: 'x', thoughtSignature: 'changed' }), 'thoughtSignature: Corrupted thought signature'],
    [
      { contents: [user, { role: 'model', parts: [{ functionCall: { name: 'f', args: '{}' } }] }] },
      'args: must be an object',
    ],
    [
      { contents: [user, calls('f'), { parts: [{ functionResponse: { name: 'f', response: 'x' } }] }] },
      'functionResponse.response: must be an object',
    ],
    [{ contents: [user, gives('f')] }, 'contents.1: Please ensure that function response turn comes immediately after'],
    [
      { contents: [user, calls('f', 'g'), gives('f')] },
      'contents.2: Please ensure that the number of function response',
    ],
    [{ contents: [user, calls('f', 'g'), gives('f'), gives('g')] }, 'contents.2: Please ensure that the number of'],
    [{ contents: [user, calls('f'), user] }, 'contents.2: Please ensure that the number of function response'],
    [{ contents: [user, calls('f'), gives('g')] }, "contents.2: 'g' was not called"],
    [{ systemInstruction: 'Be kind.' }, 'systemInstruction: must be an object'],
    [{ systemInstruction: { parts: [{ inlineData: {} }] } }, 'systemInstruction.parts.0.text: is required'],
    [config({ maxOutputTokens: 0 }), 'generationConfig.maxOutputTokens: must be an integer of at least 1'],
    [config({ maxOutputTokens: '64' }), 'generationConfig.maxOutputTokens: must be an integer'],
    [config({ temperature: 2.1 }), 'generationConfig.temperature: must be a number from 0 to 2'],
    [config({ topP: 2 }), 'generationConfig.topP: must be a number from 0 to 1'],
    [config({ candidateCount: 2 }), 'generationConfig.candidateCount: must be 1'],
    [config({ stopSequences: 'x' }), 'generationConfig.stopSequences: must be an array'],
    [config({ stopSequences: [''] }), 'generationConfig.stopSequences.0: must be a string that is not empty'],
    [config({ stopSequences: [...'abcdef'] }), 'generationConfig.stopSequences: must have at most 5 items'],
    [config({ responseMimeType: 'text/html' }), 'generationConfig.responseMimeType: must be text/plain or'],
    [config({ responseSchema: {} }), 'may only be set when responseMimeType is application/json'],
    [config({ responseSchema: {}, responseJsonSchema: {} }), 'may not have both responseSchema and responseJsonSchema'],
    [config({ thinkingConfig: { thinkingLevel: 'utter' } }), 'thinkingConfig.thinkingLevel: must be MINIMAL or'],
    [config({ thinkingConfig: { thinkingBudget: -2 } }), 'thinkingConfig.thinkingBudget: must be an integer'],
    [config({ maxTokens: 5 }), 'unknown field "generationConfig.maxTokens"'],
    [{ tools: [{ functionDeclarations: [{ name: 'f' }] }] }, 'tools.0.functionDeclarations.0.description: is required'],
    [{ tools: [{ functionDeclarations: [{ ...tool, name: 'a b' }] }] }, 'functionDeclarations.0.name: must start with'],
    [{ tools: [{ functionDeclarations: [tool, tool] }] }, 'Duplicate function declaration found: f'],
    [
      { tools: [{ functionDeclarations: [{ ...tool, parameters: {}, parametersJsonSchema: {} }] }] },
      'tools: f may not have both parameters and parametersJsonSchema',
    ],
    [{ tools: [{ type: 'function' }] }, 'unknown field "tools.0.type"'],
    [{ toolConfig: { functionCallingConfig: { mode: 'required' } } }, 'functionCallingConfig.mode: must be'],
    [{ toolConfig: { functionCallingConfig: { mode: 'ANY' } } }, 'mode ANY may only be set together with'],
    [
      {
        tools: [{ functionDeclarations: [tool] }],
        toolConfig: { functionCallingConfig: { mode: 'AUTO', allowedFunctionNames: ['f'] } },
      },
      'allowedFunctionNames: may only be set when mode is ANY or VALIDATED',
    ],
    [
      {
        tools: [{ functionDeclarations: [tool] }],
        toolConfig: { functionCallingConfig: { mode: 'ANY', allowedFunctionNames: ['g'] } },
      },
      "allowedFunctionNames: 'g' is not among the functionDeclarations",
    ],
    [{ messages: [] }, 'Bad request: json: unknown field "messages"'],
    [{ stream: true }, 'unknown field "stream"'],
  ])('with %j is refused: %s', async (given, complaint) => {
    const response = await ask(account(), { api: 'gemini', body: { ...given } });
    expect(response.status).toBe(400);
    expect(response.json).toMatchObject({ error_code: 'BAD_REQUEST', message: expect.stringContaining(complaint) });
  });

  it.each<[given: object, cannot: string]>([
    [{ cachedContent: 'cachedContents/1' }, 'cache contents'],
    [config({ responseLogprobs: true }), 'report log probabilities'],
    [config({ responseModalities: ['TEXT', 'IMAGE'] }), 'answer in anything but text'],
    [{ tools: [{ googleSearch: {} }] }, 'run tools of the provider'],
    [{ tools: [{ google_search: {} }] }, 'run tools of the provider'],
    [part({ fileData: { fileUri: 'gs://x' } }), 'look at anything but text and PNG images'],
    [part({ inlineData: { mimeType: 'audio/wav', data: 'eA==' } }), 'look at anything but text and PNG images'],
    [part({ executableCode: {} }), 'look at anything but text and PNG images'],
  ])('with %j asks for what is not simulated: %s', async (given, cannot) => {
    const response = await ask(account(), { api: 'gemini', body: { ...given } });
    expect(response.status).toBe(501);
    expect(response.json.message).toBe(`The simulated account does not ${cannot} yet.`);
  });

  it.each([
    { tools: [], toolConfig: {}, safetySettings: [], labels: { any_name: 'x' } },
    { tools: null, toolConfig: null, generationConfig: null, systemInstruction: null },
    config({ responseModalities: ['TEXT'], responseLogprobs: false, thinkingConfig: { thinkingBudget: -1 } }),
    { safetySettings: [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'BLOCK_NONE' }] },
    { contents: [user, calls('f', 'f'), gives('f', 'f')] },
    part({ text: 'x', inlineData: null, functionCall: null, thought: null, thoughtSignature: null }),
  ])('with %j is answered', async (given) => {
    expect((await ask(account(), { api: 'gemini', body: given })).status).toBe(200);
  });
});
