import type { Fault } from '../fault.js';
import { crossedFaults } from './crossed.js';
import { repeatedIdFaults } from './repeated-ids.js';
import { sharedStateFaults } from './shared-state.js';

export const concurrencyFaults: readonly Fault[] = [...crossedFaults, ...repeatedIdFaults, ...sharedStateFaults];
