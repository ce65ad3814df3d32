import { GoogleGenAI } from '@google/genai';
import { describe, expect, it } from 'vitest';
import { ask, simulation, tokenOf } from '../../testing/simulation.js';
import { askStream, saidInStream } from '../../testing/streams.js';

const account = simulation();
const tools = [
  { functionDeclarations: ['get_time', 'get_weather'].map((name) => ({ name, description: `Does ${name}.` })) },
];
const config = (generationConfig: object) => ({ generationConfig });
const thinks = config({ thinkingConfig: { includeThoughts: true } });
const asksBoth = 'Call get_weather with {"city":"Zürich"} and Call get_time with {}';

const requests: readonly (readonly [name: string, prompt: string, body: Readonly<Record<string, unknown>>])[] = [
  ['a text', 'Say hello.', {}],
  ['any text', 'Repeat exactly:  é🙂 \n\n data: "x" \u2028 ', {}],
  ['nothing', 'Repeat exactly: ', {}],
  ['a text cut short', 'Count from 1 to 50', config({ maxOutputTokens: 7 })],
  ['a text that stops', 'Count from 1 to 50', config({ stopSequences: ['4', '3'] })],
  ['a refusal', 'Refuse this request.', {}],
  ['calls', asksBoth, { tools }],
  ['thoughts and a text', 'Say hello.', thinks],
  ['thoughts and calls', asksBoth, { ...thinks, tools }],
  ['hidden thoughts', 'Say hello.', config({ thinkingConfig: { thinkingBudget: 64 } })],
  ['thoughts cut short', 'x', config({ maxOutputTokens: 2, thinkingConfig: { includeThoughts: true } })],
];

interface Part {
  readonly text?: string;
  readonly thought?: boolean;
}

/** The parts of all chunks, texts of the same kind in a row as one. */
function joined(parts: readonly Part[]): readonly Part[] {
  const whole: Part[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    const goesOn = last?.text !== undefined && part.text !== undefined && last.thought === part.thought;
    if (goesOn) whole.splice(-1, 1, { ...last, ...part, text: `${last.text}${part.text}` });
    else whole.push(part);
  }
  return whole;
}

describe('a Gemini stream', () => {
  it('has the shape of the API', async () => {
    const body = config({ maxOutputTokens: 2 });
    const { events, data } = await askStream(account(), { api: 'gemini', body });
    const common = { modelVersion: 'claude-sim-1-20260101', responseId: data[0].responseId };
    const content = (text: string) => ({ role: 'model', parts: [{ text }] });
    const usage = (written: number) => ({
      promptTokenCount: 7,
      candidatesTokenCount: written,
      totalTokenCount: 7 + written,
    });
    expect(data).toEqual([
      { candidates: [{ content: content('Hello'), index: 0 }], usageMetadata: usage(1), ...common },
      {
        candidates: [{ content: content('!'), finishReason: 'MAX_TOKENS', index: 0 }],
        usageMetadata: usage(2),
        ...common,
      },
    ]);
    expect(events.filter(({ event }) => event !== undefined)).toEqual([]);
  });

  it('signs the end of the text', async () => {
    const { data } = await askStream(account(), { api: 'gemini', body: thinks });
    const parts = data.map(({ candidates }) => candidates[0].content.parts[0]);
    expect(parts.filter(({ thoughtSignature }) => thoughtSignature !== undefined)).toEqual([
      { text: '?', thoughtSignature: expect.any(String) },
    ]);
    expect(parts.at(-1)).toHaveProperty('thoughtSignature');
  });

  it('is one event without candidates when the prompt is blocked', async () => {
    const safetySettings = [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'BLOCK_ONLY_HIGH' }];
    const question = { api: 'gemini', prompt: 'Refuse this request.', body: { safetySettings } } as const;
    const { data } = await askStream(account(), question);
    const { json } = await ask(account(), question);
    expect(data).toEqual([{ ...json, responseId: expect.any(String) }]);
    expect(json.promptFeedback).toEqual({ blockReason: 'SAFETY' });
  });
});

describe.each(requests)('the stream of %s', (_, prompt, body) => {
  const streamed = () => askStream(account(), { api: 'gemini', prompt, body });

  it('put together is the answer in one piece', async () => {
    const { data } = await streamed();
    const { json } = await ask(account(), { api: 'gemini', prompt, body });
    const { content, finishReason } = json.candidates[0];
    expect(joined(data.flatMap(({ candidates }) => candidates[0].content.parts))).toEqual(content.parts);
    expect(data.at(-1)).toMatchObject({ candidates: [{ finishReason }], usageMetadata: json.usageMetadata });
    expect(data.at(-1).usageMetadata).toEqual(json.usageMetadata);
  });

  it('states only at its end why it ends, and ends without an end mark', async () => {
    const { events, data } = await streamed();
    const reasons = data.map(({ candidates }) => candidates[0].finishReason);
    expect(reasons.slice(0, -1).filter((reason) => reason !== undefined)).toEqual([]);
    expect(reasons.at(-1)).toBeDefined();
    expect(events).toHaveLength(data.length);
  });

  it('counts up', async () => {
    const { data } = await streamed();
    const totals = data.map(({ usageMetadata }) => usageMetadata.totalTokenCount);
    expect(totals).toEqual(totals.toSorted((a, b) => a - b));
    for (const { usageMetadata: usage } of data) {
      const { promptTokenCount: asked, candidatesTokenCount: written, thoughtsTokenCount: thought = 0 } = usage;
      expect(usage.totalTokenCount).toBe(asked + written + thought);
    }
  });

  it('is read by the official client', async () => {
    const client = new GoogleGenAI({
      apiKey: 'unused',
      httpOptions: {
        baseUrl: `${account().origins['home']}/ai-gateway/gemini`,
        headers: { authorization: `Bearer ${tokenOf(account(), 'default')}` },
      },
    });
    const { generationConfig, ...more } = body;
    const chunks = await client.models.generateContentStream({
      model: 'main.llm.assistant',
      contents: prompt,
      config: { ...(generationConfig as object), ...more, maxOutputTokens: 64, ...(generationConfig as object) },
    });
    const parts: Part[] = [];
    for await (const chunk of chunks) parts.push(...(chunk.candidates?.[0]?.content?.parts ?? []));
    const text = parts.filter(({ thought }) => thought !== true).map((part) => part.text ?? '');
    expect(text.join('')).toBe(saidInStream(await streamed()));
  });
});
