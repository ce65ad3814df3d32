export type {
  Answer,
  Api,
  ApiName,
  Call,
  CallMessage,
  Contract,
  EncodedCall,
  FinishReason,
  InapplicableRule,
  Rule,
  ToolCall,
} from './api.js';
export { apiNames } from './api.js';
export { type GatewayError, type NamedPrivilege, namesPrivilege, readError } from './error/index.js';
export { type PolicyDenial, policyDenial } from './policy-denial.js';
export { type RuleName, ruleNames } from './rules/names.js';
export type { Violation } from './violation.js';
