import type { JournalEvent } from '../index.js';
import { chatExchange, completion, notFound } from './sample-exchanges.js';
import { lineWith } from './sample-specs.js';

const names = 'specs/naming/names.yaml';
const execute = 'specs/permissions/execute.yaml';

export const answered = { check: 'completion', holds: true, message: 'The answer is a completion of the chat API.' };
export const sampleFailures: readonly JournalEvent[] = [
  { event: 'started', instance: 'naming.bare-equals-fqn', at: 650 },
  {
    event: 'exchange',
    instance: 'naming.bare-equals-fqn',
    at: 1290,
    step: 'bare',
    attempt: 1,
    identity: 'granted',
    exchange: chatExchange('databricks-claude-opus-4-6', 404, notFound),
  },
  {
    event: 'exchange',
    instance: 'naming.bare-equals-fqn',
    at: 1910,
    step: 'full',
    attempt: 1,
    identity: 'granted',
    exchange: chatExchange('system.ai.claude-opus-4-6', 200, completion),
  },
  {
    event: 'finished',
    instance: 'naming.bare-equals-fqn',
    at: 1911,
    durationMs: 1261,
    verdict: 'failed',
    findings: [
      {
        check: 'equivalent.status',
        holds: false,
        message: '`bare` and `full` do not answer with the same status.',
        expected: { bare: 200, full: 200 },
        found: { bare: 404, full: 200 },
        line: lineWith(names, 'naming.bare-equals-fqn', 'equivalent'),
      },
      {
        check: 'equivalent.served-model',
        holds: false,
        message: 'Only `full` names a model that answered.',
        step: 'bare',
        found: { full: 'claude-opus-4-6' },
        where: '/model',
        line: lineWith(names, 'naming.bare-equals-fqn', 'equivalent'),
      },
      { check: 'contract', holds: true, message: '`full` fits the contract of chat.' },
    ],
    requests: 2,
  },
  { event: 'started', instance: 'permissions.no-execute[api=chat]', at: 1920 },
  {
    event: 'exchange',
    instance: 'permissions.no-execute[api=chat]',
    at: 2500,
    step: 'step 1',
    attempt: 1,
    identity: 'granted',
    exchange: chatExchange('main.gateway.private-chat', 200, completion),
  },
  {
    event: 'exchange',
    instance: 'permissions.no-execute[api=chat]',
    at: 3100,
    step: 'step 2',
    attempt: 1,
    identity: 'without-execute',
    exchange: chatExchange('main.gateway.private-chat', 200, completion),
  },
  {
    event: 'finished',
    instance: 'permissions.no-execute[api=chat]',
    at: 3101,
    durationMs: 1181,
    verdict: 'failed',
    findings: [
      {
        check: 'completion',
        holds: true,
        message: 'The control is a completion.',
        line: lineWith(execute, 'permissions.no-execute', 'expect: completion'),
      },
      {
        check: 'denied.status',
        holds: false,
        message: '`without-execute` got a completion instead of a denial.',
        step: 'step 2',
        expected: [403, 404],
        found: 200,
        line: lineWith(execute, 'permissions.no-execute', 'denied'),
      },
    ],
    requests: 2,
  },
];
