import { describe, expect, it } from 'vitest';
import { createUpstreamLog, type UpstreamRequest } from './upstream-log.js';

const request = (requestId: string, bytes = 1): UpstreamRequest => ({
  requestId,
  api: 'chat',
  model: 'main.llm.assistant',
  body: { requestId },
  bytes,
});

describe('the upstream log', () => {
  it('keeps what was answered', () => {
    const log = createUpstreamLog();
    log.answered(request('a'));
    expect(log.find('a')).toEqual({ ...request('a'), outcome: 'answered', events: 0 });
    expect(log.find('b')).toBeUndefined();
  });

  it('follows each stream to its end', () => {
    const log = createUpstreamLog();
    const [a, b] = [log.streaming(request('a')), log.streaming(request('b'))];
    a.sent();
    a.sent();
    b.sent();
    expect(log.find('a')).toMatchObject({ outcome: 'streaming', events: 2 });
    a.ended();
    b.left();
    expect(log.find('a')).toMatchObject({ outcome: 'answered', events: 2 });
    expect(log.find('b')).toMatchObject({ outcome: 'left', events: 1 });
  });

  it('forgets the oldest when it has too many', () => {
    const log = createUpstreamLog({ entries: 2, bytes: 100 });
    for (const id of ['a', 'b', 'c']) log.answered(request(id));
    expect(['a', 'b', 'c'].map((id) => log.find(id) !== undefined)).toEqual([false, true, true]);
  });

  it('forgets the oldest when they hold too much, and counts what it forgot', () => {
    const log = createUpstreamLog({ entries: 100, bytes: 10 });
    log.answered(request('a', 4));
    const stream = log.streaming(request('b', 4));
    log.answered(request('c', 9));
    log.answered(request('d', 1));
    expect(['a', 'b', 'c', 'd'].map((id) => log.find(id) !== undefined)).toEqual([false, false, true, true]);
    stream.ended();
    expect(log.find('b')).toBeUndefined();
    log.answered(request('e', 11));
    expect(['c', 'd', 'e'].map((id) => log.find(id) !== undefined)).toEqual([false, false, false]);
  });
});
