import type { Fault } from '../fault.js';
import { responsesAnswerFaults } from './answers.js';
import { responsesObservedFaults } from './observed.js';
import { responsesParameterFaults } from './parameters.js';
import { responsesReasoningFaults } from './reasoning.js';
import { responsesRequestFaults } from './requests.js';
import { responsesStreamCallFaults } from './stream-calls.js';
import { responsesStreamEndFaults } from './stream-end.js';
import { responsesStreamItemFaults } from './stream-items.js';
import { responsesStreamStartFaults } from './stream-start.js';
import { responsesStreamTextFaults } from './stream-texts.js';
import { responsesStructuredOutputFaults } from './structured-output.js';
import { responsesToolFaults } from './tools.js';

export const responsesFaults: readonly Fault[] = [
  ...responsesAnswerFaults,
  ...responsesRequestFaults,
  ...responsesParameterFaults,
  ...responsesStructuredOutputFaults,
  ...responsesToolFaults,
  ...responsesReasoningFaults,
  ...responsesObservedFaults,
  ...responsesStreamStartFaults,
  ...responsesStreamItemFaults,
  ...responsesStreamTextFaults,
  ...responsesStreamCallFaults,
  ...responsesStreamEndFaults,
];
