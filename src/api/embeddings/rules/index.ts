import { constant, named, ofObject, type RuleTable } from '../../rules/index.js';
import { ofMembers } from './members.js';
import { usageAddsUp, usageReported } from './usage.js';
import {
  vectorsAlike,
  vectorsAsAsked,
  vectorsCounted,
  vectorsDecoded,
  vectorsIndexed,
  vectorsNotZero,
} from './vectors.js';

const noWords = { reason: 'Embeddings answers with vectors: nobody speaks, calls a tool or comes to an end.' };

/** What the API reference of Embeddings says beyond the types of the fields. */
export const embeddingsRules: RuleTable = {
  'envelope-typed': {
    statement: '`object` is "list", and "embedding" in every member of it.',
    check: (body) => {
      const list = listTyped(body);
      return list.length > 0 ? list : membersTyped(body);
    },
  },
  'id-present': { reason: 'A list of embeddings has no id.' },
  'model-named': {
    statement: 'The list names the model that answered, in whatever spelling.',
    check: ofObject((body) => named(body, 'model')),
  },
  'created-plausible': { reason: 'Embeddings does not say when a list was made.' },
  'role-assistant': noWords,
  'choices-indexed': { reason: 'Embeddings has no choices; `vectors-indexed` asks the same of its vectors.' },
  'content-well-formed': noWords,
  'finish-reason-known': noWords,
  'finish-matches-tool-calls': noWords,
  'stop-sequence-named': noWords,
  'tool-calls-identified': noWords,
  'tool-arguments-object': noWords,
  'usage-reported': {
    statement: '`usage` counts prompt and total tokens in whole numbers above 0.',
    check: usageReported,
  },
  'usage-adds-up': {
    statement: '`usage.total_tokens` is no more and no less than the tokens of the input.',
    check: usageAddsUp,
  },
  'vectors-counted': {
    statement: 'There is one embedding for each input of the request.',
    check: vectorsCounted,
  },
  'vectors-indexed': {
    statement: 'The index of every embedding is its place in the list.',
    check: vectorsIndexed,
  },
  'vectors-decoded': {
    statement: 'Every embedding is a list of finite numbers, or the base64 text of 32-bit floats that are finite.',
    check: vectorsDecoded,
  },
  'vectors-alike': {
    statement: 'All embeddings have the same number of dimensions, and at least one.',
    check: vectorsAlike,
  },
  'vectors-not-zero': {
    statement: 'No embedding is nothing but zeros.',
    check: vectorsNotZero,
  },
  'vectors-as-asked': {
    statement: 'Every embedding has the encoding and the number of dimensions that the request names.',
    check: vectorsAsAsked,
  },
};

const listTyped = ofObject((body) => constant(body, 'object', 'list'));
const membersTyped = ofMembers(({ member, at }) => constant(member, 'object', 'embedding', at));
