import { ok, type Problem, type Result } from '../problem/index.js';
import { parseDuration, type Roles, type YamlSource } from '../spec/index.js';
import type { Vocabulary } from './context.js';
import type { ModelService } from './target.js';
import type { TargetDocument } from './target-schema.js';
import { unknownWord } from './vocabulary.js';

type ModelDocument = NonNullable<TargetDocument['models']>[string];

/** Whether a text is `catalog.schema.name`. Unity Catalog's names hold no period, slash or white space. */
export function isFullName(text: string): boolean {
  return /^[^.\s/`]+(?:\.[^.\s/`]+){2}$/.test(text);
}

/** Whether a text is a name that stands without catalog and schema. */
export function isBareName(text: string): boolean {
  return /^[^.\s/`]+$/.test(text);
}

export const fullNameFix = 'write catalog, schema and name with periods between them, such as system.ai.some-model';
export const bareNameFix = 'write the name alone, such as databricks-some-model';

export function readModels(
  source: YamlSource,
  models: Readonly<Record<string, ModelDocument>>,
  { roles, apis }: Vocabulary,
): Result<Record<string, ModelService>> {
  const problems = Object.entries(models).flatMap(([role, model]) => modelProblems(source, role, model, apis));
  if (problems.length > 0) return { ok: false, problems };
  return ok(
    Object.fromEntries(
      Object.entries(models).map(([role, model]) => [role, { ...modelOf(model), ...meaningOf(role, roles) }]),
    ),
  );
}

/** What a role says of a model service that fills it. */
export function meaningOf(role: string, { refusing = {} }: Roles): Pick<ModelService, 'refuses'> {
  const refuses = Object.hasOwn(refusing, role) ? refusing[role] : undefined;
  return refuses === undefined ? {} : { refuses };
}

function modelOf({ limit, ...model }: ModelDocument): ModelService {
  if (limit === undefined) return model;
  return { ...model, limit: { requests: limit.requests, perMs: parseDuration(limit.per) ?? 0 } };
}

function modelProblems(
  source: YamlSource,
  role: string,
  model: ModelDocument,
  known: readonly string[],
): readonly Problem[] {
  const problems: Problem[] = [];
  if (!isFullName(model.fqn)) {
    const place = source.place(['models', role, 'fqn']);
    problems.push({
      code: 'target.bad-model-name',
      message: `\`${model.fqn}\` is not a full name of a model service`,
      place,
      fix: fullNameFix,
    });
  }
  if (model.bare !== undefined && !isBareName(model.bare)) {
    const place = source.place(['models', role, 'bare']);
    problems.push({
      code: 'target.bad-model-name',
      message: `\`${model.bare}\` is not a name without catalog and schema`,
      place,
      fix: bareNameFix,
    });
  }
  if (model.limit !== undefined && parseDuration(model.limit.per) === 0) {
    problems.push({
      code: 'target.bad-limit',
      message: `\`${model.limit.per}\` cannot be the period of a limit`,
      place: source.place(['models', role, 'limit', 'per']),
      fix: 'write a duration such as 1m',
    });
  }
  const unknownApis = model.apis.flatMap((word, index) =>
    unknownWord({
      code: 'target.unknown-api',
      word,
      kind: 'an API',
      known,
      place: source.place(['models', role, 'apis', index]),
    }),
  );
  return [...problems, ...unknownApis];
}
