import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { all, remove, replace } from '../making/edit.js';
import { complain, mend } from '../making/requests.js';
import { answers } from '../making/responses.js';
import { editEvents, every } from '../making/streams.js';
import { inCodeFence, ofText } from '../making/texts.js';
import { asking, both, gemini, on } from '../making/where.js';

const here = on(gemini);
const parts = '$.candidates[*].content.parts';
const images = '$.contents[*].parts[?@.inlineData]';
const isImage = (part: unknown) => 'inlineData' in Object(part);

export const thoughtImageSchemaFaults: readonly Fault[] = [
  {
    id: 'gemini.thoughts-unmarked',
    sentence: 'The thoughts of an answer are not marked as such.',
    breaks: ['GEM-15'],
    deviate: answers(here, remove(`${parts}[*].thought`)),
  },
  {
    id: 'gemini.thoughts-dropped',
    sentence: 'A request that asks for thoughts gets none.',
    breaks: ['GEM-15'],
    deviate: answers(here, remove(`${parts}[?@.thought == true]`)),
  },
  {
    id: 'gemini.all-marked-as-thought',
    sentence: 'The text of an answer is marked as thought, too.',
    breaks: ['GEM-15'],
    deviate: answers(
      both(here, asking('$.generationConfig.thinkingConfig')),
      replace(`${parts}[*]`, (part: unknown) => Object.assign({}, part, { thought: true })),
    ),
  },
  {
    id: 'gemini.thoughts-marked-as-text',
    sentence: 'The mark of a thought is the text "true".',
    breaks: ['GEM-15'],
    deviate: answers(here, replace(`${parts}[*].thought`, 'true')),
  },
  {
    id: 'gemini.streamed-thoughts-unmarked',
    sentence: 'The thoughts of a stream are not marked as such.',
    breaks: ['GEM-15'],
    deviate: editEvents(here, every, remove(`${parts}[*].thought`)),
  },
  {
    id: 'gemini.thought-signature-dropped',
    sentence: 'The thoughtSignatures of an answer are lost.',
    breaks: ['GEM-07', 'GEM-17'],
    seen: 'mlflow/mlflow#23989',
    deviate: answers(here, remove(`${parts}[*].thoughtSignature`)),
  },
  {
    id: 'gemini.thought-signature-of-calls-dropped',
    sentence: 'The thoughtSignature of a functionCall is lost.',
    breaks: ['GEM-07', 'GEM-17'],
    seen: 'mlflow/mlflow#25745',
    deviate: answers(here, remove(`${parts}[?@.functionCall].thoughtSignature`)),
  },
  {
    id: 'gemini.thought-signature-inside-the-call',
    sentence: 'The thoughtSignature of a functionCall stands in the call, not in its part.',
    breaks: ['GEM-17'],
    deviate: answers(
      here,
      all(
        replace(`${parts}[?@.functionCall && @.thoughtSignature].functionCall`, (call: unknown) =>
          Object.assign({ thoughtSignature: 'c2lnbmF0dXJl' }, call),
        ),
        remove(`${parts}[?@.functionCall].thoughtSignature`),
      ),
    ),
  },
  {
    id: 'gemini.thought-signature-changed',
    sentence: 'A thoughtSignature that comes back reaches the provider in other words.',
    breaks: ['GEM-07'],
    deviate: mend(
      here,
      replace('$.contents[*].parts[*].thoughtSignature', (signature: unknown) => String(signature).toLowerCase()),
    ),
  },
  {
    id: 'gemini.images-dropped',
    sentence: 'The images of a request do not reach the model.',
    breaks: ['GEM-37'],
    seen: 'gravitee-io/issues#11788',
    deviate: forward(here, remove(images)),
  },
  {
    id: 'gemini.images-as-placeholders',
    sentence: 'A text says that there was an image, where there was one.',
    breaks: ['GEM-37'],
    deviate: forward(here, replace(images, { text: '[image]' })),
  },
  {
    id: 'gemini.first-image-only',
    sentence: 'Of the images of a content only the first reaches the model.',
    breaks: ['GEM-37'],
    deviate: forward(
      here,
      replace('$.contents[*].parts', (list: unknown) =>
        Array.isArray(list) ? list.filter((part, index) => !isImage(part) || list.findIndex(isImage) === index) : list,
      ),
    ),
  },
  {
    id: 'gemini.images-in-reverse',
    sentence: 'The parts of a content reach the model in reverse.',
    breaks: ['GEM-37'],
    deviate: forward(
      here,
      replace('$.contents[*].parts', (list: unknown) => (Array.isArray(list) ? list.toReversed() : list)),
    ),
  },
  {
    id: 'gemini.later-images-dropped',
    sentence: 'Images reach the model only with the first content of a conversation.',
    breaks: ['GEM-37'],
    deviate: forward(here, remove('$.contents[1:].parts[?@.inlineData]')),
  },
  {
    id: 'gemini.images-in-another-base64',
    sentence: 'The base64 of an image reaches the model in the alphabet for URLs.',
    breaks: ['GEM-37'],
    deviate: forward(
      here,
      replace(`${images}.inlineData.data`, (data: unknown) =>
        Buffer.from(String(data), 'base64').toString('base64url'),
      ),
    ),
  },
  {
    id: 'gemini.unreadable-images-dropped',
    sentence: 'An image that cannot be read is dropped.',
    breaks: ['GEM-38'],
    deviate: mend(
      here,
      replace(images, (part: unknown) =>
        JSON.stringify(part).includes('"image/png"') && JSON.stringify(part).includes('"iVBOR')
          ? part
          : { text: '[image]' },
      ),
    ),
  },
  {
    id: 'gemini.schema-dropped',
    sentence: 'The JSON schema of a request does not reach the model.',
    breaks: ['GEM-34'],
    deviate: forward(
      here,
      all(remove('$.generationConfig.responseSchema'), remove('$.generationConfig.responseJsonSchema')),
    ),
  },
  {
    id: 'gemini.json-type-dropped',
    sentence: 'The type that an answer is to have does not reach the model.',
    breaks: ['GEM-35'],
    deviate: forward(here, remove('$.generationConfig.responseMimeType')),
  },
  {
    id: 'gemini.json-in-a-code-fence',
    sentence: 'JSON text that was asked for comes in a code fence.',
    breaks: ['GEM-34', 'GEM-35'],
    deviate: answers(
      both(here, asking('$.generationConfig.responseMimeType')),
      replace(`${parts}[0].text`, inCodeFence),
    ),
  },
  {
    id: 'gemini.inner-schemas-dropped',
    sentence: 'The schemas inside a JSON schema do not count.',
    breaks: ['GEM-34'],
    deviate: answers(
      both(here, asking('$.generationConfig.responseJsonSchema')),
      replace(
        `${parts}[0].text`,
        ofText((text) => text.replace(/"rooms":\[.*?\]/, '"rooms":"2"')),
      ),
    ),
  },
  {
    id: 'gemini.schema-of-a-list-refused',
    sentence: 'A JSON schema of a list is refused.',
    breaks: ['GEM-36'],
    deviate: complain(
      both(here, asking("$.generationConfig.responseJsonSchema[?@ == 'array']")),
      'generationConfig.responseJsonSchema: the root must be an object',
    ),
  },
];
