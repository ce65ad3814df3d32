import { describe, expect, it } from 'vitest';
import { ask, saidBy, send, simulation, tokenOf } from '../../testing/simulation.js';

const account = simulation();
const askGemini = (body: object = {}, prompt = 'Say hello.') =>
  ask(account(), { api: 'gemini', prompt, body: { ...body } });

const greeting = 'Hello! How can I help you today?';
const said = (text: string, role = 'user') => ({ role, parts: [{ text }] });
const weather = {
  name: 'get_weather',
  description: 'The weather in a city.',
  parameters: { type: 'OBJECT', properties: { city: { type: 'STRING' } }, required: ['city'] },
};
const time = { name: 'get_time', description: 'The time.', parametersJsonSchema: { type: 'object', properties: {} } };
const tools = [{ functionDeclarations: [weather] }, { functionDeclarations: [time] }];
const asksBoth = 'Call get_weather with {"city":"Zürich"} and Call get_time with {}';
const choose = (mode: string, ...allowedFunctionNames: string[]) => ({
  toolConfig: { functionCallingConfig: { mode, ...(allowedFunctionNames.length > 0 && { allowedFunctionNames }) } },
});

describe('a Gemini answer', () => {
  it('has the shape of the API', async () => {
    const { status, json } = await askGemini();
    expect(status).toBe(200);
    expect(json).toEqual({
      candidates: [{ content: { role: 'model', parts: [{ text: greeting }] }, finishReason: 'STOP', index: 0 }],
      usageMetadata: { promptTokenCount: 7, candidatesTokenCount: 9, totalTokenCount: 16 },
      modelVersion: 'claude-sim-1-20260101',
      responseId: expect.any(String),
    });
  });

  it.each<[generationConfig: object, text: string, reason: string]>([
    [{ maxOutputTokens: 2 }, 'Hello!', 'MAX_TOKENS'],
    [{ maxOutputTokens: null }, greeting, 'STOP'],
    [{ stopSequences: ['you', 'help'] }, 'Hello! How can I ', 'STOP'],
    [{ stopSequences: ['Hello'] }, '', 'STOP'],
    [
      { temperature: 0, topP: 1, topK: 40, candidateCount: 1, seed: 7, responseMimeType: 'text/plain' },
      greeting,
      'STOP',
    ],
    [{ max_output_tokens: 2 }, 'Hello!', 'MAX_TOKENS'],
  ])('with %j says %j and finishes with %s', async (generationConfig, text, reason) => {
    const response = await askGemini({ generationConfig });
    expect(response.status).toBe(200);
    expect(saidBy(response)).toBe(text);
    expect(response.json.candidates[0].finishReason).toBe(reason);
  });

  it('calls functions with objects, and stops as after a text', async () => {
    const { json } = await askGemini({ tools }, asksBoth);
    expect(json.candidates[0]).toMatchObject({ finishReason: 'STOP' });
    expect(json.candidates[0].content.parts).toEqual([
      { functionCall: { name: 'get_weather', args: { city: 'Zürich' } } },
      { functionCall: { name: 'get_time', args: {} } },
    ]);
  });

  it.each<[prompt: string, given: object, called: string[]]>([
    [asksBoth, choose('AUTO'), ['get_weather', 'get_time']],
    [asksBoth, choose('NONE'), []],
    [asksBoth, choose('ANY', 'get_time'), ['get_time']],
    [asksBoth, choose('VALIDATED', 'get_time'), ['get_time']],
    ['Say hello.', choose('ANY'), ['get_weather']],
    ['Say hello.', choose('ANY', 'get_time'), ['get_time']],
  ])('to %j with %j calls %j', async (prompt, given, called) => {
    const { json } = await askGemini({ tools, ...given }, prompt);
    const names = json.candidates[0].content.parts.flatMap((part: { functionCall?: { name: string } }) =>
      part.functionCall ? [part.functionCall.name] : [],
    );
    expect(names).toEqual(called);
  });

  it('reads the types of Google’s schemas', async () => {
    const { json } = await askGemini({ tools, ...choose('ANY', 'get_weather') });
    expect(json.candidates[0].content.parts[0].functionCall.args).toEqual({ city: expect.any(String) });
  });

  it.each<[config: object, text: string]>([
    [{ responseSchema: weather.parameters }, '{"city":"Bern"}'],
    [{ responseJsonSchema: { type: 'object' } }, '{"city":"Bern"}'],
    [{}, '{"city":"Bern"}'],
  ])('in JSON with %j is JSON', async (config, text) => {
    const generationConfig = { responseMimeType: 'application/json', ...config };
    expect(saidBy(await askGemini({ generationConfig }, 'Answer with this JSON: {"city":"Bern"}'))).toBe(text);
  });

  it('makes a value of the schema when nobody says which', async () => {
    const responseSchema = { type: 'OBJECT', properties: { n: { type: 'INTEGER' } }, required: ['n'] };
    const text = saidBy(
      await askGemini({ generationConfig: { responseMimeType: 'application/json', responseSchema } }),
    );
    expect(JSON.parse(text)).toEqual({ n: expect.any(Number) });
  });

  it('shows thoughts to those who ask, and signs them on the text', async () => {
    const { json } = await askGemini({ generationConfig: { thinkingConfig: { includeThoughts: true } } });
    expect(json.candidates[0].content.parts).toEqual([
      { text: 'Follow the script.', thought: true },
      { text: greeting, thoughtSignature: expect.any(String) },
    ]);
    expect(json.usageMetadata).toEqual({
      promptTokenCount: 7,
      candidatesTokenCount: 9,
      thoughtsTokenCount: 4,
      totalTokenCount: 20,
    });
  });

  it('signs hidden thoughts on the first call', async () => {
    const generationConfig = { thinkingConfig: { thinkingLevel: 'low' } };
    const { json } = await askGemini({ generationConfig, tools }, asksBoth);
    expect(json.candidates[0].content.parts).toEqual([
      { functionCall: expect.anything(), thoughtSignature: expect.any(String) },
      { functionCall: expect.anything() },
    ]);
  });

  it.each([{ thinkingBudget: 0 }, { thinkingBudget: 0, includeThoughts: true }, { includeThoughts: false }, {}])(
    'with %j does not think',
    async (thinkingConfig) => {
      const { json } = await askGemini({ generationConfig: { thinkingConfig } });
      expect(json.usageMetadata).not.toHaveProperty('thoughtsTokenCount');
    },
  );

  it('has one empty part when thinking has used up all tokens', async () => {
    const generationConfig = { maxOutputTokens: 2, thinkingConfig: { thinkingBudget: 8 } };
    const { json } = await askGemini({ generationConfig });
    expect(json.candidates[0]).toMatchObject({ content: { parts: [{ text: '' }] }, finishReason: 'MAX_TOKENS' });
    expect(json.usageMetadata).toMatchObject({ candidatesTokenCount: 0, thoughtsTokenCount: 2 });
  });

  it('declines in words, for safety', async () => {
    const { json } = await askGemini({}, 'Refuse this request.');
    expect(json.candidates[0]).toMatchObject({
      content: { parts: [{ text: "I can't help with that." }] },
      finishReason: 'SAFETY',
    });
  });

  const settings = (threshold: string) => ({
    safetySettings: [{ category: 'HARM_CATEGORY_DANGEROUS_CONTENT', threshold }],
  });
  const blocked = {
    promptFeedback: { blockReason: 'SAFETY' },
    usageMetadata: { promptTokenCount: 9, totalTokenCount: 9 },
    modelVersion: 'claude-sim-1-20260101',
    responseId: expect.any(String),
  };

  it('has no candidates when strict safety settings block the prompt', async () => {
    const response = await askGemini(settings('BLOCK_LOW_AND_ABOVE'), 'Refuse this request.');
    expect(response).toMatchObject({ status: 200, json: blocked });
    expect(response.json).not.toHaveProperty('candidates');
  });

  it.each([
    ['Say hello.', 'BLOCK_LOW_AND_ABOVE'],
    ['Refuse this request.', 'BLOCK_NONE'],
  ])('to %j with %s is not blocked', async (prompt, threshold) => {
    expect((await askGemini(settings(threshold), prompt)).json.candidates).toHaveLength(1);
  });
});

describe('the contents of a Gemini request', () => {
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC';
  const image = (inlineData: object) => ({ role: 'user', parts: [{ text: 'Which color is this?' }, inlineData] });
  const called = { role: 'model', parts: [{ functionCall: { name: 'get_time', args: {} } }] };
  const gave = (response: object) => ({ role: 'user', parts: [{ functionResponse: { name: 'get_time', response } }] });

  it.each<[what: string, given: object, text: string]>([
    ['without a role', { contents: [{ parts: [{ text: 'Repeat exactly: x' }] }] }, 'x'],
    ['in parts', { contents: [{ parts: [{ text: 'Repeat ' }, { text: 'exactly: é🙂' }] }] }, 'é🙂'],
    ['a system instruction', { systemInstruction: { parts: [{ text: 'Answer only with the word: yes' }] } }, 'yes'],
    ['one in snake case', { system_instruction: { parts: [{ text: 'Answer only with the word: yes' }] } }, 'yes'],
    [
      'a conversation',
      { contents: [said('My name is Ada.'), said('Hello, Ada.', 'model'), said('What is my name?')] },
      'Your name is Ada.',
    ],
    [
      'thoughts that the model said first',
      {
        contents: [
          said('Say hello.'),
          { role: 'model', parts: [{ text: 'Hm.', thought: true }, { text: 'Hello.' }] },
          said('Repeat what you said first.'),
        ],
      },
      'Hello.',
    ],
    ['an image', { contents: [image({ inlineData: { mimeType: 'image/png', data: png } })] }, 'red'],
    ['an image in snake case', { contents: [image({ inline_data: { mime_type: 'image/png', data: png } })] }, 'red'],
    ['an output', { contents: [said('x'), called, gave({ output: 'noon' })] }, 'noon'],
    ['a result', { contents: [said('x'), called, gave({ result: 'noon' })] }, 'noon'],
    ['an output without a name of its own', { contents: [said('x'), called, gave({ hour: 12 })] }, '{"hour":12}'],
    ['an output that is no text', { contents: [said('x'), called, gave({ output: [12] })] }, '[12]'],
  ])('may be %s', async (_, given, text) => {
    const response = await askGemini(given);
    expect(response.status).toBe(200);
    expect(saidBy(response)).toBe(text);
  });

  it('may be what the model has answered, as it came', async () => {
    const thinks = { generationConfig: { thinkingConfig: { includeThoughts: true } }, tools };
    const question = said('Call get_time with {}');
    const { json } = await askGemini({ ...thinks, contents: [question] });
    const answered = await askGemini({
      ...thinks,
      contents: [question, json.candidates[0].content, gave({ output: 'noon' })],
    });
    expect(saidBy(answered)).toBe('noon');
    const third = await askGemini({
      contents: [said('Say hello.'), answered.json.candidates[0].content, said('Repeat what you said first.')],
    });
    expect(saidBy(third)).toBe('noon');
  });
});

describe('the path of a Gemini request', () => {
  const post = (path: string, body: object = { contents: [said('Say hello.')] }) =>
    send(account().origins['home'] ?? '', {
      path: `/ai-gateway/gemini/v1beta/models/${path}`,
      headers: { authorization: `Bearer ${tokenOf(account(), 'default')}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it.each([
    'main.llm.assistant:generateContent',
    'main%2Ellm%2eassistant:generateContent',
    'main.llm.assistant%3AgenerateContent',
  ])('%s names a model', async (path) => {
    expect(saidBy(await post(path))).toBe(greeting);
  });

  it.each([
    ['main.llm.nobody:generateContent', 404, "'main.llm.nobody' does not exist"],
    ['main.llm.a%2Fb%3Ac:generateContent', 404, "'main.llm.a/b:c' does not exist"],
    [':generateContent', 400, 'The request must name a model'],
    ['main.llm.assistant:countTokens', 400, "doesn't match any known API type"],
    ['main.llm.assistant:generatecontent', 400, "doesn't match any known API type"],
    ['main.llm.assistant', 400, "doesn't match any known API type"],
    ['main/llm:generateContent', 400, "doesn't match any known API type"],
    ['%ff:generateContent', 400, "doesn't match any known API type"],
    ['', 400, "doesn't match any known API type"],
  ])('%s is answered with %i: %s', async (path, status, message) => {
    const response = await post(path);
    expect(response.status).toBe(status);
    expect(response.json.message).toContain(message);
  });

  it('names the model: one in the body is not asked for', async () => {
    const response = await post('main.llm.assistant:generateContent', {
      model: 'main.llm.nobody',
      contents: [said('x')],
    });
    expect(response.status).toBe(400);
    expect(response.json.message).toContain('unknown field "model"');
  });

  it('asks for a stream without events, which is one array', async () => {
    const { headers, json } = await post('main.llm.assistant:streamGenerateContent');
    expect(headers['content-type']).toBe('application/json');
    expect(json.length).toBeGreaterThan(5);
    expect(json.map((chunk: object) => saidBy({ json: chunk })).join('')).toBe(greeting);
  });

  it('asks for no events with a method that does not stream', async () => {
    const { headers, json } = await post('main.llm.assistant:generateContent?alt=sse');
    expect(headers['content-type']).toBe('application/json');
    expect(json.candidates).toHaveLength(1);
  });
});
