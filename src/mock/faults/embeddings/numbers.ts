import type { Fault } from '../fault.js';
import { replace } from '../making/edit.js';
import { withMember } from '../making/requests.js';
import { answers } from '../making/responses.js';
import { asking, both, embeddings, on } from '../making/where.js';
import { ofBytes, ofVector } from './vectors.js';

const here = on(embeddings);
const vectors = '$.data[*].embedding';
const asBase64 = both(here, withMember('encoding_format', 'base64'));

/** Vectors in 64 bits a number, as Python has them. */
function inDoubles(bytes: Buffer): Buffer {
  const wide = Buffer.alloc(2 * bytes.length);
  for (let at = 0; at < bytes.length; at += 4) wide.writeDoubleLE(bytes.readFloatLE(at), 2 * at);
  return wide;
}

function asFloats(embedding: unknown): unknown {
  const bytes = Buffer.from(String(embedding), 'base64');
  return typeof embedding !== 'string'
    ? embedding
    : Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(4 * index));
}

export const numberFaults: readonly Fault[] = [
  {
    id: 'embeddings.zeros',
    sentence: 'The numbers of embeddings are all 0.',
    breaks: ['EMB-05'],
    deviate: answers(here, replace(`${vectors}[*]`, 0)),
  },
  {
    id: 'embeddings.zeros-for-short-texts',
    sentence: 'The numbers of the embedding of a single character are all 0.',
    breaks: ['EMB-05'],
    deviate: answers(both(here, asking("$.input[?@ == 'a']")), replace('$.data[1].embedding[*]', 0)),
  },
  {
    id: 'embeddings.no-number-as-null',
    sentence: 'A number of an embedding that is none comes as null.',
    breaks: ['EMB-05'],
    deviate: answers(here, replace(`${vectors}[3]`, null)),
  },
  {
    id: 'embeddings.numbers-as-text',
    sentence: 'The numbers of embeddings are texts.',
    breaks: ['EMB-05'],
    deviate: answers(here, replace(`${vectors}[*]`, String)),
  },
  {
    id: 'embeddings.vector-in-a-list',
    sentence: 'The vector of an embedding is a list of one vector.',
    breaks: ['EMB-05'],
    deviate: answers(
      here,
      replace(
        vectors,
        ofVector((vector) => [vector]),
      ),
    ),
  },
  {
    id: 'embeddings.ends-of-zeros-cut',
    sentence: 'Embeddings of single words are shorter than others.',
    breaks: ['EMB-06'],
    deviate: answers(
      here,
      replace(
        '$.data[0].embedding',
        ofVector((vector) => vector.slice(0, -1)),
      ),
    ),
  },
  {
    id: 'embeddings.empty-vectors',
    sentence: 'Embeddings have no dimensions.',
    breaks: ['EMB-05', 'EMB-06'],
    deviate: answers(
      here,
      replace(
        vectors,
        ofVector(() => []),
      ),
    ),
  },
  {
    id: 'embeddings.floats-for-base64',
    sentence: 'A request for base64 gets lists of numbers.',
    breaks: ['EMB-07'],
    seen: 'BerriAI/litellm!42421',
    deviate: answers(asBase64, replace(vectors, asFloats)),
  },
  {
    id: 'embeddings.no-data-for-base64',
    sentence: 'A request for base64 gets an empty list.',
    breaks: ['EMB-07'],
    seen: 'plastic-labs/honcho#932',
    deviate: answers(asBase64, replace('$.data', [])),
  },
  {
    id: 'embeddings.base64-big-endian',
    sentence: 'The base64 of an embedding has the highest byte of its numbers first.',
    breaks: ['EMB-07'],
    deviate: answers(
      asBase64,
      replace(
        vectors,
        ofBytes((bytes) => Buffer.from(bytes).swap32()),
      ),
    ),
  },
  {
    id: 'embeddings.base64-in-doubles',
    sentence: 'The base64 of an embedding has 64 bits for each number.',
    breaks: ['EMB-07'],
    deviate: answers(asBase64, replace(vectors, ofBytes(inDoubles))),
  },
  {
    id: 'embeddings.base64-of-zeros',
    sentence: 'The base64 of an embedding is that of zeros.',
    breaks: ['EMB-07'],
    deviate: answers(
      asBase64,
      replace(
        vectors,
        ofBytes((bytes) => Buffer.alloc(bytes.length)),
      ),
    ),
  },
  {
    id: 'embeddings.base64-of-json',
    sentence: 'The base64 of an embedding is that of its JSON text.',
    breaks: ['EMB-07'],
    deviate: answers(
      asBase64,
      replace(vectors, (embedding: unknown) => Buffer.from(JSON.stringify(asFloats(embedding))).toString('base64')),
    ),
  },
  {
    id: 'embeddings.base64-for-floats',
    sentence: 'A request for lists of numbers gets base64.',
    breaks: ['EMB-05'],
    seen: 'lmstudio-ai/lmstudio-bug-tracker#756',
    deviate: answers(
      here,
      replace(vectors, (vector: unknown) =>
        Array.isArray(vector) ? Buffer.from(Float32Array.from(vector).buffer).toString('base64') : vector,
      ),
    ),
  },
];
