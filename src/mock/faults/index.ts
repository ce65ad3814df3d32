import { aiQueryFaults } from './ai-query.js';
import { authenticationFaults } from './authentication.js';
import { chatFaults } from './chat/index.js';
import { codingAgentFaults } from './coding-agents.js';
import { concurrencyFaults } from './concurrency/index.js';
import { embeddingsFaults } from './embeddings/index.js';
import { errorFaults } from './errors/index.js';
import type { Fault } from './fault.js';
import { geminiFaults } from './gemini/index.js';
import { grantFaults } from './grants.js';
import { headerFaults } from './headers.js';
import { limitFaults } from './limits.js';
import { managementFaults } from './management.js';
import { messagesFaults } from './messages/index.js';
import { namingFaults } from './naming.js';
import { nowAndThenFaults } from './now-and-then.js';
import { permissionFaults } from './permissions.js';
import { policyFaults } from './policies.js';
import { responsesFaults } from './responses/index.js';
import { routingFaults } from './routing.js';
import { streamingFaults } from './streaming/index.js';
import { surfaceFaults } from './surfaces/index.js';
import { wireFaults } from './wire/index.js';

export type { AccountState, Fault, NeutralVariant } from './fault.js';
export { nowAndThen } from './making/now-and-then.js';
export { neutralVariants } from './neutral/index.js';

/** Every fault that a suite has to catch. */
export const faults: readonly Fault[] = [
  ...aiQueryFaults,
  ...authenticationFaults,
  ...chatFaults,
  ...codingAgentFaults,
  ...concurrencyFaults,
  ...embeddingsFaults,
  ...errorFaults,
  ...geminiFaults,
  ...grantFaults,
  ...headerFaults,
  ...limitFaults,
  ...managementFaults,
  ...messagesFaults,
  ...namingFaults,
  ...nowAndThenFaults,
  ...permissionFaults,
  ...policyFaults,
  ...responsesFaults,
  ...routingFaults,
  ...streamingFaults,
  ...surfaceFaults,
  ...wireFaults,
];
