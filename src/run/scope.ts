import type { Json } from '../json/index.js';
import type { Bindings } from '../plan/index.js';
import { type Reference, substitute } from '../spec/index.js';
import type { Target } from '../target/index.js';

/** What `${…}` can look up while an instance runs. Captures are added as steps make them. */
export interface Scope {
  readonly target: Target;
  readonly bindings: Bindings;
  /** Unique to the instance, so that answers cannot be mistaken for each other. */
  readonly nonce: string;
  readonly captures: ReadonlyMap<string, Json>;
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

function find(
  { target, bindings, nonce, captures }: Scope,
  root: string | undefined,
  name: string,
  field: string | undefined,
): Json | undefined {
  switch (root) {
    case 'models': {
      const model = target.models[name];
      const [catalog, schema, service] = model?.fqn.split('.') ?? [];
      const parts: Record<string, string | undefined> = {
        fqn: model?.fqn,
        bare: model?.bare,
        catalog,
        schema,
        name: service,
      };
      return parts[field ?? 'fqn'];
    }
    case 'workspaces':
      return field === 'id' ? target.workspaces[name]?.id : target.workspaces[name]?.url;
    case 'target':
      return target.name;
    case 'each': {
      const value = bindings[name]?.value;
      // A value of the matrix may itself look something up in the target.
      return value === undefined
        ? undefined
        : substitute(value, (inner) => lookUp({ target, bindings: {}, nonce, captures }, inner));
    }
    case 'captures':
      return captures.get(name);
    case 'nonce':
      return nonce;
    default:
      return undefined;
  }
}
