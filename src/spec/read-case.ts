import type { Json } from '../json/index.js';
import { joinAlternative } from './alternative.js';
import { parseDuration } from './duration.js';
import type { GrantKind } from './grants.js';
import { grantsLane, readGrants } from './read-grants.js';
import type { Level } from './requirement.js';
import type { CaseTemplate, StepTemplate } from './schema/case-schema.js';
import type { Checks, CompareExpect, ExpectTemplate } from './schema/expect-schema.js';
import { type OutcomeName, outcomeNames } from './schema/outcome-schemas.js';
import type { SpecTemplate } from './schema/spec-schema.js';
import type { Case, CaseBody, Dimension, Eventually, Expectation, Sending, Step } from './spec.js';
import { requirementsByApi, requirementsIn } from './verifies.js';
import type { Vocabulary } from './vocabulary.js';
import type { YamlPath, YamlSource } from './yaml/yaml-source.js';

const defaultInterval = 2000;

/** A checked case in the form in which it is planned: every shorthand written out. */
export function readCase(
  source: YamlSource,
  spec: SpecTemplate,
  template: CaseTemplate,
  path: YamlPath,
  { catalogue, apiGroups }: Vocabulary,
): Case {
  const verifies = [...new Set(requirementsIn(template.verifies).map(({ id }) => id))];
  const verifiesOnApi = requirementsByApi(template.verifies);
  const serial = grantsLane(template) ?? template.serial;
  return {
    id: template.id,
    title: template.title ?? spec.title,
    file: source.file,
    place: source.place([...path, 'id']),
    lines: source.lines(path),
    verifies,
    ...(verifiesOnApi === undefined ? {} : { verifiesOnApi }),
    level: catalogue.requirements.get(verifies[0] ?? '')?.level as Level,
    tags: [...(spec.tags ?? []), ...(template.tags ?? [])],
    dimensions: Object.entries(template.each ?? {}).map(([name, values]) => readDimension(name, values, apiGroups)),
    needs: [spec.needs, template.needs].filter((needs) => needs !== undefined),
    ...(serial === undefined ? {} : { serial }),
    body: readBody(source, template, path),
    finally: (template.finally ?? []).map((step, index) =>
      readStep(source, step, [...path, 'finally', index], `finally ${index + 1}`),
    ),
  };
}

function readDimension(
  name: string,
  written: NonNullable<CaseTemplate['each']>[string],
  groups: Vocabulary['apiGroups'],
): Dimension {
  if (name === 'grant') return { name, values: [], cells: written as GrantKind };
  const values = typeof written === 'string' ? (groups[written] ?? []) : written;
  const entries: readonly (readonly [string, unknown])[] = Array.isArray(values)
    ? values.map((value: Json) => [String(value), value])
    : Object.entries(values);
  return { name, values: entries.map(([label, value]) => ({ label, value: value as Json })) };
}

function readBody(source: YamlSource, template: CaseTemplate, path: YamlPath): CaseBody {
  if (template.steps !== undefined) {
    return {
      kind: 'steps',
      steps: template.steps.map((step, index) =>
        readStep(source, step, [...path, 'steps', index], `step ${index + 1}`),
      ),
    };
  }
  if (template.compare !== undefined) {
    const sides = Object.entries(template.compare).map(([name, side]) => ({
      name,
      action: readAction(source, side, [...path, 'compare', name]),
    }));
    if (template.observe !== undefined)
      return { kind: 'compare', sides, judgement: { kind: 'observe', aspects: template.observe } };
    const expected = template.expect as CompareExpect;
    return {
      kind: 'compare',
      sides,
      judgement: {
        kind: 'expect',
        all: readChecks(source, expected.all, [...path, 'expect', 'all']),
        equivalent: expected.equivalent,
        line: source.place([...path, 'expect', 'equivalent'], 'key').line,
      },
    };
  }
  return { kind: 'steps', steps: [readStep(source, template as StepTemplate, path, 'request')] };
}

function readStep(source: YamlSource, template: StepTemplate, path: YamlPath, label: string): Step {
  return {
    label: template.name ?? label,
    action: readGrants(source, template, path) ?? readAction(source, template, path),
    ...(template['at-once'] === undefined ? {} : { atOnce: template['at-once'] }),
    expectations: template.expect === undefined ? [] : readExpectations(source, template.expect, [...path, 'expect']),
    observe: template.observe ?? [],
    captures: template.capture ?? {},
    ...(template.eventually === undefined ? {} : { eventually: readEventually(template.eventually) }),
  };
}

function readAction(
  source: YamlSource,
  template: Pick<StepTemplate, 'call' | 'request' | 'sql'>,
  path: YamlPath,
): Sending {
  if (template.request !== undefined)
    return { kind: 'request', request: template.request, line: source.place([...path, 'request'], 'key').line };
  if (template.sql !== undefined)
    return { kind: 'sql', sql: template.sql, line: source.place([...path, 'sql'], 'key').line };
  return { kind: 'call', call: template.call ?? {}, line: source.place([...path, 'call'], 'key').line };
}

/** `any` alternatives each take over the checks that stand beside them; members of headers and bodies add up. */
function readExpectations(source: YamlSource, template: ExpectTemplate, path: YamlPath): readonly Expectation[] {
  if (typeof template === 'string' || template.any === undefined) return [readChecks(source, template, path)];
  const { any, ...common } = template;
  const shared = readChecks(source, common, path);
  return any.map((alternative, index) => {
    const read = readChecks(source, alternative, [...path, 'any', index]);
    return expectation(joinAlternative(shared.checks, read.checks), { ...shared.lines, ...read.lines });
  });
}

function readChecks(source: YamlSource, template: OutcomeName | Checks, path: YamlPath): Expectation {
  if (typeof template === 'string') return expectation({ [template]: {} }, { [template]: source.place(path).line });
  const lines = Object.fromEntries(Object.keys(template).map((key) => [key, source.place([...path, key], 'key').line]));
  return expectation(template, lines);
}

function expectation(checks: Checks, lines: Expectation['lines']): Expectation {
  return { checks, lines, outcomes: outcomeNames.filter((name) => name in checks) };
}

function readEventually({ within, times, every }: NonNullable<StepTemplate['eventually']>): Eventually {
  return {
    ...(within === undefined ? {} : { withinMs: parseDuration(within) ?? 0 }),
    ...(times === undefined ? {} : { times }),
    everyMs: parseDuration(every ?? '') ?? (within === undefined ? 0 : defaultInterval),
  };
}
