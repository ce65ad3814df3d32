import { constant, named, noVectors, ofObject, type RuleTable } from '../../rules/index.js';
import { choicesIndexed, ofChoices } from './choices.js';
import { contentWellFormed } from './content.js';
import { createdPlausible } from './created.js';
import { finishMatchesToolCalls, finishReasonKnown } from './finish.js';
import { toolArgumentsObject, toolCallsIdentified } from './tool-calls.js';
import { usageAddsUp, usageReported } from './usage.js';

/** What the API reference of Chat Completions says beyond the types of the fields. */
export const chatRules: RuleTable = {
  'envelope-typed': {
    statement: '`object` is "chat.completion".',
    check: ofObject((body) => constant(body, 'object', 'chat.completion')),
  },
  'id-present': {
    statement: 'The completion has an id.',
    check: ofObject((body) => named(body, 'id')),
  },
  'model-named': {
    statement: 'The completion names the model that answered, in whatever spelling.',
    check: ofObject((body) => named(body, 'model')),
  },
  'created-plausible': {
    statement: '`created` is a time in whole seconds.',
    check: createdPlausible,
  },
  'role-assistant': {
    statement: 'Every choice is a message of the assistant.',
    check: ofChoices(({ message, at }) => constant(message, 'role', 'assistant', `${at}/message`)),
  },
  'choices-indexed': {
    statement: 'The indices of the choices are 0 to n-1, each once.',
    check: choicesIndexed,
  },
  'content-well-formed': {
    statement:
      'Content is a string, null, or a list of blocks that carry what their type promises; a refusal is a string or null.',
    check: contentWellFormed,
  },
  'finish-reason-known': {
    statement: 'Every choice finishes for a reason that the API defines.',
    check: finishReasonKnown,
  },
  'finish-matches-tool-calls': {
    statement:
      'A choice finishes with "tool_calls" when and only when it has tool calls, unless it was cut off or forced to one function.',
    check: finishMatchesToolCalls,
  },
  'stop-sequence-named': {
    reason: 'Chat Completions reports a stop sequence as "stop" and does not say which one it met.',
  },
  'tool-calls-identified': {
    statement: 'Every tool call has an id of its own, the type "function" and the name of a function.',
    check: toolCallsIdentified,
  },
  'tool-arguments-object': {
    statement: 'The arguments of every tool call are a JSON text of an object, encoded once.',
    check: toolArgumentsObject,
  },
  'usage-reported': {
    statement: '`usage` counts prompt, completion and total tokens in whole numbers.',
    check: usageReported,
  },
  'usage-adds-up': {
    statement: '`usage.total_tokens` is the sum of prompt and completion tokens.',
    check: usageAddsUp,
  },
  ...noVectors('Chat Completions'),
};
