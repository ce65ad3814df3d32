import { describe, expect, it } from 'vitest';
import type { Asked } from '../../deviation/asked.js';
import type { Deviate } from '../../deviation/deviation.js';
import type { ServerSentEvent } from '../../server-sent-events.js';
import { replace } from './edit.js';
import { breakAt, drop, editEvents, endAt, endMark, every, first, having, named, numbered, twice } from './streams.js';
import { anywhere } from './where.js';

const events: readonly ServerSentEvent[] = [
  { event: 'start', data: '{"type":"start","n":0}' },
  { data: '{"type":"delta","n":1}' },
  { data: '{"type":"delta","n":2}' },
  { data: '[DONE]' },
];
const asked: Asked = { method: 'POST', path: '/', headers: new Headers(), bytes: 0 };

function sent(deviate: Deviate): readonly string[] {
  const deviation = deviate();
  if (deviation.at !== 'events') throw new Error('It changes no events.');
  const all: string[] = [];
  for (const { data } of deviation.change(events, asked)) all.push(data);
  return all;
}

describe('a change of a stream', () => {
  it('drops, repeats and edits the events that are meant', () => {
    expect(sent(drop(anywhere, named('delta')))).toEqual([events[0]?.data, '[DONE]']);
    expect(sent(twice(anywhere, endMark))).toHaveLength(5);
    expect(sent(editEvents(anywhere, having('$.n'), replace('$.n', 9)))).toEqual([
      '{"type":"start","n":9}',
      '{"type":"delta","n":9}',
      '{"type":"delta","n":9}',
      '[DONE]',
    ]);
  });

  it('can be for the first event of a kind only, in each stream anew', () => {
    const deviate = drop(anywhere, first(named('delta')));
    const deviation = deviate();
    if (deviation.at !== 'events') throw new Error('It changes no events.');
    expect([...deviation.change(events, asked)]).toHaveLength(3);
    expect([...deviation.change(events, asked)]).toHaveLength(3);
  });

  it('ends it before or behind an event', () => {
    expect(sent(endAt(anywhere, numbered(1), { included: false }))).toHaveLength(1);
    expect(sent(endAt(anywhere, numbered(1), { included: true }))).toHaveLength(2);
  });

  it('breaks it behind an event', () => {
    expect(() => sent(breakAt(anywhere, every))).toThrow('breaks the stream');
  });

  it('leaves other requests alone', () => {
    expect(sent(drop(() => false, every))).toHaveLength(4);
  });
});
