import type { Deviate } from '../../deviation/deviation.js';
import type { Fault } from '../fault.js';
import { replace } from '../making/edit.js';
import { answers, withHeaders } from '../making/responses.js';
import { onModelApis } from '../making/where.js';

const ids = "$['id', 'responseId']";

export const repeatedIdFaults: readonly Fault[] = [
  {
    id: 'concurrency.id-of-the-question',
    sentence: 'The id of an answer is made from the request: the same question has the same id.',
    breaks: ['CHAT-08', 'MSG-04', 'RESP-40', 'GEM-40'],
    deviate: answers(onModelApis, (value, { body }) => replace(ids, `id_${hashOf(JSON.stringify(body))}`)(value)),
  },
  {
    id: 'concurrency.request-id-in-pairs',
    sentence: 'Each request id is given to two responses of an API.',
    breaks: ['HDR-06', 'STREAM-57'],
    deviate: inPairs(),
  },
];

function inPairs(): Deviate {
  return () => {
    const held = new Map<string, string>();
    return {
      at: 'message',
      change: (message, { api }) => {
        if (api === undefined) return message;
        const before = held.get(api);
        const id = before ?? message.headers['x-request-id'];
        held.delete(api);
        if (before === undefined && id !== undefined) held.set(api, id);
        return withHeaders(message, { 'x-request-id': id });
      },
    };
  };
}

function hashOf(text: string): number {
  return [...text].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 2 ** 32, 7);
}
