import type { PlannedEvent, RunEvent } from '../index.js';
import { sampleRequirements } from './sample-requirements.js';
import { linesOfCase, sampleSpecs } from './sample-specs.js';

const names = 'specs/naming/names.yaml';
const workspace = 'specs/routing/workspace.yaml';
const execute = 'specs/permissions/execute.yaml';
const answer = 'specs/chat/answer.yaml';

export const sampleRun: RunEvent = {
  event: 'run',
  journal: 1,
  tool: { name: 'gateway-conformance', version: '0.1.0' },
  startedAt: '2026-11-20T09:30:00.000Z',
  suite: 'gate',
  target: {
    name: 'staging-westeurope',
    source: 'targets/staging.yaml',
    accountUrl: 'https://accounts.azuredatabricks.net',
    workspaces: {
      main: { url: 'https://adb-1234567890123456.16.azuredatabricks.net', id: '1234567890123456' },
      other: { url: 'https://adb-6543210987654321.1.azuredatabricks.net', id: '6543210987654321' },
    },
    models: {
      chat: { fqn: 'system.ai.claude-opus-4-6', bare: 'databricks-claude-opus-4-6', apis: ['chat', 'messages'] },
      private: { fqn: 'main.gateway.private-chat', apis: ['chat', 'messages'] },
    },
    identities: ['granted', 'without-execute'],
    features: ['workspace-header'],
  },
  specsDigest: '5f3c9a4be0d21a7784f7e9b26c1d08a35f3c9a4be0d21a7784f7e9b26c1d08a3',
  requirements: sampleRequirements,
  proves: ['NAME-01', 'PERM-01', 'CHAT-01', 'PERM-04'],
};

function plan(file: string, id: string, matrix: string, about: Partial<PlannedEvent>): PlannedEvent {
  const title = (sampleSpecs[file] ?? '').split('\n')[linesOfCase(file, id).line]?.replace(/^\s*title: /, '') ?? id;
  const bindings = Object.fromEntries(
    matrix === '' ? [] : matrix.split(',').map((pair) => pair.split('=') as [string, string]),
  );
  const instance = matrix === '' ? id : `${id}[${matrix}]`;
  return {
    event: 'planned',
    instance,
    case: id,
    title,
    file,
    ...linesOfCase(file, id),
    requirements: [],
    level: 'MUST',
    tags: [],
    bindings,
    identities: file === execute ? ['granted', 'without-execute'] : ['granted'],
    models: [file === execute ? 'private' : 'chat'],
    features: file === workspace ? ['workspace-header'] : [],
    ...about,
  };
}

const fqn = (matrix: string) =>
  plan(names, 'naming.fqn', matrix, { requirements: ['NAME-01', 'ROUTE-01', 'AUTH-01'], tags: ['smoke'] });
const unmet = { code: 'needs.route', message: 'The target has no account-level URL on which messages is served.' };

export const samplePlan: readonly PlannedEvent[] = [
  fqn('api=chat,route=workspace-url'),
  fqn('api=chat,route=workspace-header'),
  fqn('api=messages,route=workspace-url'),
  { ...fqn('api=messages,route=workspace-header'), skip: unmet },
  plan(names, 'naming.bare-equals-fqn', '', { requirements: ['NAME-03'] }),
  plan(names, 'naming.unknown', '', { requirements: ['NAME-05'], level: 'SHOULD' }),
  plan(workspace, 'routing.account-url', '', { requirements: ['ROUTE-02'], skip: unmet }),
  plan(workspace, 'routing.conflict', '', { requirements: ['ROUTE-04'], level: 'OBSERVE' }),
  plan(execute, 'permissions.no-execute', 'api=chat', { requirements: ['PERM-01'], tags: ['grants'] }),
  plan(execute, 'permissions.no-execute', 'api=messages', { requirements: ['PERM-01'], tags: ['grants'] }),
  plan(execute, 'permissions.revoked', '', { requirements: ['PERM-04'], tags: ['grants'] }),
  plan(answer, 'chat.contract', '', { requirements: ['CHAT-01', 'CHAT-02'] }),
  plan(answer, 'chat.usage', '', { requirements: ['CHAT-05'], level: 'SHOULD' }),
  plan(answer, 'chat.stream', '', { requirements: ['CHAT-07'] }),
];
