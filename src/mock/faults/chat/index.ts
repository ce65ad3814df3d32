import type { Fault } from '../fault.js';
import { answerFaults } from './answers.js';
import { finishFaults } from './finish.js';
import { imageFaults } from './images.js';
import { observedFaults } from './observed.js';
import { parameterFaults } from './parameters.js';
import { pathFaults } from './paths.js';
import { promptFaults } from './prompts.js';
import { refusalFaults } from './refusals.js';
import { streamChunkFaults } from './stream-chunks.js';
import { streamEndFaults } from './stream-ends.js';
import { streamTextFaults } from './stream-text.js';
import { streamToolCallFaults } from './stream-tool-calls.js';
import { streamUsageFaults } from './stream-usage.js';
import { structuredOutputFaults } from './structured-output.js';
import { toolArgumentFaults } from './tool-arguments.js';
import { toolCallFaults } from './tool-calls.js';
import { toolRequestFaults } from './tool-requests.js';
import { usageFaults } from './usage.js';

export const chatFaults: readonly Fault[] = [
  ...answerFaults,
  ...finishFaults,
  ...usageFaults,
  ...promptFaults,
  ...parameterFaults,
  ...refusalFaults,
  ...toolCallFaults,
  ...toolArgumentFaults,
  ...toolRequestFaults,
  ...structuredOutputFaults,
  ...imageFaults,
  ...pathFaults,
  ...streamChunkFaults,
  ...streamEndFaults,
  ...streamTextFaults,
  ...streamToolCallFaults,
  ...streamUsageFaults,
  ...observedFaults,
];
