import type { Problem } from '../../problem/index.js';
import { requirementsIn } from '../verifies.js';
import type { CaseUnderCheck } from './case-under-check.js';
import { checkComparison } from './check-comparison.js';
import { type Part, partsOf } from './parts.js';

/**
 * A case asserts something, in the way of its level: what is merely observed is recorded (`observe`) and never
 * fails a run; what a source promises is expected (`expect`).
 */
export function checkJudgement(item: CaseUnderCheck): readonly Problem[] {
  return [...checkLevel(item), ...checkComparison(item), ...partsOf(item).flatMap((part) => checkPart(item, part))];
}

function checkLevel(item: CaseUnderCheck): Problem[] {
  const { source, template, path, vocabulary } = item;
  const [{ id } = { id: '' }] = requirementsIn(template.verifies);
  const level = vocabulary.catalogue.requirements.get(id)?.level;
  const { expects, observes } = judgementOf(item);
  const problem = (code: Problem['code'], message: string, fix: string): Problem[] => [
    { code, message, place: source.place([...path, 'id']), fix },
  ];
  if (!expects && !observes)
    return problem('case.asserts-nothing', `the case ${template.id} asserts nothing`, 'add `expect:` or `observe:`');
  if (level === undefined) return [];
  if (level === 'OBSERVE') {
    if (observes) return [];
    const message = `${id} is only observed, so ${template.id} cannot expect anything of it`;
    return problem('case.wrong-judgement', message, 'write `observe:` with the aspects to record');
  }
  if (expects && !observes) return [];
  const message = `${id} is a ${level}: ${template.id} has to expect something, not observe it`;
  const fix = expects ? 'move `observe:` to a case that verifies an OBSERVE requirement' : 'write `expect:`';
  return problem('case.wrong-judgement', message, fix);
}

/** What the clean-up expects is no judgement on the requirement. */
function judgementOf(item: CaseUnderCheck): { readonly expects: boolean; readonly observes: boolean } {
  const { template } = item;
  const steps = partsOf(item).filter(({ kind }) => kind === 'step');
  return {
    expects:
      template.compare === undefined
        ? steps.some((step) => step.template.expect !== undefined)
        : template.expect !== undefined,
    observes: template.observe !== undefined || steps.some((step) => step.template.observe !== undefined),
  };
}

function checkPart({ source }: CaseUnderCheck, { template, path, kind }: Part): Problem[] {
  const { expect, observe, eventually } = template;
  const misplaced = (key: string, message: string, fix: string): Problem[] => [
    { code: 'case.misplaced-key', message, place: source.place([...path, key], 'key'), fix },
  ];
  if (kind === 'finally' && observe !== undefined)
    return misplaced('observe', 'clean-up is not observed', 'observe in one of the steps');
  if (expect !== undefined && observe !== undefined)
    return misplaced('observe', 'one answer is either expected or observed', 'write two steps');
  if (eventually !== undefined && expect === undefined)
    return misplaced('eventually', '`eventually` waits for an expectation, and there is none', 'add `expect:`');
  if (eventually !== undefined && eventually.within === undefined && eventually.times === undefined)
    return misplaced('eventually', '`eventually` does not say when to give up', 'add `within:` or `times:`');
  return [];
}
