import { constant, named, noVectors, ofObject, type RuleTable } from '../../rules/index.js';
import { candidatesIndexed, ofCandidates } from './candidates.js';
import { contentWellFormed } from './content.js';
import { finishReasonKnown } from './finish.js';
import { argumentsObject, functionCallsIdentified } from './function-calls.js';
import { usageAddsUp, usageReported } from './usage.js';

/** What the API reference of Gemini says beyond the types of the fields. */
export const geminiRules: RuleTable = {
  'envelope-typed': {
    reason: 'A Gemini response does not say of what type it is.',
  },
  'id-present': {
    statement: 'The response has a `responseId`.',
    check: ofObject((body) => named(body, 'responseId')),
  },
  'model-named': {
    statement: '`modelVersion` names the model that answered, in whatever spelling.',
    check: ofObject((body) => named(body, 'modelVersion')),
  },
  'created-plausible': {
    reason: 'A Gemini response does not say when it was created.',
  },
  'role-assistant': {
    statement: 'The content of every candidate has the role "model".',
    check: ofCandidates(({ content, at }) => constant(content, 'role', 'model', `${at}/content`)),
  },
  'choices-indexed': {
    statement: 'The indices of the candidates are 0 to n-1, each once; one that is left out is 0.',
    check: candidatesIndexed,
  },
  'content-well-formed': {
    statement: 'Content has a list of parts, or none, and every part carries what its kind promises.',
    check: contentWellFormed,
  },
  'finish-reason-known': {
    statement: 'Every candidate finishes for a reason that the API defines.',
    check: finishReasonKnown,
  },
  'finish-matches-tool-calls': {
    reason: 'A Gemini candidate finishes with "STOP" whether it calls a function or not.',
  },
  'stop-sequence-named': {
    reason: 'Gemini reports a stop sequence as "STOP" and does not say which one it met.',
  },
  'tool-calls-identified': {
    statement: 'Every function call has the name of a function, and an id of its own if it has one.',
    check: functionCallsIdentified,
  },
  'tool-arguments-object': {
    statement: 'The args of every function call are an object, not a text of one.',
    check: argumentsObject,
  },
  'usage-reported': {
    statement: '`usageMetadata` counts prompt and total tokens, and whatever else it counts, in whole numbers.',
    check: usageReported,
  },
  'usage-adds-up': {
    statement: '`usageMetadata.totalTokenCount` is the sum of the tokens of prompt, candidates, thoughts and tool use.',
    check: usageAddsUp,
  },
  ...noVectors('Gemini'),
};
