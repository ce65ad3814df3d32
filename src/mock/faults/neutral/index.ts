import type { NeutralVariant } from '../fault.js';
import { answerVariants } from './answers.js';
import { eventVariants } from './events.js';
import { framingVariants } from './framing.js';
import { headerVariants } from './headers.js';

/** Everything legal and unusual that no case may fail over. */
export const neutralVariants: readonly NeutralVariant[] = [
  ...framingVariants,
  ...eventVariants,
  ...answerVariants,
  ...headerVariants,
];
