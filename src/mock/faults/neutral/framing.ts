import type { Deviate } from '../../deviation/deviation.js';
import type { NeutralVariant } from '../fault.js';
import { isStream, send, sendStreamText } from '../making/bytes.js';
import { anywhere, chat, messages, on, responses } from '../making/where.js';

const eventStreams = 'WHATWG HTML Living Standard, section 9.2 (Server-sent events)';

/** Cuts the bytes of streams into pieces of another size. */
function inPieces(size: number): Deviate {
  return send(anywhere, (usual) => {
    if (!isStream(usual)) return usual;
    const pieces = async function* () {
      for await (const chunk of usual.body) {
        for (let at = 0; at < chunk.length; at += size) yield chunk.subarray(at, at + size);
      }
    };
    return { ...usual, body: pieces() };
  });
}

export const framingVariants: readonly NeutralVariant[] = [
  {
    id: 'framing.crlf',
    sentence: 'The lines of event streams end with CR LF.',
    allowedBy: eventStreams,
    streams: true,
    deviate: sendStreamText(anywhere, (text) => text.replaceAll('\n', '\r\n')),
  },
  {
    id: 'framing.cr',
    sentence: 'The lines of event streams end with CR.',
    allowedBy: eventStreams,
    streams: true,
    deviate: sendStreamText(anywhere, (text) => text.replaceAll('\n', '\r')),
  },
  {
    id: 'framing.no-space',
    sentence: 'No space follows the colons of event streams.',
    allowedBy: eventStreams,
    streams: true,
    deviate: sendStreamText(anywhere, (text) => text.replaceAll(/^(data|event): /gm, '$1:')),
  },
  {
    id: 'framing.comments',
    sentence: 'Comments stand between the events of OpenAI and Anthropic streams, as keep-alives.',
    allowedBy: eventStreams,
    apis: [...chat, ...messages, ...responses],
    streams: true,
    deviate: sendStreamText(on(chat, messages, responses), (text) => `: keep-alive\n\n${text}`),
  },
  {
    id: 'framing.ids-and-retries',
    sentence: 'Events carry ids, and a time after which to connect again.',
    allowedBy: eventStreams,
    apis: [...chat, ...messages, ...responses],
    streams: true,
    deviate: sendStreamText(on(chat, messages, responses), (text) => `id: 7\nretry: 3000\n${text}`),
  },
  {
    id: 'framing.message-events',
    sentence: 'The events of chat streams are named message, which is the name of those without one.',
    allowedBy: eventStreams,
    apis: chat,
    streams: true,
    deviate: sendStreamText(on(chat), (text) => `event: message\n${text}`),
  },
  {
    id: 'framing.byte-by-byte',
    sentence: 'Streams come a byte at a time.',
    allowedBy: 'RFC 9112, section 7.1 (Chunked transfer coding)',
    streams: true,
    deviate: inPieces(1),
  },
  {
    id: 'framing.odd-pieces',
    sentence: 'Streams come in pieces that end inside of events and characters.',
    allowedBy: 'RFC 9112, section 7.1 (Chunked transfer coding)',
    streams: true,
    deviate: inPieces(13),
  },
  {
    id: 'framing.several-events-at-once',
    sentence: 'Several events come in one chunk.',
    allowedBy: eventStreams,
    streams: true,
    deviate: send(anywhere, (usual) => {
      if (!isStream(usual)) return usual;
      const pairs = async function* () {
        let held: Uint8Array | undefined;
        for await (const chunk of usual.body) {
          if (held === undefined) held = chunk;
          else {
            yield Buffer.concat([held, chunk]);
            held = undefined;
          }
        }
        if (held !== undefined) yield held;
      };
      return { ...usual, body: pairs() };
    }),
  },
  {
    id: 'framing.unknown-fields',
    sentence: 'Events have fields that no standard knows.',
    allowedBy: `${eventStreams}: fields with another name are ignored`,
    apis: [...chat, ...messages, ...responses],
    streams: true,
    deviate: sendStreamText(on(chat, messages, responses), (text) => `trace: abc\n${text}`),
  },
  {
    id: 'framing.data-on-several-lines',
    sentence: 'The data of an event stands on several lines.',
    allowedBy: eventStreams,
    apis: [...chat, ...messages, ...responses],
    streams: true,
    deviate: sendStreamText(on(chat, messages, responses), (text) => text.replace(/^data: \{"/m, 'data: {\ndata: "')),
  },
];
