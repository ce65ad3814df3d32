import type { Fault } from '../fault.js';
import { bodyFaults } from './bodies.js';
import { labelFaults } from './labels.js';

export const wireFaults: readonly Fault[] = [...bodyFaults, ...labelFaults];
