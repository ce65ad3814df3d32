import type { Fault } from '../fault.js';
import { isRecord, merge, remove, replace } from '../making/edit.js';
import { mend, overlook } from '../making/requests.js';
import { statuses } from '../making/responses.js';
import { asking, both, messages, on } from '../making/where.js';

const here = on(messages);
const hello = { role: 'user', content: 'Say hello.' };

const isNumber = (value: unknown): value is number => typeof value === 'number';

/** A number in the place of what is none. */
const numberOr = (right: number) => (value: unknown) => (isNumber(value) ? value : right);

export const refusalFaults: readonly Fault[] = [
  {
    id: 'messages.max-tokens-by-default',
    sentence: 'A request without max_tokens is answered as if it had some.',
    breaks: ['MSG-26'],
    deviate: mend(here, (body) => Object.assign({ max_tokens: 4096 }, body)),
  },
  {
    id: 'messages.answer-without-messages',
    sentence: 'A request with an empty list of messages is answered.',
    breaks: ['MSG-27'],
    deviate: mend(
      here,
      replace('$.messages', (turns: unknown) => (Array.isArray(turns) && turns.length === 0 ? [hello] : turns)),
    ),
  },
  {
    id: 'messages.unknown-role-as-user',
    sentence: 'A message whose role does not exist is taken for one of the user.',
    breaks: ['MSG-28'],
    deviate: mend(here, replace("$.messages[?@.role == 'robot'].role", 'user')),
  },
  {
    id: 'messages.messages-of-any-type',
    sentence: 'Messages that are no list are taken for a list of one.',
    breaks: ['MSG-29'],
    deviate: mend(
      here,
      replace('$.messages', (turns: unknown) =>
        Array.isArray(turns) ? turns : [isRecord(turns) ? turns : { role: 'user', content: turns }],
      ),
    ),
  },
  {
    id: 'messages.temperature-of-any-type',
    sentence: 'A temperature that is no number is taken for 1.',
    breaks: ['MSG-29'],
    deviate: mend(here, replace('$.temperature', numberOr(1))),
  },
  {
    id: 'messages.max-tokens-of-any-type',
    sentence: 'A max_tokens that is no number is taken for 4096.',
    breaks: ['MSG-29'],
    deviate: mend(here, replace('$.max_tokens', numberOr(4096))),
  },
  {
    id: 'messages.max-tokens-rounded',
    sentence: 'A max_tokens with a fraction is rounded.',
    breaks: ['MSG-29'],
    deviate: mend(
      here,
      replace('$.max_tokens', (limit: unknown) => (isNumber(limit) ? Math.ceil(limit) : limit)),
    ),
  },
  {
    id: 'messages.max-tokens-clamped',
    sentence: 'A negative max_tokens is taken for 1.',
    breaks: ['MSG-30'],
    deviate: mend(
      here,
      replace('$.max_tokens', (limit: unknown) => (isNumber(limit) ? Math.max(1, limit) : limit)),
    ),
  },
  {
    id: 'messages.temperature-clamped',
    sentence: 'A temperature outside its range is moved into it.',
    breaks: ['MSG-38'],
    deviate: mend(
      here,
      replace('$.temperature', (warmth: unknown) => (isNumber(warmth) ? Math.min(1, Math.max(0, warmth)) : warmth)),
    ),
  },
  {
    id: 'messages.call-without-result-accepted',
    sentence: 'A conversation with a tool_use block that no tool_result answers is answered.',
    breaks: ['MSG-24'],
    deviate: overlook(here, /without `tool_result` blocks/),
  },
  {
    id: 'messages.wrong-request-as-500',
    sentence: 'What is wrong with a request is an internal error.',
    breaks: ['MSG-24', 'MSG-26', 'MSG-27', 'MSG-28', 'MSG-29', 'MSG-30', 'MSG-38'],
    deviate: statuses(here, 400, 500),
  },
  {
    id: 'messages.result-without-call-accepted',
    sentence: 'A conversation with a tool_result that belongs to no tool_use block is answered.',
    breaks: ['MSG-57'],
    deviate: overlook(here, /unexpected `tool_use_id`/),
  },
  {
    id: 'messages.same-tools-merged',
    sentence: 'Of two tools of the same name the second is dropped.',
    breaks: ['MSG-58'],
    deviate: mend(here, (body) => (twoOfAName(body) ? remove('$.tools[1]')(body) : body)),
  },
  {
    id: 'messages.choice-not-offered-dropped',
    sentence: 'A tool_choice that names a tool which is not offered is dropped.',
    breaks: ['MSG-59'],
    deviate: mend(both(here, asking("$.tool_choice[?@ == 'no_such_tool']")), remove('$.tool_choice')),
  },
  {
    id: 'messages.strange-schemas-accepted',
    sentence: 'A JSON schema that is not that of an object, or none, is dropped.',
    breaks: ['MSG-61'],
    deviate: mend(here, merge("$.output_config.format[?@.type != 'object']", { type: 'object' })),
  },
];

function twoOfAName(body: unknown): boolean {
  const tools: unknown = Reflect.get(Object(body), 'tools');
  if (!Array.isArray(tools)) return false;
  const names = tools.map((tool) => Reflect.get(Object(tool), 'name'));
  return new Set(names).size < names.length;
}
