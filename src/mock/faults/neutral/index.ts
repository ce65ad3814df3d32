import type { NeutralVariant } from '../fault.js';
import { framingVariants } from './framing.js';

export const neutralVariants: readonly NeutralVariant[] = [...framingVariants];
