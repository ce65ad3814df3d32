import type { Asked } from '../../deviation/asked.js';
import type { Fault } from '../fault.js';
import { decide } from '../making/decide.js';
import { replace } from '../making/edit.js';
import { mend } from '../making/requests.js';
import { errorOf, respond } from '../making/responses.js';
import { both, messages, on } from '../making/where.js';

const here = on(messages);
const refused = (text: string) => () => errorOf(400, 'BAD_REQUEST', text);
const withHeader = (name: string, isMeant: (value: string | null) => boolean) => (asked: Asked) =>
  isMeant(asked.headers.get(name));

export const headerAndModelFaults: readonly Fault[] = [
  {
    id: 'messages.version-demanded',
    sentence: 'A request without an anthropic-version header is refused.',
    breaks: ['MSG-32'],
    deviate: respond(
      both(
        here,
        withHeader('anthropic-version', (version) => version === null),
      ),
      refused('anthropic-version: header is required'),
    ),
  },
  {
    id: 'messages.unknown-beta-refused',
    sentence: 'A request with an unknown anthropic-beta header is refused.',
    breaks: ['MSG-33'],
    seen: 'anthropics/claude-code#46105',
    deviate: respond(
      both(
        here,
        withHeader('anthropic-beta', (beta) => beta?.startsWith('no-such') === true),
      ),
      refused('Unexpected value(s) for the `anthropic-beta` header'),
    ),
  },
  {
    id: 'messages.every-model-served',
    sentence: 'Models of all providers answer the Messages API.',
    breaks: ['MSG-34'],
    deviate: decide((usual) => ({
      serves: (service, api) => api === 'messages' || usual.serves(service, api),
    })),
  },
  {
    id: 'messages.empty-prompts-answered',
    sentence: 'A prompt without text is answered.',
    breaks: ['MSG-42'],
    deviate: mend(here, replace("$.messages[*][?@ == '']", 'Say hello.')),
  },
];
