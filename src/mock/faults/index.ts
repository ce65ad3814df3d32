import { aiQueryFaults } from './ai-query.js';
import { authenticationFaults } from './authentication.js';
import { chatFaults } from './chat/index.js';
import { codingAgentFaults } from './coding-agents.js';
import { concurrencyFaults } from './concurrency/index.js';
import { credentialFaults } from './credentials.js';
import { denialFaults } from './denials.js';
import { destinationFaults } from './destinations.js';
import { embeddingsFaults } from './embeddings/index.js';
import { errorFaults } from './errors/index.js';
import type { Fault } from './fault.js';
import { geminiFaults } from './gemini/index.js';
import { grantEffectFaults } from './grant-effects.js';
import { grantFaults } from './grants.js';
import { headerFaults } from './headers.js';
import { ledgerFaults } from './ledger.js';
import { limitFaults } from './limits.js';
import { managementFaults } from './management.js';
import { messagesFaults } from './messages/index.js';
import { namingFaults } from './naming.js';
import { nowAndThenFaults } from './now-and-then.js';
import { oauthFaults } from './oauth.js';
import { permissionFaults } from './permissions.js';
import { policyFaults } from './policies.js';
import { privilegeFaults } from './privileges.js';
import { responsesFaults } from './responses/index.js';
import { routingFaults } from './routing.js';
import { spellingFaults } from './spellings.js';
import { statementFaults } from './statements.js';
import { streamingFaults } from './streaming/index.js';
import { surfaceFaults } from './surfaces/index.js';
import { wireFaults } from './wire/index.js';
import { workspaceFaults } from './workspaces.js';

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
  ...credentialFaults,
  ...denialFaults,
  ...destinationFaults,
  ...embeddingsFaults,
  ...errorFaults,
  ...geminiFaults,
  ...grantEffectFaults,
  ...grantFaults,
  ...headerFaults,
  ...ledgerFaults,
  ...limitFaults,
  ...managementFaults,
  ...messagesFaults,
  ...namingFaults,
  ...nowAndThenFaults,
  ...oauthFaults,
  ...permissionFaults,
  ...policyFaults,
  ...privilegeFaults,
  ...responsesFaults,
  ...routingFaults,
  ...spellingFaults,
  ...statementFaults,
  ...streamingFaults,
  ...surfaceFaults,
  ...wireFaults,
  ...workspaceFaults,
];
