import { describe, expect, it } from 'vitest';
import { pieceOf, textBy, withPiece } from './pieces.js';
import { renumberedEvents } from './renumbered.js';

const events = {
  chat: { data: '{"choices":[{"index":0,"delta":{"content":"one"}}]}' },
  messages: { event: 'content_block_delta', data: '{"delta":{"type":"text_delta","text":"one"}}' },
  responses: { event: 'response.output_text.delta', data: '{"delta":"one"}' },
  gemini: { data: '{"candidates":[{"content":{"parts":[{"text":"one"}]}}]}' },
};

describe('the piece of text of an event', () => {
  it.each(Object.entries(events))('is found and replaced on %s', (_, event) => {
    expect(pieceOf(event)).toBe('one');
    expect(withPiece(event, 'two')).toEqual({ ...event, data: event.data.replace('one', 'two') });
  });

  it('is not there in an event without text, and in an end mark', () => {
    expect(pieceOf({ data: '{"type":"ping"}' })).toBeUndefined();
    expect(pieceOf({ data: '[DONE]' })).toBeUndefined();
  });
});

describe('text', () => {
  it('is changed wherever an answer says it, and no other member is', () => {
    const answer = { id: 'one', choices: [{ message: { role: 'assistant', content: 'one' } }] };
    const changed = { id: 'one', choices: [{ message: { role: 'assistant', content: 'ONE' } }] };
    expect(textBy((text) => text.toUpperCase())(answer)).toEqual(changed);
  });
});

describe('the events of a Responses stream', () => {
  it('are numbered anew, those without a number passed over', () => {
    const given = ['{"sequence_number":4}', '{"type":"keepalive"}', '{"sequence_number":4}'].map((data) => ({ data }));
    expect([...renumberedEvents(given)].map(({ data }) => data)).toEqual([
      '{"sequence_number":0}',
      '{"type":"keepalive"}',
      '{"sequence_number":1}',
    ]);
  });
});
