import type { ModelService } from '../../target/index.js';

/** Roles of services that nobody is answered by, whatever the grants are, as specs/roles.yaml defines them. */
const refusing: Readonly<Record<string, string>> = {
  foreign: 'it is in another metastore than the workspace home',
  disabled: 'it answers nobody',
  'denied-before-the-call': 'its service policy denies everybody',
  'denied-after-the-call': 'its service policy denies everybody',
  'policy-fails': 'its service policy denies everybody',
  'served-elsewhere': 'it answers nobody',
  unavailable: 'it answers nobody',
};

/** Why a matrix should not ask a model service; undefined when it may. */
export function reasonToSpare(role: string, { limit, scratch }: ModelService): string | undefined {
  if (Object.hasOwn(refusing, role)) return refusing[role];
  if (limit !== undefined) return 'its rate limit would be used up';
  if (scratch === true) return 'specs change its grants while a run lasts';
  return undefined;
}
