import { chatAnswerFaults } from './chat-answers.js';
import type { Fault } from './fault.js';
import { namingFaults } from './naming.js';

export type { AccountState, Fault, NeutralVariant } from './fault.js';
export { nowAndThen } from './making/now-and-then.js';
export { neutralVariants } from './neutral/index.js';

/** Every fault that a suite has to catch. */
export const faults: readonly Fault[] = [...namingFaults, ...chatAnswerFaults];
