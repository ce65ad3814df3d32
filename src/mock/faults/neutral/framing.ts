import type { ApiName } from '../../account/account.js';
import type { NeutralVariant } from '../fault.js';
import { sendStreamText } from '../making/bytes.js';
import { anywhere, chat, messages, on, responses } from '../making/where.js';

// Google's clients do not read event streams as the standard says: they take one data line for each event and no more.
const standard: readonly ApiName[] = [...chat, ...messages, ...responses];

export const framingVariants: readonly NeutralVariant[] = [
  {
    id: 'framing.crlf',
    sentence: 'The lines of event streams end with CR LF.',
    allowedBy: 'WHATWG HTML Living Standard, section 9.2.5 (Parsing an event stream)',
    streams: true,
    deviate: sendStreamText(anywhere, (text) => text.replaceAll('\n', '\r\n')),
  },
  {
    id: 'framing.cr',
    sentence: 'The lines of event streams end with CR.',
    allowedBy: 'WHATWG HTML Living Standard, section 9.2.5 (Parsing an event stream)',
    streams: true,
    apis: standard,
    deviate: sendStreamText(on(standard), (text) => text.replaceAll('\n', '\r')),
  },
  {
    id: 'framing.no-space',
    sentence: 'No space follows the colon of a field.',
    allowedBy: 'WHATWG HTML Living Standard, section 9.2.6 (Interpreting an event stream)',
    streams: true,
    deviate: sendStreamText(anywhere, (text) => text.replace(/^(event|data): /gm, '$1:')),
  },
  {
    id: 'framing.comments',
    sentence: 'Comments keep a stream alive: before its first event, between its events and behind its last.',
    allowedBy: 'WHATWG HTML Living Standard, section 9.2.7 (Authoring notes)',
    streams: true,
    apis: standard,
    deviate: sendStreamText(on(standard), (text) => [': keep-alive\n\n', text, ':\n\n']),
  },
  {
    id: 'framing.comment-within-event',
    sentence: 'A comment stands before the data of an event.',
    allowedBy: 'WHATWG HTML Living Standard, section 9.2.6 (Interpreting an event stream)',
    streams: true,
    apis: standard,
    deviate: sendStreamText(on(standard), (text) => text.replace(/^data/m, ': gateway\ndata')),
  },
  {
    id: 'framing.blank-lines',
    sentence: 'More than one blank line separates two events.',
    allowedBy: 'WHATWG HTML Living Standard, section 9.2.6 (Interpreting an event stream)',
    streams: true,
    deviate: sendStreamText(anywhere, (text) => `${text}\n\n`),
  },
  {
    id: 'framing.ids-and-retry-times',
    sentence: 'Events have an id and a time after which to connect again.',
    allowedBy: 'WHATWG HTML Living Standard, section 9.2.6 (Interpreting an event stream)',
    streams: true,
    apis: standard,
    deviate: sendStreamText(on(standard), (text) => `id: 7\nretry: 3000\n${text}`),
  },
  {
    id: 'framing.unknown-fields',
    sentence: 'Events have a field that the standard does not know.',
    allowedBy: 'WHATWG HTML Living Standard, section 9.2.6 (Interpreting an event stream): the field is ignored',
    streams: true,
    apis: standard,
    deviate: sendStreamText(on(standard), (text) => `trace: 00-1\n${text}`),
  },
  {
    id: 'framing.name-behind-data',
    sentence: 'The name of an event stands behind its data.',
    allowedBy: 'WHATWG HTML Living Standard, section 9.2.6 (Interpreting an event stream)',
    streams: true,
    apis: [...messages, ...responses],
    deviate: sendStreamText(on(messages, responses), (text) => text.replace(/^(event: .*\n)((?:data: .*\n)+)/, '$2$1')),
  },
  {
    id: 'framing.named-message',
    sentence: 'The events of a chat stream have the name that events have without one.',
    allowedBy: 'WHATWG HTML Living Standard, section 9.2.6 (Interpreting an event stream): the type is message',
    streams: true,
    apis: chat,
    deviate: sendStreamText(on(chat), (text) => `event: message\n${text}`),
  },
  {
    id: 'framing.data-in-several-lines',
    sentence: 'The JSON of an event is spread over several data lines.',
    allowedBy: 'WHATWG HTML Living Standard, section 9.2.6 (Interpreting an event stream)',
    streams: true,
    apis: standard,
    deviate: sendStreamText(on(standard), (text) => text.replace(/^data: \{(.*)\}$/m, 'data: {\ndata: $1\ndata: }')),
  },
];
