import type { Fault } from '../fault.js';
import { forward, note } from '../making/decide.js';
import { remove, replace } from '../making/edit.js';
import { withMember } from '../making/requests.js';
import { errorOf, respond } from '../making/responses.js';
import { ofText } from '../making/texts.js';
import { asking, both, chat, on } from '../making/where.js';

const here = on(chat);
const images = "$.messages[*].content[?@.type == 'image_url']";
const urls = `${images}.image_url.url`;

const asJpeg = replace(
  urls,
  ofText((url) => url.replace('image/png', 'image/jpeg')),
);

export const imageFaults: readonly Fault[] = [
  {
    id: 'chat.images-dropped',
    sentence: 'The images of a chat request do not reach the model.',
    breaks: ['CHAT-62'],
    seen: 'decolua/9router#2749',
    deviate: forward(here, remove(images)),
  },
  {
    id: 'chat.images-of-cursor-dropped',
    sentence: 'The images of a request on the path of Cursor do not reach the model.',
    breaks: ['CHAT-62'],
    deviate: forward(on('chat-cursor'), remove(images)),
  },
  {
    id: 'chat.images-on-the-openai-path-dropped',
    sentence: 'The images of a chat request below the path of OpenAI do not reach the model.',
    breaks: ['CHAT-62'],
    deviate: forward(on('chat-openai'), remove(images)),
  },
  {
    id: 'chat.images-of-streams-dropped',
    sentence: 'The images of a request for a chat stream do not reach the model.',
    breaks: ['CHAT-62'],
    deviate: forward(both(here, withMember('stream', true)), remove(images)),
  },
  {
    id: 'chat.images-as-placeholders',
    sentence: 'A text says in a chat request that there was an image, where there was one.',
    breaks: ['CHAT-62'],
    seen: 'theopenco/llmgateway#4149',
    deviate: forward(here, replace(images, { type: 'text', text: '[image]' })),
  },
  {
    id: 'chat.first-image-only',
    sentence: 'Of the images of a chat message only the first reaches the model.',
    breaks: ['CHAT-62'],
    deviate: forward(here, remove('$.messages[*].content[2:]')),
  },
  {
    id: 'chat.images-reversed',
    sentence: 'The images of a chat message reach the model in reverse.',
    breaks: ['CHAT-62'],
    deviate: forward(
      here,
      replace('$.messages[*].content', (parts: unknown) => (Array.isArray(parts) ? parts.toReversed() : parts)),
    ),
  },
  {
    id: 'chat.later-images-dropped',
    sentence: 'Images reach the model only with the first message of a chat request.',
    breaks: ['CHAT-62'],
    deviate: forward(here, remove("$.messages[1:].content[?@.type == 'image_url']")),
  },
  {
    id: 'chat.images-encoded-otherwise',
    sentence: 'The base64 of an image of a chat request reaches the model in lines.',
    breaks: ['CHAT-62'],
    deviate: forward(
      here,
      replace(
        urls,
        ofText((url) => url.replaceAll(/(.{76})/g, '$1\n')),
      ),
    ),
  },
  {
    id: 'chat.images-of-another-type',
    sentence: 'The images of a chat request reach the model as JPEG, whatever they are.',
    breaks: ['CHAT-62'],
    deviate: note((log) => ({
      ...log,
      answered: (request) => log.answered({ ...request, body: Object(asJpeg(request.body)) }),
    })),
  },
  {
    id: 'chat.images-as-500',
    sentence: 'A chat request with an image is an internal error.',
    breaks: ['CHAT-62'],
    deviate: respond(both(here, asking(images)), () => errorOf(500, 'INTERNAL_ERROR', 'Internal error.')),
  },
];
