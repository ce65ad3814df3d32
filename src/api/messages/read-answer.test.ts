import { describe, expect, it } from 'vitest';
import { message, toolUse } from '../testing/bodies.js';
import { messages } from './index.js';

describe('messages', () => {
  it('reads an answer, without a total that the API does not have', () => {
    expect(messages.readAnswer(message())).toEqual({
      text: 'Hello.',
      finish: 'stop',
      rawFinish: 'end_turn',
      model: 'some-model',
      id: 'msg_1',
      usage: { input: 22, output: 2 },
      toolCalls: [],
    });
  });

  it('keeps thinking apart from the text and reads tool calls', () => {
    const content = [
      { type: 'thinking', thinking: 'Hm.', signature: 's' },
      { type: 'text', text: 'Let me look.' },
      toolUse,
      { type: 'tool_use' },
    ];
    expect(messages.readAnswer(message({ content, stop_reason: 'tool_use' }))).toMatchObject({
      text: 'Let me look.',
      thinking: 'Hm.',
      finish: 'tool-calls',
      toolCalls: [{ id: 'toolu_1', name: 'weather', arguments: { city: 'Bern' } }],
    });
  });

  it('knows every stop reason and calls the rest other', () => {
    const raw = [
      'end_turn',
      'max_tokens',
      'stop_sequence',
      'tool_use',
      'pause_turn',
      'refusal',
      'model_context_window_exceeded',
      'stop',
    ];
    expect(raw.map((stop_reason) => messages.readAnswer(message({ stop_reason }))?.finish)).toEqual([
      'stop',
      'length',
      'stop-sequence',
      'tool-calls',
      'other',
      'filtered',
      'length',
      'other',
    ]);
  });
});
