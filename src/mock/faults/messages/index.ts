import type { Fault } from '../fault.js';
import { answerFaults } from './answers.js';
import { finishFaults } from './finish.js';
import { headerAndModelFaults } from './headers-and-models.js';
import { imageAndSchemaFaults } from './images-and-schemas.js';
import { parameterFaults } from './parameters.js';
import { promptFaults } from './prompts.js';
import { refusalFaults } from './refusals.js';
import { streamBlockFaults } from './stream-blocks.js';
import { streamEndFaults } from './stream-ends.js';
import { streamEventFaults } from './stream-events.js';
import { thinkingFaults } from './thinking.js';
import { toolCallFaults } from './tool-calls.js';
import { toolRequestFaults } from './tool-requests.js';
import { usageFaults } from './usage.js';

export const messagesFaults: readonly Fault[] = [
  ...answerFaults,
  ...finishFaults,
  ...usageFaults,
  ...promptFaults,
  ...parameterFaults,
  ...refusalFaults,
  ...toolCallFaults,
  ...toolRequestFaults,
  ...thinkingFaults,
  ...imageAndSchemaFaults,
  ...headerAndModelFaults,
  ...streamEventFaults,
  ...streamBlockFaults,
  ...streamEndFaults,
];
