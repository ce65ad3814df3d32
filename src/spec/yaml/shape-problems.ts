import type { ErrorObject } from 'ajv/dist/2020.js';
import { segmentsOf } from '../../json/index.js';
import type { Problem } from '../../problem/index.js';
import { didYouMean, suggestion } from '../did-you-mean.js';
import { keepBestBranches } from './best-branch.js';
import { aboutKey, choices, constants, kindOf, kinds, shown, titleOf } from './shape-words.js';
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
        didYouMean(String(params['additionalProperty']), knownKeys(error)) === error.params['missingProperty'],
    )
  );
}

function problemOf(source: YamlSource, base: YamlPath, error: ErrorObject): Problem {
  const path = [...base, ...segmentsOf(error.instancePath)];
  const wrong = (message: string) => wrongValue(source, path, message, error);
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(source, path, error);
    case 'required': {
      const key = String(error.params['missingProperty']);
      const message = `${titleOf(error)} has no \`${key}\``;
      const fix = `add \`${key}:\`${aboutKey(error, key)}`;
      return { code: 'schema.missing-key', message, place: source.place(path, 'key'), fix };
    }
    case 'type': {
      const message = `expected ${kinds(error.params['type'])}, found ${kindOf(error.data)}`;
      return { ...wrong(message), code: 'schema.wrong-type' };
    }
    case 'anyOf':
      return wrong(`${shown(error.data)} is not ${choices(error)}`);
    case 'const':
    case 'enum':
      return wrong(`${shown(error.data)} is not one of: ${allowedBy(error).join(', ')}`);
    case 'propertyNames': {
      const name = String(error.params['propertyName']);
      return wrongValue(source, [...path, name], `\`${name}\` is not a name that can stand here`, error);
    }
    case 'pattern':
      return wrong(`${shown(error.data)} is not written in the expected form`);
    default:
      return wrong(`${shown(error.data)} ${error.message ?? 'does not fit'}`);
  }
}

/** Where any key of a certain form is allowed. */
function formOfKeys({ parentSchema }: ErrorObject): string {
  const patterns = Object.keys((parentSchema as { readonly patternProperties?: object })?.patternProperties ?? {});
  return patterns.length > 0 ? `write a key that matches ${patterns.join(' or ')}` : 'remove it';
}

function unknownKey(source: YamlSource, path: YamlPath, error: ErrorObject): Problem {
  const key = String(error.params['additionalProperty']);
  const known = knownKeys(error);
  return {
    code: 'schema.unknown-key',
    message: `\`${key}\` is not a key of ${titleOf(error)}`,
    place: source.place([...path, key], 'key'),
    fix: suggestion(key, known, known.length > 0 ? `write one of: ${known.join(', ')}` : formOfKeys(error)),
  };
}

function wrongValue(source: YamlSource, path: YamlPath, message: string, error: ErrorObject): Problem {
  const fix = fixOf(error);
  return {
    code: 'schema.wrong-value',
    message,
    place: source.place(path),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** The word that was meant, else what the schema says of the value. */
function fixOf(error: ErrorObject): string | undefined {
  const meant = typeof error.data === 'string' ? didYouMean(error.data, allowedBy(error)) : undefined;
  if (meant !== undefined) return `did you mean \`${meant}\`?`;
  const described = error.parentSchema?.['description'];
  return typeof described === 'string' ? described : undefined;
}

function allowedBy(error: ErrorObject): readonly string[] {
  switch (error.keyword) {
    case 'const':
      return [String(error.params['allowedValue'])];
    case 'enum':
      return (error.params['allowedValues'] as readonly unknown[]).map(String);
    default:
      return constants(error);
  }
}

function knownKeys({ parentSchema }: ErrorObject): readonly string[] {
  return Object.keys((parentSchema?.['properties'] as object | undefined) ?? {});
}
