import { expect, it } from 'vitest';
import type { Json } from '../json/index.js';
import { asksForStream } from './asks-for-stream.js';
import { contracted } from './testing/answers.js';

const { contract, api: chat } = contracted.chat;
const request = (body: string | undefined, url = 'https://workspace.example/ai-gateway/x') => ({
  method: 'POST',
  url,
  headers: [],
  ...(body === undefined ? {} : { body: new TextEncoder().encode(body) }),
});

it.each([
  ['{"stream":true}', true],
  ['{ "stream" : true }', true],
  ['{"stream":false}', false],
  ['{"messages":[{"role":"user","content":"\\"stream\\": true"}]}', false],
  ['{"stream":true', false],
  ['{}', false],
  [undefined, false],
])('leaves it to the API to say of %s', (body, asks) => {
  expect(asksForStream(request(body), contracted.chat)).toBe(asks);
});

it('gives the API the path with its query, and a body only where it may matter', () => {
  const given: [string, Json | undefined][] = [];
  const api = {
    ...chat,
    asksForStream: (path: string, body: Json | undefined) => {
      given.push([path, body]);
      return path.includes(':stream');
    },
  };
  const url = 'https://host.example:8443/ai-gateway/gemini/v1beta/models/a.b.c:streamGenerateContent?alt=sse';
  expect(asksForStream(request('{"contents":[]}', url), { api, contract })).toBe(true);
  expect(asksForStream(request('{"stream":1}', 'http://host.example'), { api, contract })).toBe(false);
  expect(given).toEqual([
    ['/ai-gateway/gemini/v1beta/models/a.b.c:streamGenerateContent?alt=sse', undefined],
    ['', { stream: 1 }],
  ]);
});
