import { describe, expect, it } from 'vitest';
import { tabAfterKey } from './tabs.js';

describe('the keys of tabs', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 2, 0],
    ['ArrowLeft', 0, 2],
    ['ArrowLeft', 2, 1],
    ['Home', 1, 0],
    ['End', 1, 2],
    ['Tab', 1, undefined],
    ['a', 1, undefined],
  ])('%s leads from tab %i to %s', (key, at, to) => {
    expect(tabAfterKey(key, at, 3)).toBe(to);
  });
});
