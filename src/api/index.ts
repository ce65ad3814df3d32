export type { Answer, FinishReason, ToolCall } from './answer.js';
export type {
  Api,
  ApiName,
  Call,
  CallMessage,
  Contract,
  EncodedCall,
  InapplicableRule,
  Rule,
} from './api.js';
export { apiNames } from './api.js';
export { type GatewayError, type NamedPrivilege, namesPrivilege, readError } from './error/index.js';
export { type PolicyDenial, policyDenial } from './policy-denial.js';
export { type RuleName, ruleNames } from './rules/names.js';
export type { StreamReading, StreamRule, StreamViolation } from './stream/index.js';
export type { Violation } from './violation.js';
