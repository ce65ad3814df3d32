import type { Deviate } from '../../deviation/deviation.js';
import type { ServerSentEvent } from '../../server-sent-events.js';
import type { Fault } from '../fault.js';
import { sendStreamText } from '../making/bytes.js';
import { forward } from '../making/decide.js';
import { merge, remove, rename, replace } from '../making/edit.js';
import { editEvents, every, exchange, first, having, stream, twice } from '../making/streams.js';
import { composed, ofText } from '../making/texts.js';
import { chat, on } from '../making/where.js';
import { anyChoice, finish, text, textIn, withDelta } from './chunk.js';

const here = on(chat);
const content = '$.choices[*].delta.content';
const refusals = having('$.choices[*].delta.refusal');
const reasoning = having("$.choices[*].delta.content[?@.type == 'reasoning']");

function ofPieces(change: (piece: string) => string): Deviate {
  return editEvents(here, every, replace(content, ofText(change)));
}

/** All text in one event, in front of the one that finishes. */
function* inOneEvent(events: Iterable<ServerSentEvent>): Iterable<ServerSentEvent> {
  let whole = '';
  for (const event of events) {
    const isText = text()(event, 0);
    if (isText) whole += textIn(event);
    if (finish()(event, 0)) yield withDelta(event, { role: 'assistant', content: whole });
    if (!isText) yield event;
  }
}

/** Streams that are under way at the same time share where they keep the last piece. */
const sharedPiece: Deviate = () => {
  let underWay = 0;
  let last: ServerSentEvent | undefined;
  return stream(here, function* (events) {
    underWay += 1;
    try {
      for (const event of events) {
        const isText = text()(event, 0);
        if (isText && underWay > 1 && last !== undefined)
          yield { ...event, data: withDelta(event, { content: textIn(last) }).data };
        else yield event;
        if (isText) last = event;
      }
    } finally {
      underWay -= 1;
    }
  })();
};

export const streamTextFaults: readonly Fault[] = [
  {
    id: 'chat.streamed-content-null',
    sentence: 'The content of all deltas of a chat stream is null.',
    breaks: ['STREAM-12'],
    seen: 'EricLBuehler/mistral.rs!2294',
    deviate: editEvents(here, every, replace(content, null)),
  },
  {
    id: 'chat.first-text-lost',
    sentence: 'The first text of a chat stream is lost.',
    breaks: ['STREAM-12'],
    deviate: editEvents(here, first(text), replace(content, '')),
  },
  {
    id: 'chat.text-twice',
    sentence: 'Each text of a chat stream comes twice.',
    breaks: ['STREAM-12'],
    deviate: twice(here, text),
  },
  {
    id: 'chat.whole-text-once-more',
    sentence: 'The chunk that finishes a chat stream has its whole text once more.',
    breaks: ['STREAM-12'],
    deviate: stream(here, function* (events) {
      let whole = '';
      for (const event of events) {
        whole += textIn(event);
        if (finish()(event, 0)) yield withDelta(event, { content: whole });
        yield event;
      }
    }),
  },
  {
    id: 'chat.pieces-trimmed',
    sentence: 'The texts of a chat stream lose the white space at their ends.',
    breaks: ['STREAM-12'],
    deviate: ofPieces((piece) => piece.trim()),
  },
  {
    id: 'chat.streamed-model-of-the-provider',
    sentence: 'A chat stream names another model than the same completion at once.',
    breaks: ['STREAM-12'],
    seen: 'BerriAI/litellm#38761',
    deviate: editEvents(here, every, replace('$.model', 'backend-1')),
  },
  {
    id: 'chat.streamed-content-as-number',
    sentence: 'Numbers in the text of a chat stream come as numbers.',
    breaks: ['STREAM-12'],
    deviate: editEvents(
      here,
      every,
      replace(content, (piece: unknown) => (/^ ?\d+$/.test(String(piece)) ? Number(piece) : piece)),
    ),
  },
  {
    id: 'chat.streamed-content-as-a-block',
    sentence: 'The content of a delta is one block, and no list of them.',
    breaks: ['CHAT-02'],
    deviate: editEvents(
      here,
      text,
      replace(content, (piece: unknown) => ({ type: 'text', text: piece })),
    ),
  },
  {
    id: 'chat.streamed-blocks-untyped',
    sentence: 'The content blocks of a delta do not state their types.',
    breaks: ['CHAT-02'],
    deviate: editEvents(here, every, remove(`${content}[*].type`)),
  },
  {
    id: 'chat.streamed-text-blocks-without-text',
    sentence: 'The text blocks of a delta have their text in content.',
    breaks: ['CHAT-02'],
    deviate: editEvents(
      here,
      text,
      replace(content, (piece: unknown) => [{ type: 'text', content: piece }]),
    ),
  },
  {
    id: 'chat.streamed-refusal-as-flag',
    sentence: 'The refusal of a delta that refuses nothing is false.',
    breaks: ['CHAT-02'],
    deviate: editEvents(here, anyChoice, merge('$.choices[*].delta', { refusal: false })),
  },
  {
    id: 'chat.blocks-streamed-as-text',
    sentence: 'The reasoning blocks of a chat stream come as the text "[object Object]".',
    breaks: ['STREAM-12'],
    seen: 'omnigent-ai/omnigent!3307',
    deviate: editEvents(here, reasoning, replace(content, '[object Object]')),
  },
  {
    id: 'chat.reasoning-streamed-as-text',
    sentence: 'The reasoning of a chat stream comes as its text.',
    breaks: ['STREAM-12'],
    deviate: editEvents(here, reasoning, replace(content, 'Follow the script. ')),
  },
  {
    id: 'chat.refusal-lost-in-streams',
    sentence: 'A chat stream that declines says nothing.',
    breaks: ['STREAM-47'],
    deviate: editEvents(here, refusals, remove('$.choices[*].delta.refusal')),
  },
  {
    id: 'chat.refusal-streamed-as-text',
    sentence: 'A chat stream that declines does so in its content.',
    breaks: ['STREAM-47'],
    deviate: editEvents(here, refusals, rename('$.choices[*].delta', 'refusal', 'content')),
  },
  {
    id: 'chat.streamed-refusal-as-list',
    sentence: 'The refusal of a delta is a list.',
    breaks: ['STREAM-47'],
    deviate: editEvents(
      here,
      refusals,
      replace('$.choices[*].delta.refusal', (piece: unknown) => [piece]),
    ),
  },
  {
    id: 'chat.stream-stops-behind-the-sequence',
    sentence: 'A chat stream tells the stop sequence that it met.',
    breaks: ['STREAM-49'],
    deviate: exchange(on(chat), finish, (event) => [withDelta(event, { content: '7' }), event]),
  },
  {
    id: 'chat.stream-in-one-event',
    sentence: 'A chat stream has its whole text in one event.',
    breaks: ['STREAM-22'],
    seen: 'Kong/kong#14425',
    deviate: stream(here, inOneEvent),
  },
  {
    id: 'chat.stream-kept-back',
    sentence: 'A chat stream is kept back until the model has come to its end.',
    breaks: ['STREAM-22', 'STREAM-56'],
    deviate: stream(here, (events) => [...events]),
  },
  {
    id: 'chat.last-blank-line-missing',
    sentence: 'The last event of a chat stream does not end with a blank line.',
    breaks: ['STREAM-15'],
    deviate: sendStreamText(here, (text) => text.replace('[DONE]\n\n', '[DONE]\n')),
  },
  {
    id: 'chat.streams-cross',
    sentence: 'Chat streams that are under way at the same time mix their texts.',
    breaks: ['STREAM-54'],
    seen: 'BerriAI/litellm#35023',
    deviate: sharedPiece,
  },
  {
    id: 'chat.characters-cut-in-streams',
    sentence: 'Characters outside ASCII are lost at the borders of the chunks of a chat stream.',
    breaks: ['STREAM-14'],
    seen: 'api7/aisix#111',
    deviate: ofPieces((piece) => piece.replace(/[^\0-\x7f]$/u, '\ufffd')),
  },
  {
    id: 'chat.streams-composed',
    sentence: 'The texts of a chat stream are brought into a normalization form.',
    breaks: ['STREAM-14'],
    deviate: editEvents(here, every, replace(content, composed)),
  },
  {
    id: 'chat.line-breaks-lost-in-streams',
    sentence: 'A text of a chat stream that is a line break is lost.',
    breaks: ['STREAM-12', 'STREAM-59'],
    deviate: ofPieces((piece) => (/^\n+$/.test(piece) ? '' : piece)),
  },
  {
    id: 'chat.line-ends-changed-in-streams',
    sentence: 'The carriage returns in the text of a chat stream are lost.',
    breaks: ['STREAM-59'],
    deviate: ofPieces((piece) => piece.replaceAll('\r', '')),
  },
  {
    id: 'chat.stream-flag-only-for-the-model',
    sentence: 'A chat request for a stream reaches the model as one for a whole answer.',
    breaks: ['STREAM-01'],
    deviate: forward(here, remove('$.stream')),
  },
];
