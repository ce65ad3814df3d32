import type { Fault } from '../fault.js';
import { isRecord, remove, rename, replace } from '../making/edit.js';
import { answers } from '../making/responses.js';
import { asking, both, embeddings, on } from '../making/where.js';
import { numbered, ofList } from './vectors.js';

const here = on(embeddings);
const ofSeveral = both(here, asking('$.input[1]'));

function withoutTwins(list: readonly unknown[]): readonly unknown[] {
  const of = (member: unknown) => JSON.stringify(isRecord(member) ? member['embedding'] : member);
  return numbered(list.filter((member, index) => list.findIndex((other) => of(other) === of(member)) === index));
}

export const answerFaults: readonly Fault[] = [
  {
    id: 'embeddings.object-of-one',
    sentence: 'A list of embeddings calls itself an embedding.',
    breaks: ['EMB-01'],
    deviate: answers(here, replace('$.object', 'embedding')),
  },
  {
    id: 'embeddings.no-object',
    sentence: 'The members of a list of embeddings do not say what they are.',
    breaks: ['EMB-01'],
    deviate: answers(here, remove('$.data[*].object')),
  },
  {
    id: 'embeddings.list-without-object',
    sentence: 'A list of embeddings does not say that it is a list.',
    breaks: ['EMB-01'],
    deviate: answers(here, remove('$.object')),
  },
  {
    id: 'embeddings.vectors-without-members',
    sentence: 'The data of a list of embeddings are bare vectors.',
    breaks: ['EMB-01', 'EMB-03'],
    deviate: answers(
      here,
      replace('$.data[*]', (member: unknown) => (isRecord(member) ? member['embedding'] : member)),
    ),
  },
  {
    id: 'embeddings.values-of-gemini',
    sentence: 'The vectors of a list of embeddings are called values.',
    breaks: ['EMB-01', 'EMB-02', 'EMB-05', 'EMB-06'],
    deviate: answers(here, rename('$.data[*]', 'embedding', 'values')),
  },
  {
    id: 'embeddings.last-dropped',
    sentence: 'Of several inputs the last has no embedding.',
    breaks: ['EMB-02'],
    deviate: answers(ofSeveral, remove('$.data[-1]')),
  },
  {
    id: 'embeddings.first-only',
    sentence: 'Of several inputs only the first has an embedding.',
    breaks: ['EMB-02'],
    deviate: answers(here, remove('$.data[1:]')),
  },
  {
    id: 'embeddings.twins-merged',
    sentence: 'Two inputs that are the same have one embedding.',
    breaks: ['EMB-02', 'EMB-04'],
    deviate: answers(here, replace('$.data', ofList(withoutTwins))),
  },
  {
    id: 'embeddings.one-too-many',
    sentence: 'A list of embeddings has one more than there are inputs.',
    breaks: ['EMB-02'],
    deviate: answers(
      here,
      replace(
        '$.data',
        ofList((list) => numbered([...list, ...list.slice(-1)])),
      ),
    ),
  },
  {
    id: 'embeddings.indices-all-zero',
    sentence: 'All embeddings of a list have the index 0.',
    breaks: ['EMB-03'],
    deviate: answers(here, replace('$.data[*].index', 0)),
  },
  {
    id: 'embeddings.indices-from-one',
    sentence: 'The embeddings of a list are numbered from 1.',
    breaks: ['EMB-03'],
    deviate: answers(
      here,
      replace('$.data[*].index', (index: unknown) => Number(index) + 1),
    ),
  },
  {
    id: 'embeddings.no-indices',
    sentence: 'The embeddings of a list are not numbered.',
    breaks: ['EMB-03'],
    deviate: answers(here, remove('$.data[*].index')),
  },
  {
    id: 'embeddings.out-of-order',
    sentence: 'The embeddings of a list come in another order, each with the index of its input.',
    breaks: ['EMB-03', 'EMB-04'],
    seen: 'getzep/graphiti!1732',
    deviate: answers(
      here,
      replace(
        '$.data',
        ofList((list) => list.toReversed()),
      ),
    ),
  },
  {
    id: 'embeddings.order-of-batches-mangled',
    sentence: 'The embeddings of a list come in another order, with the indices of their places.',
    breaks: ['EMB-04'],
    seen: 'googleapis/js-genai#1207',
    deviate: answers(
      here,
      replace(
        '$.data',
        ofList((list) => numbered([...list.slice(1), ...list.slice(0, 1)])),
      ),
    ),
  },
  {
    id: 'embeddings.of-the-first-input',
    sentence: 'All embeddings of a list are that of the first input.',
    breaks: ['EMB-04', 'EMB-16'],
    deviate: answers(
      here,
      replace(
        '$.data',
        ofList((list) => numbered(list.map(() => list[0]))),
      ),
    ),
  },
  {
    id: 'embeddings.no-usage',
    sentence: 'A list of embeddings has no usage.',
    breaks: ['EMB-10'],
    deviate: answers(here, remove('$.usage')),
  },
  {
    id: 'embeddings.for-free',
    sentence: 'The usage of a list of embeddings is 0.',
    breaks: ['EMB-10'],
    deviate: answers(here, replace('$.usage.*', 0)),
  },
  {
    id: 'embeddings.usage-of-responses',
    sentence: 'The usage of a list of embeddings has the names of Responses.',
    breaks: ['EMB-10'],
    deviate: answers(here, rename('$.usage', 'prompt_tokens', 'input_tokens')),
  },
  {
    id: 'embeddings.usage-as-text',
    sentence: 'The usage of a list of embeddings is counted in texts.',
    breaks: ['EMB-10'],
    deviate: answers(here, replace('$.usage.*', String)),
  },
  {
    id: 'embeddings.total-off-by-one',
    sentence: 'The total of the usage of a list of embeddings is more than the tokens of its inputs.',
    breaks: ['EMB-10'],
    deviate: answers(
      here,
      replace('$.usage.total_tokens', (total: unknown) => Number(total) + 1),
    ),
  },
];
