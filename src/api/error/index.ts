export type { GatewayError } from './gateway-error.js';
export { type NamedPrivilege, namesPrivilege } from './privilege.js';
export { readError } from './read-error.js';
