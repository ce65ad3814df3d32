import type { CaseTemplate, StepTemplate } from './schema/case-schema.js';
import type { GrantChange } from './schema/grant-schema.js';
import type { Action } from './spec.js';
import type { YamlPath, YamlSource } from './yaml/yaml-source.js';

/** The step's change of grants; undefined when it is a call or a request. */
export function readGrants(
  source: YamlSource,
  { grant, revoke }: StepTemplate,
  path: YamlPath,
): Extract<Action, { readonly kind: 'grants' }> | undefined {
  if (grant !== undefined) {
    const { to: identity, ...rest } = grant;
    return action('grant', { ...rest, identity });
  }
  if (revoke !== undefined) {
    const { from: identity, ...rest } = revoke;
    return action('revoke', { ...rest, identity });
  }
  return undefined;

  function action(verb: GrantChange['verb'], { as = 'admin', ...rest }: Given) {
    const { line } = source.place([...path, verb], 'key');
    return { kind: 'grants', change: { verb, as, ...rest }, line } as const;
  }
}

type Given = Omit<GrantChange, 'verb' | 'as'> & { readonly as?: string };

/** Cases that change grants wait for each other: two that change the same ones would see each other's. */
export function grantsLane({ steps = [] }: CaseTemplate): string | undefined {
  return steps.some(({ grant, revoke }) => grant !== undefined || revoke !== undefined) ? 'changed-grants' : undefined;
}
