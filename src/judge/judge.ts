import type { Checks, Expectation } from '../spec/index.js';
import { type Answered, isReceived, type JudgeContext, whyNotReceived } from './answered.js';
import { type Check, checks } from './checks/index.js';
import { type Finding, fails, holds } from './finding.js';

type CheckName = keyof Checks;

/**
 * What holds of an answer and what doesn't: every check that was asked for gives at least one finding.
 * Several expectations are alternatives, of which one must hold. Without any expectation there is no finding.
 */
export function judge(
  expectations: readonly Expectation[],
  answered: Answered,
  context: JudgeContext,
): readonly Finding[] {
  const [only, ...others] = expectations;
  if (only === undefined) return [];
  return others.length === 0 ? judgeOne(only, answered, context) : judgeAny(expectations, answered, context);
}

function judgeOne(
  { checks: asked, lines }: Expectation,
  answered: Answered,
  context: JudgeContext,
): readonly Finding[] {
  return (Object.keys(asked) as CheckName[]).flatMap((name) => {
    const findings = judgeCheck(name, asked[name], answered, context);
    const line = lines[name];
    return line === undefined ? findings : findings.map((finding) => ({ ...finding, line }));
  });
}

function judgeCheck(name: CheckName, expected: unknown, answered: Answered, context: JudgeContext): readonly Finding[] {
  if (!isReceived(answered)) return [fails(name, whyNotReceived(answered))];
  const check = Object.hasOwn(checks, name) ? (checks[name] as Check<unknown>) : undefined;
  if (check === undefined) return [fails(name, `${name} is no check.`)];
  const findings = check(expected, answered, context);
  return findings.length > 0 ? findings : [fails(name, `${name} asks for nothing.`)];
}

function judgeAny(alternatives: readonly Expectation[], answered: Answered, context: JudgeContext): readonly Finding[] {
  const refuted: Finding[] = [];
  for (const [index, alternative] of alternatives.entries()) {
    const findings = judgeOne(alternative, answered, context);
    const name = `alternative ${index + 1} of ${alternatives.length}, ${Object.keys(alternative.checks).join(' with ')}`;
    if (findings.length > 0 && findings.every((finding) => finding.holds)) {
      return [holds('any', `What holds is ${name}.`), ...findings];
    }
    refuted.push(...findings.map((finding) => ({ ...finding, message: `${capitalised(name)}: ${finding.message}` })));
  }
  return [fails('any', `None of the ${alternatives.length} alternatives holds.`), ...refuted];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
