import { type Api, type StatementProgress, type StatementRule, statementRules } from '../../api/index.js';
import type { Checks } from '../../spec/index.js';
import { type Received, sentJson } from '../answered.js';
import { whyNotJson } from '../body/read-body.js';
import { type Finding, fails, holds } from '../finding.js';
import { violationFindings } from './contract.js';

export function checkRules(names: NonNullable<Checks['rules']>, answer: Received): readonly Finding[] {
  const {
    api,
    exchange,
    response: { body },
  } = answer;
  return names.flatMap((name) => {
    const check = `rules.${name}`;
    if (answer.statement !== undefined) return statementFindings(check, name, answer.statement);
    if (api === undefined) return [fails(check, 'The request is on no path of an API that has rules.')];
    const rule = api.api.rules.find((other) => other.name === name);
    if (rule === undefined) return [fails(check, whyNoRule(api.api, name))];
    if (body.kind !== 'json') return [fails(check, `The body ${whyNotJson(body)}.`, { where: '' })];
    const violations = rule.check(body.value, sentJson(exchange.request.body));
    return violations.length === 0 ? [holds(check, rule.statement)] : violationFindings(check, violations);
  });
}

function statementFindings(check: string, name: string, statement: StatementProgress): readonly Finding[] {
  const rules: Readonly<Record<string, StatementRule>> = statementRules;
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  if (rule === undefined) return [fails(check, `Statements have no rule ${name}.`)];
  if (statement.broken !== undefined) return [fails(check, `The statement cannot be followed: ${statement.broken}.`)];
  const violations = rule.check(statement);
  return violations.length === 0 ? [holds(check, rule.statement)] : violationFindings(check, violations);
}

/** Asking an API for a rule that it doesn't have is a mistake in the spec, and must not read as a rule that holds. */
function whyNoRule({ name: api, inapplicableRules }: Api, name: string): string {
  const inapplicable = inapplicableRules.find((other) => other.name === name);
  return `The API ${api} has no rule ${name}${inapplicable === undefined ? '' : `: ${inapplicable.reason}`}`.replace(
    /\.?$/,
    '.',
  );
}
