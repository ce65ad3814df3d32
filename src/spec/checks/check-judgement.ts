import type { Problem } from '../../problem/index.js';
import type { CaseUnderCheck } from './check-case.js';
import { partsOf } from './parts.js';

/**
 * A case asserts something, in the way of its level: what is merely observed is recorded (`observe`) and never
 * fails a run; what a source promises is expected (`expect`).
 */
export function checkJudgement(item: CaseUnderCheck): readonly Problem[] {
  const { source, template, path, vocabulary } = item;
  const id = [template.verifies].flat()[0] as string;
  const level = vocabulary.catalogue.requirements.get(id)?.level;
  const judged = partsOf(item).filter((part) => part.kind === 'step');
  const expects =
    template.compare === undefined
      ? judged.some((part) => part.template.expect !== undefined)
      : template.expect !== undefined;
  const observes = template.observe !== undefined || judged.some((part) => part.template.observe !== undefined);
  const place = source.place([...path, 'id']);
  const problems: Problem[] = [];
  if (!expects && !observes) {
    problems.push({
      code: 'case.asserts-nothing',
      message: `the case ${template.id} asserts nothing`,
      place,
      fix: 'add `expect:` or `observe:`',
    });
  } else if (level === 'OBSERVE' && !observes) {
    const fix = 'write `observe:` with the aspects to record';
    problems.push({
      code: 'case.wrong-judgement',
      message: `${id} is only observed, so ${template.id} cannot expect anything of it`,
      place,
      fix,
    });
  } else if (level !== undefined && level !== 'OBSERVE' && (!expects || observes)) {
    const fix =
      observes && expects ? 'move `observe:` to a case that verifies an OBSERVE requirement' : 'write `expect:`';
    problems.push({
      code: 'case.wrong-judgement',
      message: `${id} is a ${level}: ${template.id} has to expect something, not observe it`,
      place,
      fix,
    });
  }
  return [
    ...problems,
    ...checkComparison(item),
    ...judged.flatMap((part) => checkPart(item, part.template, part.path)),
  ];
}

function checkPart(
  { source }: CaseUnderCheck,
  part: { expect?: unknown; observe?: unknown; eventually?: unknown },
  path: readonly (string | number)[],
): Problem[] {
  if (part.expect !== undefined && part.observe !== undefined) {
    return [
      {
        code: 'case.misplaced-key',
        message: 'one answer is either expected or observed',
        place: source.place([...path, 'observe'], 'key'),
        fix: 'write two steps',
      },
    ];
  }
  if (part.eventually !== undefined && part.expect === undefined) {
    return [
      {
        code: 'case.misplaced-key',
        message: '`eventually` waits for an expectation, and there is none',
        place: source.place([...path, 'eventually'], 'key'),
        fix: 'add `expect:`',
      },
    ];
  }
  return [];
}

/** `equivalent` belongs to comparisons, and a comparison has nothing else. */
function checkComparison({ source, template, path }: CaseUnderCheck): Problem[] {
  if (template.expect === undefined || typeof template.expect === 'string') {
    if (template.compare === undefined || template.expect === undefined) return [];
    const fix = `write \`expect: { all: ${template.expect}, equivalent: [status] }\``;
    return [
      {
        code: 'case.misplaced-key',
        message: 'a comparison says what must be equivalent',
        place: source.place([...path, 'expect']),
        fix,
      },
    ];
  }
  const comparing = 'equivalent' in template.expect || 'all' in template.expect;
  if (comparing === (template.compare !== undefined)) return [];
  const place = source.place([...path, 'expect'], 'key');
  if (comparing)
    return [
      {
        code: 'case.misplaced-key',
        message: '`equivalent` needs something to compare',
        place,
        fix: 'write the ways under `compare:`',
      },
    ];
  return [
    {
      code: 'case.misplaced-key',
      message: 'a comparison says what must be equivalent',
      place,
      fix: 'write `expect: { all: …, equivalent: […] }`',
    },
  ];
}
