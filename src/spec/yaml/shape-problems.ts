import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Problem } from '../../problem/index.js';
import { didYouMean } from '../did-you-mean.js';
import { keepBestBranches } from './best-branch.js';
import type { YamlPath, YamlSource } from './yaml-source.js';

/** Ajv's errors in words, each at its place in the file. */
export function shapeProblems(source: YamlSource, base: YamlPath, errors: readonly ErrorObject[]): readonly Problem[] {
  const best = keepBestBranches(errors);
  const problems = best.filter((error) => !isMisspelt(error, best)).map((error) => problemOf(source, base, error));
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = `${problem.place?.line}:${problem.place?.column}:${problem.message}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** A missing key that stands there misspelt is told once, where it stands. */
function isMisspelt(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  return (
    error.keyword === 'required' &&
    errors.some(
      ({ keyword, instancePath, params }) =>
        keyword === 'additionalProperties' &&
        instancePath === error.instancePath &&
        didYouMean(
          String(params['additionalProperty']),
          Object.keys((error.parentSchema?.['properties'] as object | undefined) ?? {}),
        ) === error.params['missingProperty'],
    )
  );
}

function problemOf(source: YamlSource, base: YamlPath, error: ErrorObject): Problem {
  const path = [...base, ...pathOf(error.instancePath)];
  const what = titleOf(error);
  switch (error.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const key = String(error.params['additionalProperty'] ?? error.params['unevaluatedProperty']);
      const known = Object.keys((error.parentSchema?.['properties'] as object | undefined) ?? {});
      const meant = didYouMean(key, known);
      return {
        code: 'schema.unknown-key',
        message: `\`${key}\` is not a key of ${what}`,
        place: source.place([...path, key], 'key'),
        fix: meant === undefined ? `write one of: ${known.join(', ')}` : `did you mean \`${meant}\`?`,
      };
    }
    case 'required':
      return {
        code: 'schema.missing-key',
        message: `${what} has no \`${error.params['missingProperty']}\``,
        place: source.place(path, 'key'),
        fix: `add \`${error.params['missingProperty']}:\`${describe(error, String(error.params['missingProperty']))}`,
      };
    case 'type':
      return wrong(
        source,
        path,
        'schema.wrong-type',
        `expected ${kinds(error.params['type'])}, found ${kindOf(error.data)}`,
        error,
      );
    case 'anyOf':
      return wrong(source, path, 'schema.wrong-value', `${shown(error.data)} is not ${choices(error)}`, error);
    case 'const':
    case 'enum': {
      const values =
        error.keyword === 'const' ? [error.params['allowedValue']] : (error.params['allowedValues'] as unknown[]);
      return wrong(
        source,
        path,
        'schema.wrong-value',
        `${shown(error.data)} is not one of: ${values.join(', ')}`,
        error,
        values.map(String),
      );
    }
    case 'propertyNames':
      return wrong(
        source,
        [...path, String(error.params['propertyName'])],
        'schema.wrong-value',
        `\`${error.params['propertyName']}\` is not a name that can stand here`,
        error,
      );
    case 'pattern':
      return wrong(
        source,
        path,
        'schema.wrong-value',
        `${shown(error.data)} is not written in the expected form`,
        error,
      );
    default:
      return wrong(
        source,
        path,
        'schema.wrong-value',
        `${shown(error.data)} ${error.message ?? 'does not fit'}`,
        error,
      );
  }
}

function wrong(
  source: YamlSource,
  path: YamlPath,
  code: Problem['code'],
  message: string,
  error: ErrorObject,
  candidates: string[] = [],
): Problem {
  const meant =
    typeof error.data === 'string'
      ? didYouMean(error.data, candidates.length > 0 ? candidates : constants(error))
      : undefined;
  const described = error.parentSchema?.['description'];
  const fix =
    meant !== undefined ? `did you mean \`${meant}\`?` : typeof described === 'string' ? described : undefined;
  return { code, message, place: source.place(path), ...(fix === undefined ? {} : { fix }) };
}

function pathOf(pointer: string): YamlPath {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function titleOf(error: ErrorObject): string {
  const title = error.parentSchema?.['title'];
  return typeof title === 'string' ? title : 'this mapping';
}

function describe(error: ErrorObject, key: string): string {
  const properties = error.parentSchema?.['properties'] as Record<string, { description?: string }> | undefined;
  const description = properties?.[key]?.description;
  return description === undefined ? '' : ` ${lowerFirst(description)}`;
}

function lowerFirst(text: string): string {
  return `(${text.charAt(0).toLowerCase()}${text.slice(1).replace(/\.$/, '')})`;
}

function kinds(types: unknown): string {
  return [types].flat().map(kindName).join(' or ');
}

function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : shown(value);
}

function kindName(type: unknown): string {
  const names: Record<string, string> = {
    object: 'a mapping',
    array: 'a list',
    string: 'text',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
    null: 'nothing',
  };
  return names[String(type)] ?? String(type);
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return `\`${text.length > 60 ? `${text.slice(0, 57)}...` : text}\``;
}

type Branch = {
  const?: unknown;
  title?: string;
  type?: string;
  enum?: unknown[];
  anyOf?: Branch[];
  description?: string;
};

function branches(error: ErrorObject): Branch[] {
  const flatten = (list: Branch[]): Branch[] =>
    list.flatMap((branch) => (branch.anyOf === undefined ? [branch] : flatten(branch.anyOf)));
  return flatten((error.parentSchema?.['anyOf'] as Branch[] | undefined) ?? []);
}

function constants(error: ErrorObject): string[] {
  return branches(error)
    .flatMap((branch) => (branch.const === undefined ? (branch.enum ?? []) : [branch.const]))
    .map(String);
}

function choices(error: ErrorObject): string {
  const literal = constants(error);
  const others = branches(error)
    .filter((branch) => branch.const === undefined && branch.enum === undefined)
    .map((branch) => branch.title ?? kindName(branch.type));
  const parts = [...(literal.length > 0 ? [`one of: ${literal.join(', ')}`] : []), ...new Set(others)];
  return parts.join('; or ');
}
