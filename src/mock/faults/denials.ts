import type { Message } from '../gateway/message.js';
import type { Fault } from './fault.js';
import { replace } from './making/edit.js';
import { edited, respond } from './making/responses.js';
import { onModelApis } from './making/where.js';

/** What is denied for a privilege: the refusal of a credential has no code in words. */
const denied = (change: (message: Message) => Message) =>
  respond(onModelApis, (message) => {
    const { body } = message;
    const isDenial = body.kind === 'json' && /User does not have [A-Z ]+ on /.test(JSON.stringify(body.value));
    return message.status === 403 && isDenial ? change(message) : message;
  });

const saying = (text: string) => (message: Message) => edited(message, replace('$.message', text));

/** How a missing privilege is told. */
export const denialFaults: readonly Fault[] = [
  {
    id: 'permissions.denial-as-exhausted-budget',
    sentence: 'A missing privilege is told as a budget that is used up.',
    breaks: ['PERM-06'],
    seen: 'BerriAI/litellm!27416',
    deviate: denied(saying('Budget limit exceeded: requests of this user are blocked until it is reset.')),
  },
  {
    id: 'permissions.denial-as-invalid-token',
    sentence: 'A missing privilege is told as a credential that is not valid.',
    breaks: ['PERM-06'],
    deviate: denied(saying('Invalid Token')),
  },
  {
    id: 'permissions.denial-as-success',
    sentence: 'A missing privilege is told in an error with status 200.',
    breaks: ['PERM-06', 'PERM-19'],
    seen: 'azrtydxb/Fastllm-proxy#28',
    deviate: denied((message) => ({ ...message, status: 200 })),
  },
  {
    id: 'permissions.denial-without-a-body',
    sentence: 'A denial has no body.',
    breaks: ['PERM-06'],
    seen: 'BerriAI/litellm#1554',
    deviate: denied((message) => ({ ...message, body: { kind: 'text', text: '' } })),
  },
];
