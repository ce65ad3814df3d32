import { ok, type Problem, type Result } from '../problem/index.js';
import { type Environment, type TargetContext, variable } from './context.js';
import { bareNameFix, fullNameFix, isBareName, isFullName, meaningOf } from './models.js';
import type { ModelService } from './target.js';
import { unknownWord } from './vocabulary.js';

const prefix = 'GATEWAY_CONFORMANCE_MODEL_';

/** A variable that says more of the model service that another one names. */
const detailed = /^(.+)(_BARE|_APIS)$/;

/** The API that all chat models answer on: the only one that may be assumed of a model of which nothing else is said. */
const assumedApis = ['chat'];

/**
 * Model services by role: `GATEWAY_CONFORMANCE_MODEL_SYSTEM` holds the full name, and with `_BARE` and `_APIS` behind it
 * the short name and the APIs, separated by commas.
 */
export function modelsFromEnvironment({
  environment,
  roles,
  apis,
}: TargetContext): Result<Record<string, ModelService>> {
  const names = Object.keys(roles.models).map((role) => ({
    role,
    name: `${prefix}${role.toUpperCase().replaceAll('-', '_')}`,
  }));
  const models = Object.fromEntries(
    names.flatMap(({ role, name }) => {
      const model = readModel(environment, name);
      return model === undefined ? [] : [[role, { ...model, ...meaningOf(role, roles) }] as const];
    }),
  );
  const problems = [
    ...unheardVariables(
      environment,
      names.map(({ name }) => name),
    ),
    ...names.flatMap(({ role, name }) => modelProblems(name, models[role], apis)),
  ];
  return problems.length > 0 ? { ok: false, problems } : ok(models);
}

function readModel(environment: Environment, name: string): ModelService | undefined {
  const fqn = variable(environment, name);
  if (fqn === undefined) return undefined;
  const bare = variable(environment, `${name}_BARE`);
  const apis = variable(environment, `${name}_APIS`)
    ?.split(',')
    .map((api) => api.trim());
  return {
    fqn,
    ...(bare === undefined ? {} : { bare }),
    ...(apis === undefined ? { apis: assumedApis, apisAssumed: true } : { apis: [...new Set(apis)] }),
  };
}

function modelProblems(name: string, model: ModelService | undefined, known: readonly string[]): readonly Problem[] {
  if (model === undefined) return [];
  const { fqn, bare, apis } = model;
  const wrongFqn: Problem = {
    code: 'target.bad-model-name',
    message: `${name} is not a full name of a model service`,
    fix: fullNameFix,
  };
  const wrongBare: Problem = {
    code: 'target.bad-model-name',
    message: `${name}_BARE is not a name without catalog and schema`,
    fix: bareNameFix,
  };
  return [
    ...(isFullName(fqn) ? [] : [wrongFqn]),
    ...(bare === undefined || isBareName(bare) ? [] : [wrongBare]),
    ...apis.flatMap((word) =>
      unknownWord({ code: 'target.unknown-api', word, kind: `an API, in ${name}_APIS`, known }),
    ),
  ];
}

/** A variable that no role reads, or whose role is not set, would quietly go unheard. */
function unheardVariables(environment: Environment, names: readonly string[]): readonly Problem[] {
  const set = Object.keys(environment).filter(
    (name) => name.startsWith(prefix) && variable(environment, name) !== undefined,
  );
  return set.flatMap((name) => {
    const [, stem = name, detail = ''] = detailed.exec(name) ?? [];
    const known = names.map((role) => role + detail);
    const unknown = unknownWord({
      code: 'target.unknown-role',
      word: name,
      kind: 'the variable of a model service',
      known,
    });
    return unknown.length > 0 || set.includes(stem) ? unknown : [detailAlone(name, stem)];
  });
}

function detailAlone(name: string, stem: string): Problem {
  return {
    code: 'target.bad-model-name',
    message: `${name} is set, but ${stem} is not`,
    fix: `set ${stem} to the full name of the model service`,
  };
}
