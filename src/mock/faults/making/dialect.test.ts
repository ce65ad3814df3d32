import { describe, expect, it } from 'vitest';
import type { Asked } from '../../deviation/asked.js';
import type { Deviate } from '../../deviation/deviation.js';
import { unpaced } from '../../event-stream.js';
import type { Message } from '../../gateway/message.js';
import { usualDecisions } from '../../gateway/usual-decisions.js';
import { replace } from './edit.js';
import { renumbered } from './renumbered.js';
import { mend } from './requests.js';
import { outputItems, responseObjects } from './response-objects.js';
import { drop, named } from './streams.js';
import { texts } from './texts.js';
import { anywhere, asking } from './where.js';

const asked: Asked = { method: 'POST', path: '/', headers: new Headers(), bytes: 0, api: 'responses' };
const events = [
  { event: 'a', data: '{"type":"a","sequence_number":0,"response":{"id":"r","output":[{"id":"i"}]}}' },
  { event: 'b', data: '{"type":"b","sequence_number":1,"item":{"id":"i"}}' },
  { event: 'c', data: '{"type":"c","sequence_number":2}' },
];
const streamed: Message = {
  status: 200,
  headers: {},
  body: { kind: 'events', events, pace: unpaced },
};
const whole: Message = { status: 200, headers: {}, body: { kind: 'json', value: { id: 'r', output: [{ id: 'i' }] } } };

async function told(deviate: Deviate, message: Message): Promise<string> {
  const deviation = deviate();
  if (deviation.at !== 'message') throw new Error('It changes no messages.');
  const { body } = await deviation.change(message, asked);
  return body.kind === 'events' ? [...body.events].map(({ data }) => data).join('') : JSON.stringify(body);
}

describe('a change of what a dialect says', () => {
  it('is of response objects, in an answer and in a stream', async () => {
    const deviate = responseObjects(replace('$.id', 'x'));
    expect(await told(deviate, whole)).toContain('{"id":"x","output":[{"id":"i"}]}');
    expect(await told(deviate, streamed)).toContain('"response":{"id":"x","output":[{"id":"i"}]}');
  });

  it('is of output items, wherever they stand', async () => {
    const deviate = outputItems(replace('$.id', 'x'));
    expect(await told(deviate, whole)).toContain('"output":[{"id":"x"}]');
    expect(await told(deviate, streamed)).toMatch(/"output":\[{"id":"x"}\].*"item":{"id":"x"}/);
  });

  it('numbers the events that are left', () => {
    const deviation = renumbered(drop(anywhere, named('a')))();
    if (deviation.at !== 'events') throw new Error('It changes no events.');
    const numbers = [...deviation.change(events, asked)].map(({ data }) => JSON.parse(data).sequence_number);
    expect(numbers).toEqual([0, 1]);
  });

  it('is of every text, however deep', () => {
    expect(texts((text) => `${text}!`)({ a: ['b', { c: 'd', e: 1 }] })).toEqual({ a: ['b!', { c: 'd!', e: 1 }] });
  });

  it('makes a request good before it is complained about, and sends it on so', () => {
    const deviation = mend(asking('$.bad'), replace('$.bad', false))();
    if (deviation.at !== 'decision') throw new Error('It changes no decision.');
    const { forwarded } = { ...usualDecisions, ...deviation.change(usualDecisions) };
    expect(forwarded({ bad: 1 }, 'responses')).toEqual({ bad: false });
    expect(forwarded({ good: 1 }, 'responses')).toEqual({ good: 1 });
  });
});
