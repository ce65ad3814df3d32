export {
  errorClassOf,
  follow,
  isUnfinished,
  notSubmitted,
  type StatementColumn,
  type StatementError,
  type StatementProgress,
} from './progress.js';
export {
  askForChunk,
  askForStatement,
  cancelStatement,
  type ParameterValue,
  type Statement,
  type StatementRequest,
  submitStatement,
} from './request.js';
export { type StatementRule, type StatementRuleName, statementRuleNames, statementRules } from './rules.js';
