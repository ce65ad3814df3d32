import type { Fault } from '../fault.js';
import { answerFaults } from './answers.js';
import { numberFaults } from './numbers.js';
import { requestFaults } from './requests.js';

export const embeddingsFaults: readonly Fault[] = [...answerFaults, ...numberFaults, ...requestFaults];
