export { type Credentials, openCredentials } from './credentials.js';
export { issuedTokens } from './issued-tokens.js';
