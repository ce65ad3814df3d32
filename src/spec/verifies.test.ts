import { describe, expect, it } from 'vitest';
import { keyOfApi } from './verifies.js';

describe('the requirements of an API', () => {
  it.each([
    ['chat', ['chat', 'messages'], 'chat'],
    ['chat-openai', ['chat', 'messages'], 'chat'],
    ['chat-openai', ['chat', 'chat-openai'], 'chat-openai'],
    ['gemini', ['chat'], undefined],
  ])('%s stand, of %j, under %s', (api, keys, key) => {
    expect(keyOfApi(api, keys)).toBe(key);
  });
});
