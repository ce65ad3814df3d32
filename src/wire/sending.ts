/** What needs undici: for who sends. */
export { createWireClient } from './create-client.js';
export { sendWithRetry } from './retry.js';
