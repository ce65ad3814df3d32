import type { Problem } from '../../problem/index.js';
import type { CaseUnderCheck } from './check-case.js';
import { partsOf } from './parts.js';

const ways = ['call', 'request', 'steps', 'compare'] as const;
const belongsToStep = ['expect', 'observe', 'eventually'] as const;

/** A case does exactly one thing: a call, a request, steps or a comparison. So does each of its parts. */
export function checkActions(item: CaseUnderCheck): readonly Problem[] {
  const { source, template, path } = item;
  const used = ways.filter((way) => template[way] !== undefined);
  const problems: Problem[] = [];
  if (used.length === 0) {
    problems.push({
      code: 'case.no-action',
      message: `the case ${template.id} does nothing`,
      place: source.place([...path, 'id']),
      fix: `add one of: ${ways.join(', ')}`,
    });
  }
  if (used.length > 1) {
    problems.push({
      code: 'case.several-actions',
      message: `the case ${template.id} has ${used.join(' and ')}`,
      place: source.place([...path, used[1] as string], 'key'),
      fix: 'keep one, or write them as `steps`',
    });
  }
  if (template.steps !== undefined) {
    for (const key of belongsToStep.filter((name) => template[name] !== undefined))
      problems.push(misplaced(item, key, 'move it into one of the steps'));
  }
  if (template.compare !== undefined && template.eventually !== undefined) {
    problems.push(misplaced(item, 'eventually', 'a comparison is made once; use `steps` for what takes time'));
  }
  for (const part of partsOf(item)) {
    if (part.path.length === path.length) continue;
    const { call, request } = part.template;
    if (call !== undefined && request !== undefined) {
      problems.push({
        code: 'case.several-actions',
        message: `this ${part.kind === 'side' ? 'side' : 'step'} has call and request`,
        place: source.place([...part.path, 'request'], 'key'),
        fix: 'write two steps',
      });
    }
    if (call === undefined && request === undefined) {
      problems.push({
        code: 'case.no-action',
        message: `this ${part.kind === 'side' ? 'side' : 'step'} of ${template.id} sends nothing`,
        place: source.place(part.path, 'key'),
        fix: 'add `call:` or `request:`',
      });
    }
  }
  return [...problems, ...partsOf(item).flatMap(({ template: part, path: at }) => twoPrompts(item, part.call, at))];
}

function twoPrompts(
  { source }: CaseUnderCheck,
  call: { prompt?: string; messages?: unknown } | undefined,
  path: readonly (string | number)[],
): Problem[] {
  if (call?.prompt === undefined || call.messages === undefined) return [];
  return [
    {
      code: 'case.misplaced-key',
      message: 'a call has `prompt` or `messages`, not both',
      place: source.place([...path, 'call', 'messages'], 'key'),
      fix: 'write the prompt as the last message',
    },
  ];
}

function misplaced({ source, path }: CaseUnderCheck, key: string, fix: string): Problem {
  return {
    code: 'case.misplaced-key',
    message: `\`${key}\` does not belong here`,
    place: source.place([...path, key], 'key'),
    fix,
  };
}
