import { describe, expect, it } from 'vitest';
import type { Asked } from '../../deviation/asked.js';
import type { Deviation } from '../../deviation/deviation.js';
import type { Message } from '../../gateway/message.js';
import { usualDecisions } from '../../gateway/usual-decisions.js';
import { decide } from './decide.js';
import { nowAndThen } from './now-and-then.js';
import { statuses } from './responses.js';
import { anywhere } from './where.js';

const message: Message = { status: 200, headers: {}, body: { kind: 'text', text: '' } };
const asked: Asked = { method: 'POST', path: '/', headers: new Headers(), bytes: 0, api: 'chat' };

async function statusesOf(deviation: Deviation, requests: readonly Asked[]): Promise<readonly number[]> {
  if (deviation.at !== 'message') throw new Error('It changes no messages.');
  const changed: number[] = [];
  for (const request of requests) changed.push((await deviation.change(message, request)).status);
  return changed;
}

describe('now and then', () => {
  it('is each so many-th request to a model', async () => {
    const deviation = nowAndThen(0.25, statuses(anywhere, 200, 500))();
    const found = await statusesOf(
      deviation,
      Array.from({ length: 8 }, () => asked),
    );
    expect(found).toEqual([200, 200, 200, 500, 200, 200, 200, 500]);
  });

  it('counts no other request', async () => {
    const deviation = nowAndThen(0.5, statuses(anywhere, 200, 500))();
    const { api: _api, ...elsewhere } = asked;
    expect(await statusesOf(deviation, [asked, elsewhere, asked])).toEqual([200, 200, 500]);
  });

  it('is the same again for another account', async () => {
    const deviate = nowAndThen(0.5, statuses(anywhere, 200, 500));
    expect(await statusesOf(deviate(), [asked])).toEqual([200]);
    expect(await statusesOf(deviate(), [asked, asked])).toEqual([200, 500]);
  });

  it('decides otherwise by turns', () => {
    const deviation = nowAndThen(
      0.5,
      decide(() => ({ forwarded: () => ({ changed: true }) })),
    )();
    if (deviation.at !== 'decision') throw new Error('It changes no decisions.');
    const { forwarded } = deviation.change(usualDecisions);
    expect([1, 2, 3, 4].map(() => forwarded?.({}, 'chat'))).toEqual([{}, { changed: true }, {}, { changed: true }]);
  });
});
