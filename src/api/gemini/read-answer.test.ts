import { describe, expect, it } from 'vitest';
import type { Json } from '../../json/index.js';
import { candidate, functionCallPart, generated, withParts } from '../testing/gemini-bodies.js';
import { gemini } from './index.js';

const read = gemini.readAnswer;
const finishing = (finishReason: Json) => read(generated({ candidates: [candidate({ finishReason })] }));

describe('an answer of gemini', () => {
  it('is read', () => {
    expect(read(generated())).toEqual({
      text: 'Hello.',
      finish: 'stop',
      rawFinish: 'STOP',
      model: 'some-model',
      id: 'response_1',
      usage: { input: 22, output: 2, total: 24 },
      toolCalls: [],
    });
  });

  it('joins the texts and keeps thoughts apart', () => {
    const parts = [{ text: 'Hm.', thought: true }, { text: 'Hel' }, { text: 'lo.', thought: false }, { hologram: 1 }];
    expect(read(withParts(...parts))).toMatchObject({ text: 'Hello.', thinking: 'Hm.' });
  });

  it('stopped to call tools when it calls some, although the API has one word for both', () => {
    const calls = [functionCallPart({ id: 'f1' }), { functionCall: { name: 'now' } }, { functionCall: {} }];
    expect(read(withParts(...calls))).toMatchObject({
      text: '',
      finish: 'tool-calls',
      rawFinish: 'STOP',
      toolCalls: [
        { id: 'f1', name: 'weather', arguments: { city: 'Bern' } },
        { name: 'now', arguments: {} },
      ],
    });
  });

  it('keeps arguments that are no object', () => {
    expect(read(withParts(functionCallPart({ args: '{"a":1}' })))?.toolCalls).toEqual([
      { name: 'weather', arguments: '{"a":1}' },
    ]);
  });

  it('is cut off although it calls a tool', () => {
    const cut = candidate({ finishReason: 'MAX_TOKENS' }, [functionCallPart()]);
    expect(read(generated({ candidates: [cut] }))?.finish).toBe('length');
  });

  it('is an answer without content when it was filtered', () => {
    expect(read({ candidates: [{ finishReason: 'SAFETY' }] })).toEqual({
      text: '',
      finish: 'filtered',
      rawFinish: 'SAFETY',
      toolCalls: [],
    });
  });

  it('is filtered when the prompt was blocked, whatever else came', () => {
    const promptFeedback = { blockReason: 'PROHIBITED_CONTENT' };
    expect(read({ promptFeedback })).toEqual({
      text: '',
      finish: 'filtered',
      rawFinish: 'PROHIBITED_CONTENT',
      toolCalls: [],
    });
    expect(read(generated({ promptFeedback }))?.finish).toBe('filtered');
  });

  it.each<[string, Json]>([
    ['feedback that blocks nothing', { promptFeedback: { safetyRatings: [] } }],
    ['a reason that is none', { promptFeedback: { blockReason: 'BLOCK_REASON_UNSPECIFIED' } }],
    ['no candidates', { candidates: [] }],
    ['a candidate with nothing in it', { candidates: [{}] }],
    ['an answer of another API', { choices: [{ message: { content: 'Hello.' } }] }],
  ])('is not there: %s', (_, body) => {
    expect(read(body)).toBeUndefined();
  });

  it('knows the reasons and calls the rest other', () => {
    const raw = ['STOP', 'MAX_TOKENS', 'SPII', 'MALFORMED_FUNCTION_CALL', 'stop', 'constructor', 7, null];
    expect(raw.map((reason) => finishing(reason)?.finish)).toEqual([
      'stop',
      'length',
      'filtered',
      'other',
      'other',
      'other',
      undefined,
      undefined,
    ]);
  });

  it('has no count that is not a whole number', () => {
    const usageMetadata = { promptTokenCount: '22', candidatesTokenCount: -1, totalTokenCount: 1.5 };
    expect(read(generated({ usageMetadata }))?.usage).toEqual({});
  });
});
