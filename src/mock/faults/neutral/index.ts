import type { NeutralVariant } from '../fault.js';
import { chatVariants } from './chat.js';
import { chunkingVariants } from './chunking.js';
import { framingVariants } from './framing.js';
import { geminiVariants } from './gemini.js';
import { httpVariants } from './http.js';
import { jsonVariants } from './json.js';
import { messagesVariants } from './messages.js';
import { responsesVariants } from './responses.js';

export const neutralVariants: readonly NeutralVariant[] = [
  ...chatVariants,
  ...chunkingVariants,
  ...framingVariants,
  ...geminiVariants,
  ...httpVariants,
  ...jsonVariants,
  ...messagesVariants,
  ...responsesVariants,
];
