import { aiQueryFaults } from './ai-query.js';
import { authenticationFaults } from './authentication.js';
import { chatFaults } from './chat/index.js';
import { codingAgentFaults } from './coding-agents.js';
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
import { permissionFaults } from './permissions.js';
import { policyFaults } from './policies.js';
import { responsesFaults } from './responses/index.js';
import { routingFaults } from './routing.js';
import { surfaceFaults } from './surfaces/index.js';

export type { AccountState, Fault, NeutralVariant } from './fault.js';
export { nowAndThen } from './making/now-and-then.js';
export { neutralVariants } from './neutral/index.js';

/** Every fault that a suite has to catch. */
export const faults: readonly Fault[] = [
  ...aiQueryFaults,
  ...authenticationFaults,
  ...chatFaults,
  ...codingAgentFaults,
  ...embeddingsFaults,
  ...errorFaults,
  ...geminiFaults,
  ...grantFaults,
  ...headerFaults,
  ...limitFaults,
  ...managementFaults,
  ...messagesFaults,
  ...namingFaults,
  ...permissionFaults,
  ...policyFaults,
  ...responsesFaults,
  ...routingFaults,
  ...surfaceFaults,
];
