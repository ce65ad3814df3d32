import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { onAbort } from './abort.js';

it('stops all that hang on a signal, with one listener', () => {
  const controller = new AbortController();
  const stopped: number[] = [];
  for (let index = 0; index < 64; index += 1) onAbort(controller.signal, () => stopped.push(index));
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
  controller.abort();
  expect(stopped).toEqual(Array.from({ length: 64 }, (_, index) => index));
});

it('leaves alone what has been forgotten', () => {
  const controller = new AbortController();
  let stopped = false;
  const forget = onAbort(controller.signal, () => {
    stopped = true;
  });
  forget();
  controller.abort();
  expect(stopped).toBe(false);
});
