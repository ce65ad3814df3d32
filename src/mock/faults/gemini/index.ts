import type { Fault } from '../fault.js';
import { answerFaults } from './answers.js';
import { finishAndUsageFaults } from './finish-and-usage.js';
import { functionFaults } from './functions.js';
import { parameterFaults } from './parameters.js';
import { pathFaults } from './paths.js';
import { promptFaults } from './prompts.js';
import { streamChunkFaults } from './stream-chunks.js';
import { streamEventFaults } from './stream-events.js';
import { thoughtImageSchemaFaults } from './thoughts-images-schemas.js';

export const geminiFaults: readonly Fault[] = [
  ...answerFaults,
  ...finishAndUsageFaults,
  ...promptFaults,
  ...parameterFaults,
  ...functionFaults,
  ...thoughtImageSchemaFaults,
  ...pathFaults,
  ...streamEventFaults,
  ...streamChunkFaults,
];
