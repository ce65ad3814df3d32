import { constant, named, noVectors, ofObject, type RuleTable } from '../../rules/index.js';
import { createdPlausible } from './created-at.js';
import { finishReasonKnown } from './finish.js';
import { toolArgumentsObject, toolCallsIdentified } from './function-calls.js';
import { contentWellFormed, ofItemsOfType } from './items.js';
import { usageAddsUp, usageReported } from './usage.js';

/** What the API reference of Responses says beyond the types of the fields. */
export const responsesRules: RuleTable = {
  'envelope-typed': {
    statement: '`object` is "response".',
    check: ofObject((body) => constant(body, 'object', 'response')),
  },
  'id-present': {
    statement: 'The response has an id.',
    check: ofObject((body) => named(body, 'id')),
  },
  'model-named': {
    statement: 'The response names the model that answered, in whatever spelling.',
    check: ofObject((body) => named(body, 'model')),
  },
  'created-plausible': {
    statement: '`created_at` is a time in seconds.',
    check: createdPlausible,
  },
  'role-assistant': {
    statement: 'Every message in the output is one of the assistant.',
    check: ofItemsOfType('message', (item, at) => constant(item, 'role', 'assistant', at)),
  },
  'choices-indexed': {
    reason: 'Responses answers with one list of items, which have no indices.',
  },
  'content-well-formed': {
    statement: 'The output is a list of items that carry what their type promises, and so do their parts.',
    check: contentWellFormed,
  },
  'finish-reason-known': {
    statement: 'The response is completed, or incomplete for a reason that the API defines.',
    check: finishReasonKnown,
  },
  'finish-matches-tool-calls': {
    reason: 'Responses has no finish reason: a response that calls functions is completed like any other.',
  },
  'stop-sequence-named': {
    reason: 'Responses takes no stop sequences.',
  },
  'tool-calls-identified': {
    statement: 'Every function_call item has a call_id of its own and the name of a function.',
    check: toolCallsIdentified,
  },
  'tool-arguments-object': {
    statement: 'The arguments of every function_call item are a JSON text of an object, encoded once.',
    check: toolArgumentsObject,
  },
  'usage-reported': {
    statement: '`usage` counts input, output and total tokens in whole numbers.',
    check: usageReported,
  },
  'usage-adds-up': {
    statement: '`usage.total_tokens` is the sum of input and output tokens.',
    check: usageAddsUp,
  },
  ...noVectors('Responses'),
};
