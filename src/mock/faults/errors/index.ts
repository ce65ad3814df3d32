import type { Fault } from '../fault.js';
import { errorEnvelopeFaults } from './envelopes.js';
import { errorFieldFaults } from './fields.js';
import { errorStatusFaults } from './statuses.js';

export const errorFaults: readonly Fault[] = [...errorEnvelopeFaults, ...errorStatusFaults, ...errorFieldFaults];
