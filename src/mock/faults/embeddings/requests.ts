import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { all, type Edit, remove, replace } from '../making/edit.js';
import { complain, mend } from '../making/requests.js';
import { answers, statuses } from '../making/responses.js';
import { ofText } from '../making/texts.js';
import { asking, both, embeddings, on } from '../making/where.js';
import { ofVector } from './vectors.js';

const here = on(embeddings);
const hello = 'Say hello.';
const vectors = '$.data[*].embedding';
const withDimensions = both(here, asking('$.dimensions'));
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) > 0;

/** A change of each text of a request, alone or in a list. */
function ofInputs(change: (text: string) => string): Edit {
  return all(replace('$.input', ofText(change)), replace('$.input[*]', ofText(change)));
}

/** Puts what is right in the place of an input or a number of dimensions that is not. */
function corrected(name: string, isRight: (value: unknown) => boolean, right: unknown): Edit {
  return replace(`$.${name}`, (value: unknown) => (isRight(value) ? value : right));
}

export const requestFaults: readonly Fault[] = [
  {
    id: 'embeddings.dimensions-dropped',
    sentence: 'The dimensions of a request do not reach the model.',
    breaks: ['EMB-09'],
    seen: 'murtaza-nasir/speakr!352',
    deviate: forward(here, remove('$.dimensions')),
  },
  {
    id: 'embeddings.dimensions-off-by-one',
    sentence: 'An embedding has one dimension more than the request asks for.',
    breaks: ['EMB-09'],
    deviate: forward(
      here,
      replace('$.dimensions', (dimensions: unknown) => Number(dimensions) + 1),
    ),
  },
  {
    id: 'embeddings.dimensions-filled-up',
    sentence: 'An embedding of fewer dimensions has zeros in the place of the others.',
    breaks: ['EMB-09'],
    deviate: answers(
      withDimensions,
      replace(
        vectors,
        ofVector((vector) => [...vector, ...Array.from({ length: 64 - vector.length }, () => 0)]),
      ),
    ),
  },
  {
    id: 'embeddings.dimensions-as-zeros',
    sentence: 'An embedding of a number of dimensions that the request asks for is made of zeros.',
    breaks: ['EMB-09'],
    deviate: answers(withDimensions, replace(`${vectors}[*]`, 0)),
  },
  {
    id: 'embeddings.dimensions-as-500',
    sentence: 'A number of dimensions in a request is an internal error.',
    breaks: ['EMB-09', 'EMB-15'],
    deviate: statuses(withDimensions, [200, 400], 500),
  },
  {
    id: 'embeddings.dimensions-of-any-kind',
    sentence: 'Dimensions that are no positive number are dropped.',
    breaks: ['EMB-15'],
    deviate: mend(here, corrected('dimensions', isCount, null)),
  },
  {
    id: 'embeddings.dimensions-rounded',
    sentence: 'A fraction of a dimension is rounded.',
    breaks: ['EMB-15'],
    deviate: mend(
      here,
      replace('$.dimensions', (dimensions: unknown) =>
        typeof dimensions === 'number' ? Math.ceil(dimensions) : dimensions,
      ),
    ),
  },
  {
    id: 'embeddings.no-dimensions-as-all',
    sentence: 'The number of dimensions 0 stands for all.',
    breaks: ['EMB-15'],
    deviate: mend(here, remove('$[?@ == 0]')),
  },
  {
    id: 'embeddings.without-input-answered',
    sentence: 'An embeddings request without input is answered.',
    breaks: ['EMB-11'],
    deviate: mend(here, (body) => Object.assign({ input: hello }, body)),
  },
  {
    id: 'embeddings.wrong-request-as-500',
    sentence: 'What is wrong with an embeddings request is an internal error.',
    breaks: ['EMB-11', 'EMB-13', 'EMB-15'],
    deviate: statuses(here, 400, 500),
  },
  {
    id: 'embeddings.empty-list-answered',
    sentence: 'An embeddings request with an empty list is answered.',
    breaks: ['EMB-13'],
    deviate: mend(
      here,
      corrected('input', (input) => !Array.isArray(input) || input.length > 0, hello),
    ),
  },
  {
    id: 'embeddings.numbers-as-text-embedded',
    sentence: 'A number as the input of an embeddings request is embedded as its text.',
    breaks: ['EMB-13'],
    deviate: mend(
      here,
      replace('$.input', (input: unknown) => (typeof input === 'number' ? String(input) : input)),
    ),
  },
  {
    id: 'embeddings.objects-as-json-embedded',
    sentence: 'An object as the input of an embeddings request is embedded as its JSON text.',
    breaks: ['EMB-13'],
    deviate: mend(
      here,
      replace('$.input', (input: unknown) =>
        Array.isArray(input) || typeof input === 'string' ? input : JSON.stringify(input),
      ),
    ),
  },
  {
    id: 'embeddings.lists-of-texts-joined',
    sentence: 'A list of texts inside the list of inputs is embedded as one text.',
    breaks: ['EMB-13'],
    deviate: mend(
      here,
      replace('$.input[*]', (input: unknown) =>
        Array.isArray(input) && typeof input[0] === 'string' ? input.join(' ') : input,
      ),
    ),
  },
  {
    id: 'embeddings.text-outside-ascii-lost',
    sentence: 'The characters of an input outside ASCII reach the model as question marks.',
    breaks: ['EMB-16'],
    deviate: forward(
      here,
      ofInputs((text) => text.replaceAll(/[^\0-\x7f]/gu, '?')),
    ),
  },
  {
    id: 'embeddings.batches-misread',
    sentence: 'The UTF-8 of a list of inputs is read as ISO 8859-1.',
    breaks: ['EMB-16'],
    deviate: forward(
      here,
      replace(
        '$.input[*]',
        ofText((text) => Buffer.from(text).toString('latin1')),
      ),
    ),
  },
  {
    id: 'embeddings.accents-lost',
    sentence: 'The letters of an input reach the model in their Latin form or not at all.',
    breaks: ['EMB-16'],
    deviate: forward(
      here,
      ofInputs((text) => text.normalize('NFD').replaceAll(/[^\0-\x7f]/gu, '')),
    ),
  },
  {
    id: 'embeddings.another-vector-each-time',
    sentence: 'A text has another embedding each time.',
    breaks: ['EMB-04', 'EMB-16'],
    deviate: () => {
      let count = 0;
      return forward(here, (body) => {
        count += 1;
        return ofInputs((text) => `${text} (${count})`)(body);
      })();
    },
  },
  {
    id: 'embeddings.batches-embedded-otherwise',
    sentence: 'A text of a list is embedded with the words that separate it from the others.',
    breaks: ['EMB-04', 'EMB-16'],
    deviate: forward(
      both(here, asking('$.input[1]')),
      replace(
        '$.input[*]',
        ofText((text) => `${text}\n`),
      ),
    ),
  },
  {
    id: 'embeddings.large-batches-refused',
    sentence: 'A list of more than 8 inputs is refused.',
    breaks: ['EMB-12'],
    deviate: complain(both(here, asking('$.input[8]')), 'input: must have at most 8 items'),
  },
  {
    id: 'embeddings.blank-answered',
    sentence: 'An empty text is embedded as a blank.',
    breaks: ['EMB-14'],
    deviate: mend(
      here,
      ofInputs((text) => text || ' '),
    ),
  },
  {
    id: 'embeddings.tokens-refused',
    sentence: 'An input of tokens is refused.',
    breaks: ['EMB-17'],
    deviate: complain(
      both(here, ({ body }) => typeof [body?.['input']].flat(2)[0] === 'number'),
      'input: must be a string or a list of strings',
    ),
  },
  {
    id: 'embeddings.stream-flag-dropped',
    sentence: 'A request for a stream of embeddings is answered in one piece.',
    breaks: ['EMB-18'],
    deviate: mend(here, remove('$.stream')),
  },
  {
    id: 'embeddings.unknown-encoding-as-float',
    sentence: 'A request for an encoding that does not exist gets lists of numbers.',
    breaks: ['EMB-19'],
    deviate: mend(here, remove("$[?@ == 'hex']")),
  },
  {
    id: 'embeddings.long-text-refused',
    sentence: 'A text that is longer than 8192 characters is refused.',
    breaks: ['EMB-20'],
    deviate: complain(
      both(here, ({ body }) => String(body?.['input']).length > 8192),
      'input: is longer than the model reads',
    ),
  },
  {
    id: 'embeddings.default-as-base64',
    sentence: 'A request that names no encoding gets base64.',
    breaks: ['EMB-08'],
    deviate: forward(here, (body) => Object.assign({ encoding_format: 'base64' }, body)),
  },
];
