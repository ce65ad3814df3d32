import { describe, expect, it } from 'vitest';
import type { Json } from '../../json/index.js';
import { calling, choice, completion, functionCall } from '../testing/bodies.js';
import { chat } from './index.js';

describe('chat', () => {
  it('reads an answer', () => {
    expect(chat.readAnswer(completion())).toEqual({
      text: 'Hello.',
      finish: 'stop',
      rawFinish: 'stop',
      model: 'some-model',
      id: 'chatcmpl_1',
      usage: { input: 22, output: 2, total: 24 },
      toolCalls: [],
    });
  });

  it('joins the text blocks and leaves the reasoning out', () => {
    const content = [
      { type: 'reasoning', summary: [{ type: 'summary_text', text: 'Hm.' }] },
      { type: 'text', text: 'Hel' },
      { type: 'text', text: 'lo.' },
    ];
    expect(chat.readAnswer({ choices: [choice({}, { content })] })?.text).toBe('Hello.');
  });

  it('decodes the arguments of tool calls, and keeps text that does not parse', () => {
    const calls = [
      functionCall(),
      functionCall({ id: null, function: { name: 'cut', arguments: '{"a":' } }),
      'none',
      { function: {} },
    ];
    expect(chat.readAnswer(calling(calls))).toMatchObject({
      text: '',
      finish: 'tool-calls',
      toolCalls: [
        { id: 'call_1', name: 'weather', arguments: { city: 'Bern' } },
        { name: 'cut', arguments: '{"a":' },
      ],
    });
  });

  it('keeps a refusal apart from the text, and calls its end filtered', () => {
    const refused = choice({}, { role: 'assistant', content: null, refusal: "I can't help with that." });
    expect(chat.readAnswer(completion({ choices: [refused] }))).toMatchObject({
      text: '',
      refusal: "I can't help with that.",
      finish: 'filtered',
      rawFinish: 'stop',
    });
    const answered = choice({}, { role: 'assistant', content: 'Hello.', refusal: '' });
    const answer = chat.readAnswer(completion({ choices: [answered] }));
    expect(answer).toMatchObject({ text: 'Hello.', finish: 'stop' });
    expect(answer).not.toHaveProperty('refusal');
  });

  it('knows every finish reason and calls the rest other', () => {
    const read = (finish_reason: Json) => chat.readAnswer(completion({ choices: [choice({ finish_reason })] }))?.finish;
    expect(
      ['stop', 'length', 'tool_calls', 'content_filter', 'function_call', 'constructor', 7, null].map(read),
    ).toEqual(['stop', 'length', 'tool-calls', 'filtered', 'tool-calls', 'other', undefined, undefined]);
  });

  it('reads no count that is not a whole number', () => {
    const usage = { prompt_tokens: '22', completion_tokens: -1, total_tokens: Number.POSITIVE_INFINITY };
    expect(chat.readAnswer(completion({ usage }))?.usage).toEqual({});
  });
});
