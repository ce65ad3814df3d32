import { constant, named, noVectors, ofObject, type RuleTable } from '../../rules/index.js';
import { contentWellFormed } from './content.js';
import { finishMatchesToolCalls, finishReasonKnown, stopSequenceNamed } from './finish.js';
import { toolArgumentsObject, toolCallsIdentified } from './tool-use.js';
import { usageReported } from './usage.js';

/** What the API reference of Messages says beyond the types of the fields. */
export const messagesRules: RuleTable = {
  'envelope-typed': {
    statement: '`type` is "message".',
    check: ofObject((body) => constant(body, 'type', 'message')),
  },
  'id-present': {
    statement: 'The message has an id.',
    check: ofObject((body) => named(body, 'id')),
  },
  'model-named': {
    statement: 'The message names the model that answered, in whatever spelling.',
    check: ofObject((body) => named(body, 'model')),
  },
  'created-plausible': {
    reason: 'Messages does not say when a message was created.',
  },
  'role-assistant': {
    statement: 'The message is one of the assistant.',
    check: ofObject((body) => constant(body, 'role', 'assistant')),
  },
  'choices-indexed': {
    reason: 'Messages answers with one message, without a list of choices.',
  },
  'content-well-formed': {
    statement: 'Content is a list of blocks that carry what their type promises.',
    check: contentWellFormed,
  },
  'finish-reason-known': {
    statement: 'The message stops for a reason that the API defines.',
    check: finishReasonKnown,
  },
  'finish-matches-tool-calls': {
    statement: 'The message stops for "tool_use" when and only when it has a tool_use block, unless it was cut off.',
    check: finishMatchesToolCalls,
  },
  'stop-sequence-named': {
    statement: '`stop_sequence` says which sequence was met when and only when the message stopped for one.',
    check: stopSequenceNamed,
  },
  'tool-calls-identified': {
    statement: 'Every tool_use block has an id of its own and the name of a tool.',
    check: toolCallsIdentified,
  },
  'tool-arguments-object': {
    statement: 'The input of every tool_use block is an object, not a text of one.',
    check: toolArgumentsObject,
  },
  'usage-reported': {
    statement: '`usage` counts input and output tokens in whole numbers.',
    check: usageReported,
  },
  'usage-adds-up': {
    reason: 'Messages counts input and output tokens and has no total to compare with.',
  },
  ...noVectors('Messages'),
};
