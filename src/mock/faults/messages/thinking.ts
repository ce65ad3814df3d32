import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { remove, replace } from '../making/edit.js';
import { complain, mend, overlook } from '../making/requests.js';
import { answers } from '../making/responses.js';
import { drop, endAt, exchange, having, twice } from '../making/streams.js';
import { asking, both, messages, on } from '../making/where.js';

const here = on(messages);
const thoughts = "$.content[?@.type == 'thinking']";
const returned = "$.messages[*].content[?@.type == 'thinking']";
const signatureDelta = having('$.delta.signature');

export const thinkingFaults: readonly Fault[] = [
  {
    id: 'messages.thinking-unsigned',
    sentence: 'A thinking block has no signature.',
    breaks: ['MSG-25', 'MSG-36', 'MSG-70'],
    seen: 'openclaw/openclaw!16496',
    deviate: answers(here, remove(`${thoughts}.signature`)),
  },
  {
    id: 'messages.empty-signature',
    sentence: 'The signature of a thinking block is empty.',
    breaks: ['MSG-25', 'MSG-36', 'MSG-70'],
    deviate: answers(here, replace(`${thoughts}.signature`, '')),
  },
  {
    id: 'messages.thinking-without-thoughts',
    sentence: 'A thinking block does not state its thinking.',
    breaks: ['MSG-25'],
    deviate: answers(here, remove(`${thoughts}.thinking`)),
  },
  {
    id: 'messages.thinking-dropped',
    sentence: 'A request that enables thinking gets no thinking block.',
    breaks: ['MSG-72'],
    deviate: answers(here, remove(thoughts)),
  },
  {
    id: 'messages.thinking-behind-text',
    sentence: 'The thinking block of an answer comes behind its text.',
    breaks: ['MSG-72'],
    deviate: answers(
      here,
      replace('$.content', (blocks: unknown) => (Array.isArray(blocks) ? blocks.toReversed() : blocks)),
    ),
  },
  {
    id: 'messages.thinking-in-text',
    sentence: 'The thinking of an answer stands in its text.',
    breaks: ['MSG-72'],
    deviate: answers(
      here,
      replace(thoughts, (block: unknown) => ({
        type: 'text',
        text: `<think>${Reflect.get(Object(block), 'thinking')}`,
      })),
    ),
  },
  {
    id: 'messages.thinking-not-passed-on',
    sentence: 'The parameter thinking does not reach the model.',
    breaks: ['MSG-72'],
    deviate: forward(here, remove('$.thinking')),
  },
  {
    id: 'messages.thinking-refused',
    sentence: 'A request that enables thinking is refused.',
    breaks: ['MSG-72'],
    seen: 'databricks/unity-gateway!102',
    deviate: complain(
      both(here, asking('$.thinking.budget_tokens')),
      '"thinking.type.enabled" is not supported for this model.',
    ),
  },
  {
    id: 'messages.signature-changed',
    sentence: 'A signature that comes back reaches the provider in other words.',
    breaks: ['MSG-36', 'MSG-70'],
    seen: 'headroomlabs-ai/headroom#2251',
    deviate: mend(
      here,
      replace(`${returned}.signature`, (signature: unknown) => String(signature).toLowerCase()),
    ),
  },
  {
    id: 'messages.returned-thinking-lost',
    sentence:
      'Thinking blocks before a tool_use block are lost when they come back, and the provider refuses the rest.',
    breaks: ['MSG-70'],
    seen: 'router-for-me/CLIProxyAPI#3624',
    deviate: complain(
      both(here, asking(returned), asking("$.messages[*].content[?@.type == 'tool_use']")),
      'messages.1.content.0.type: Expected `thinking` or `redacted_thinking`, but found `tool_use`.',
    ),
  },
  {
    id: 'messages.returned-thinking-restructured',
    sentence: 'Thinking blocks that come back reach the provider in another structure.',
    breaks: ['MSG-36', 'MSG-70'],
    seen: 'maximhq/bifrost!6547',
    deviate: mend(
      here,
      replace(`${returned}.thinking`, (text: unknown) => ({ text })),
    ),
  },
  {
    id: 'messages.any-signature-accepted',
    sentence: 'A thinking block is accepted whatever its signature.',
    breaks: ['MSG-71'],
    deviate: overlook(here, /signature/i),
  },
  {
    id: 'messages.stream-thinking-unsigned',
    sentence: 'A streamed thinking block ends without a signature.',
    breaks: ['STREAM-31'],
    seen: 'openclaw/openclaw!16496',
    deviate: drop(here, signatureDelta),
  },
  {
    id: 'messages.stream-thinking-signed-twice',
    sentence: 'A streamed thinking block has its signature twice.',
    breaks: ['STREAM-31'],
    deviate: twice(here, signatureDelta),
  },
  {
    id: 'messages.stream-thinking-signed-early',
    sentence: 'A streamed thinking block goes on behind its signature.',
    breaks: ['STREAM-31'],
    deviate: exchange(here, signatureDelta, (event) => [
      event,
      {
        ...event,
        data: JSON.stringify(replace('$.delta', { type: 'thinking_delta', thinking: ' So.' })(JSON.parse(event.data))),
      },
    ]),
  },
  {
    id: 'messages.stream-empty-signature',
    sentence: 'The signature of a streamed thinking block is empty.',
    breaks: ['STREAM-29', 'STREAM-31'],
    deviate: exchange(here, signatureDelta, (event) => [
      { ...event, data: event.data.replace(/"signature":"[^"]*"/, '"signature":""') },
    ]),
  },
  {
    id: 'messages.stream-ends-behind-thinking',
    sentence: 'A stream ends behind the thinking of its answer.',
    breaks: ['STREAM-31'],
    deviate: endAt(here, signatureDelta, { included: true }),
  },
];
