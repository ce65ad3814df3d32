import type { Problem } from '../../problem/index.js';
import type { YamlPath } from '../yaml/yaml-source.js';
import type { CaseUnderCheck } from './case-under-check.js';
import { type Part, partsOf } from './parts.js';

const sends = ['call', 'request', 'sql'] as const;
const inSteps = [...sends, 'grant', 'revoke'] as const;
const ways = [...sends, 'steps', 'compare'] as const;
const belongsToStep = ['expect', 'observe', 'eventually'] as const;

/** A case does exactly one thing: a call, a request, a statement, steps or a comparison. So does each of its parts. */
export function checkActions(item: CaseUnderCheck): readonly Problem[] {
  const parts = partsOf(item);
  return [
    ...checkWays(item),
    ...checkPlacesOfKeys(item),
    ...parts.filter(({ path }) => path.length > item.path.length).flatMap((part) => checkPart(item, part)),
    ...parts.flatMap((part) => checkContents(item, part)),
    ...checkNames(item, parts),
  ];
}

function checkWays({ source, template, path }: CaseUnderCheck): Problem[] {
  const used = ways.filter((way) => template[way] !== undefined);
  const [, second] = used;
  if (second !== undefined) {
    const message = `the case ${template.id} has ${used.join(' and ')}`;
    const place = source.place([...path, second], 'key');
    return [{ code: 'case.several-actions', message, place, fix: 'keep one, or write them as `steps`' }];
  }
  if (used.length > 0) return [];
  const message = `the case ${template.id} does nothing`;
  const fix = `add one of: ${ways.join(', ')}`;
  return [{ code: 'case.no-action', message, place: source.place([...path, 'id']), fix }];
}

function checkPlacesOfKeys({ source, template, path }: CaseUnderCheck): Problem[] {
  const inCase = (key: string, fix: string) =>
    misplaced(source, [...path, key], `\`${key}\` does not belong here`, fix);
  if (template.steps !== undefined) {
    const keys = belongsToStep.filter((key) => template[key] !== undefined);
    return keys.map((key) => inCase(key, 'move it into one of the steps'));
  }
  if (template.compare !== undefined && template.eventually !== undefined)
    return [inCase('eventually', 'a comparison is made once; use `steps` for what takes time')];
  return [];
}

function checkPart({ source, template: { id } }: CaseUnderCheck, { template, path, kind }: Part): Problem[] {
  const name = kind === 'side' ? 'side' : 'step';
  const [first, second] = inSteps.filter((key) => template[key] !== undefined);
  if (first !== undefined && second !== undefined) {
    const place = source.place([...path, second], 'key');
    const message = `this ${name} has ${first} and ${second}`;
    return [{ code: 'case.several-actions', message, place, fix: 'write two steps' }];
  }
  if (first !== undefined) return [];
  const message = `this ${name} of ${id} sends nothing`;
  return [
    { code: 'case.no-action', message, place: source.place(path, 'key'), fix: 'add `call:`, `request:` or `sql:`' },
  ];
}

/** What a call or a request says twice, of which one would be passed over. */
function checkContents(
  { source, template: { each } }: CaseUnderCheck,
  { template: { call, request }, path }: Part,
): Problem[] {
  const problems: Problem[] = [];
  const asked = (['prompt', 'messages', 'inputs'] as const).filter((key) => call?.[key] !== undefined);
  const [kept, second] = asked;
  if (kept !== undefined && second !== undefined) {
    const message = `a call has \`${kept}\` or \`${second}\`, not both`;
    problems.push(misplaced(source, [...path, 'call', second], message, fixOfSecond(second)));
  }
  for (const [index, message] of (call?.messages ?? []).entries()) {
    if (message.role !== 'assistant' || message.returned === undefined) continue;
    if (message.text === undefined && message.calls === undefined) continue;
    const at = [...path, 'call', 'messages', index, 'returned'];
    problems.push(misplaced(source, at, 'what was returned stands for the whole message', 'write it alone'));
  }
  if (call?.['abort-after'] !== undefined && call.stream !== true && each?.['stream'] === undefined) {
    const at = [...path, 'call', 'abort-after'];
    problems.push(misplaced(source, at, 'only a stream can be left', 'ask for one with `stream: true`'));
  }
  if (request?.json !== undefined && request.text !== undefined) {
    const at = [...path, 'request', 'text'];
    problems.push(misplaced(source, at, 'a request has `json` or `text`, not both', 'keep one of the two'));
  }
  return problems;
}

function fixOfSecond(second: 'prompt' | 'messages' | 'inputs'): string {
  return second === 'messages' ? 'write the prompt as the last message' : 'write the prompt as one of the inputs';
}

/** Findings and exchanges tell steps apart by their names. */
function checkNames({ source }: CaseUnderCheck, parts: readonly Part[]): Problem[] {
  const names = parts.map(({ template }) => template.name);
  return parts.flatMap(({ template: { name }, path }, index): Problem[] => {
    if (name === undefined || names.indexOf(name) === index) return [];
    const place = source.place([...path, 'name']);
    const message = `the step ${name} already stands above`;
    return [{ code: 'case.duplicate-id', message, place, fix: 'give one of the two another name' }];
  });
}

function misplaced(source: CaseUnderCheck['source'], path: YamlPath, message: string, fix: string): Problem {
  return { code: 'case.misplaced-key', message, place: source.place(path, 'key'), fix };
}
