import type { Json, JsonObject } from '../../json/index.js';
import { contracted } from '../../judge/testing/answers.js';
import { type Bindings, senderOf } from '../../plan/index.js';
import { smallTarget } from '../../plan/testing/small-target.js';
import { caseOf } from '../../spec/testing/load-cases.js';
import { buildRequest } from '../build-request.js';
import { credentialHeaders } from '../credential-headers.js';
import type { Scope } from '../scope.js';
import { sentBody } from './fake-gateway.js';

export interface Looked {
  readonly bindings?: Readonly<Record<string, Json>>;
  readonly captures?: Readonly<Record<string, Json>>;
}

/** The request of a case with one action. */
export function built(action: string, { bindings = {}, captures = {} }: Looked = {}) {
  const each = Object.keys(bindings).length === 0 ? '' : `each: ${JSON.stringify(asMatrix(bindings))}\n`;
  const made = Object.keys(captures).map((name) => `${name}: { header: x }`);
  const first = made.length === 0 ? '' : `  - request: { path: / }\n    capture: { ${made.join(', ')} }\n`;
  const { body } = caseOf(`${each}steps:\n${first}  - ${action}\n    expect: { status: 200 }`);
  const step = body.kind === 'steps' ? body.steps.at(-1) : undefined;
  if (step === undefined || step.action.kind === 'grants') throw new Error('no step that is sent');
  const scope: Scope = {
    target: smallTarget,
    apis: contracted,
    bindings: labelled(bindings),
    nonce: '0123456789ab',
    captures: new Map(Object.entries(captures)),
  };
  const sender = senderOf(step.action, scope.bindings);
  const credential = smallTarget.identities[sender.identity]?.credential;
  const proof = credentialHeaders(smallTarget, sender, credential?.kind === 'pat' ? credential.secret : undefined);
  return buildRequest(step.action, scope, contracted, 'harness/1.0.0', proof);
}

const asMatrix = (bindings: Readonly<Record<string, Json>>) =>
  Object.fromEntries(Object.entries(bindings).map(([name, value]) => [name, { only: value }]));
const labelled = (bindings: Readonly<Record<string, Json>>): Bindings =>
  Object.fromEntries(Object.entries(bindings).map(([name, value]) => [name, { label: 'only', value }]));
export const json = (action: string, looked?: Looked): JsonObject =>
  JSON.parse(sentBody(built(action, looked).request));
