import type { CompiledApi } from '../api/index.js';
import type { Json } from '../json/index.js';
import { type Bindings, beyondLimit, cellIn, defaultRole } from '../plan/index.js';
import { type Reference, substitute } from '../spec/index.js';
import type { Target } from '../target/index.js';

/** What `${…}` can look up while an instance runs. Captures are added as steps make them. */
export interface Scope {
  readonly target: Target;
  readonly apis: Readonly<Record<string, CompiledApi>>;
  readonly bindings: Bindings;
  /** Unique to the instance, so that answers cannot be mistaken for each other. */
  readonly nonce: string;
  readonly captures: ReadonlyMap<string, Json>;
  /** Which of the copies that are sent at the same time this is, from 1 on. */
  readonly copy?: number;
}

/** Looks a reference up. Specs were checked and needs were met before, so a miss is a defect of the harness. */
export function lookUp(scope: Scope, reference: Reference): Json {
  const [root, name = '', field] = reference;
  const value = find(scope, root, name, field);
  if (value === undefined) throw new Error(`\${${reference.join('.')}} has no value at run time`);
  return value;
}

/** A template with every reference replaced. */
export function resolve<Template>(template: Template, scope: Scope): Template {
  return substitute(template as Json, (reference) => lookUp(scope, reference)) as Template;
}

/** A text that was one reference and nothing else has taken the value's own type: `${each.number}` may have become a number. */
export function asText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function find(scope: Scope, root: string | undefined, name: string, field: string | undefined): Json | undefined {
  const { target, bindings, nonce, captures, copy = 1 } = scope;
  switch (root) {
    case 'models':
      return partOfModel(target, name, field);
    case 'model':
      return partOfModel(target, defaultRole(apiOf(bindings)), name === '' ? undefined : name);
    case 'grant':
      return partOfModel(target, cellIn(bindings)?.model ?? '');
    case 'api':
      return name === 'path' ? pathOf(scope) : apiOf(bindings);
    case 'workspaces':
      return field === 'id' ? target.workspaces[name]?.id : target.workspaces[name]?.url;
    case 'identities':
      return target.identities[name]?.principal;
    case 'target':
      return target.name;
    case 'each': {
      const value = bindings[name]?.value;
      // A value of the matrix may itself look something up in the target.
      return value === undefined
        ? undefined
        : substitute(value, (inner) => lookUp({ ...scope, bindings: ofApi(bindings) }, inner));
    }
    case 'captures':
      return captures.get(name);
    case 'copy':
      return copy;
    case 'nonce':
      return nonce;
    default:
      return undefined;
  }
}

/** The API is known inside a value of the matrix; other dimensions are not, since one cannot refer to another. */
function ofApi({ api }: Bindings): Bindings {
  return api === undefined ? {} : { api };
}

function apiOf({ api }: Bindings): string | undefined {
  return api === undefined ? undefined : String(api.value);
}

function partOfModel({ models }: Target, role: string, field = 'fqn'): Json | undefined {
  const model = models[role];
  const [catalog, schema, name] = model?.fqn.split('.') ?? [];
  const parts: Readonly<Record<string, Json | undefined>> = {
    fqn: model?.fqn,
    bare: model?.bare,
    catalog,
    schema,
    name,
    'beyond-limit': beyondLimit(model),
  };
  return parts[field];
}

/** Where a call on the API would go to, with the model that answers on it where the path names one. */
function pathOf({ target, apis, bindings }: Scope): string | undefined {
  const name = apiOf(bindings) ?? '';
  const model = asText(partOfModel(target, cellIn(bindings)?.model ?? defaultRole(name)) ?? '');
  return apis[name]?.api.encode({ model, messages: [], maxTokens: 1 }).path;
}
