import type { Fault } from '../fault.js';
import { cutStreamFaults } from './cut.js';
import { errorMidwayFaults } from './errors-midway.js';
import { streamFramingFaults } from './framing.js';
import { streamHeaderFaults } from './headers.js';
import { leavingFaults } from './leaving.js';
import { paceFaults } from './pace.js';
import { refusedStreamFaults } from './refusals.js';
import { sameAnswerFaults } from './same-answer.js';
import { unicodeFaults } from './unicode.js';

export const streamingFaults: readonly Fault[] = [
  ...errorMidwayFaults,
  ...cutStreamFaults,
  ...streamFramingFaults,
  ...streamHeaderFaults,
  ...leavingFaults,
  ...paceFaults,
  ...refusedStreamFaults,
  ...sameAnswerFaults,
  ...unicodeFaults,
];
