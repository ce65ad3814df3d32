export type { Answer, FinishReason, ToolCall } from './answer.js';
export type {
  Api,
  ApiName,
  Contract,
  InapplicableRule,
  Operation,
  ResponseContract,
  Rule,
} from './api.js';
export { apiGroups, apiNames } from './api.js';
export type {
  Call,
  CalledTool,
  CallImage,
  CallMessage,
  CallTool,
  CallToolChoice,
  EncodedCall,
  ToolResult,
} from './call.js';
export type { CompiledApi } from './compiled-api.js';
export { contractOfRequest } from './contract-of-request.js';
export { type GatewayError, type NamedPrivilege, namesPrivilege, readError } from './error/index.js';
export { type PolicyDenial, policyDenial } from './policy-denial.js';
export { type RuleName, ruleNames } from './rules/names.js';
export {
  askForChunk,
  askForStatement,
  cancelStatement,
  errorClassOf,
  follow,
  isUnfinished,
  notSubmitted,
  type ParameterValue,
  type Statement,
  type StatementProgress,
  type StatementRequest,
  type StatementRule,
  statementRuleNames,
  statementRules,
  submitStatement,
} from './sql/index.js';
export type { StreamReading, StreamRule, StreamViolation } from './stream/index.js';
export type { Violation } from './violation.js';
