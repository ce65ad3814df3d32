import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { remove, replace } from '../making/edit.js';
import { mend, withMember } from '../making/requests.js';
import { answers } from '../making/responses.js';
import { inCodeFence, ofText } from '../making/texts.js';
import { asking, both, messages, on } from '../making/where.js';

const here = on(messages);
const images = "$.messages[*].content[?@.type == 'image']";
const isImage = (block: unknown) => Reflect.get(Object(block), 'type') === 'image';

export const imageAndSchemaFaults: readonly Fault[] = [
  {
    id: 'messages.images-dropped',
    sentence: 'The images of a request do not reach the model.',
    breaks: ['MSG-62'],
    seen: 'musistudio/claude-code-router#1678',
    deviate: forward(here, remove(images)),
  },
  {
    id: 'messages.images-as-placeholders',
    sentence: 'A text says that there was an image, where there was one.',
    breaks: ['MSG-62'],
    deviate: forward(here, replace(images, { type: 'text', text: '[image]' })),
  },
  {
    id: 'messages.first-image-only',
    sentence: 'Of the images of a message only the first reaches the model.',
    breaks: ['MSG-62'],
    deviate: forward(
      here,
      replace('$.messages[*].content', (content: unknown) =>
        Array.isArray(content)
          ? content.filter((block, index) => !isImage(block) || content.findIndex(isImage) === index)
          : content,
      ),
    ),
  },
  {
    id: 'messages.images-in-reverse',
    sentence: 'The images of a message reach the model in reverse.',
    breaks: ['MSG-62'],
    deviate: forward(
      here,
      replace('$.messages[*].content', (content: unknown) => (Array.isArray(content) ? content.toReversed() : content)),
    ),
  },
  {
    id: 'messages.later-images-dropped',
    sentence: 'Images reach the model only with the first message of a conversation.',
    breaks: ['MSG-62'],
    deviate: forward(here, remove("$.messages[1:].content[?@.type == 'image']")),
  },
  {
    id: 'messages.images-of-streams-dropped',
    sentence: 'The images of a request for a stream do not reach the model.',
    breaks: ['MSG-62'],
    deviate: forward(both(here, withMember('stream', true)), remove(images)),
  },
  {
    id: 'messages.images-encoded-otherwise',
    sentence: 'The base64 of an image reaches the model in lines.',
    breaks: ['MSG-62'],
    deviate: forward(
      here,
      replace(`${images}.source.data`, (data: unknown) => String(data).replaceAll(/(.{76})/g, '$1\n')),
    ),
  },
  {
    id: 'messages.unreadable-images-dropped',
    sentence: 'An image that cannot be read is dropped.',
    breaks: ['MSG-63'],
    deviate: mend(
      here,
      replace(images, (block: unknown) =>
        /^iVBOR.*"image\/png"|"image\/png".*iVBOR/.test(JSON.stringify(block))
          ? block
          : { type: 'text', text: '[image]' },
      ),
    ),
  },
  {
    id: 'messages.schema-dropped',
    sentence: 'The JSON schema of a request does not reach the model.',
    breaks: ['MSG-60'],
    seen: 'BerriAI/litellm!39070',
    deviate: forward(here, remove('$.output_config')),
  },
  {
    id: 'messages.schema-of-streams-dropped',
    sentence: 'The JSON schema of a request for a stream does not reach the model.',
    breaks: ['MSG-60'],
    deviate: forward(both(here, withMember('stream', true)), remove('$.output_config')),
  },
  {
    id: 'messages.json-in-a-code-fence',
    sentence: 'JSON text that was asked for comes in a code fence.',
    breaks: ['MSG-60'],
    deviate: answers(both(here, asking('$.output_config')), replace('$.content[*].text', inCodeFence)),
  },
  {
    id: 'messages.inner-schemas-dropped',
    sentence: 'The schemas inside a JSON schema do not count.',
    breaks: ['MSG-60'],
    deviate: answers(
      both(here, asking('$.output_config')),
      replace(
        '$.content[*].text',
        ofText((text) => text.replace(/"rooms":\[.*?\]/, '"rooms":"2"')),
      ),
    ),
  },
];
