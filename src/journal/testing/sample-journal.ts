import type { JournalEvent } from '../index.js';
import { chatExchange, completion, notFound, textBody } from './sample-exchanges.js';
import { answered, sampleFailures } from './sample-failures.js';
import { samplePlan, sampleRun } from './sample-plan.js';
import { lineWith, sampleSpecs } from './sample-specs.js';

const names = 'specs/naming/names.yaml';

const fqnLine = lineWith(names, 'naming.fqn', 'expect');

const passes: readonly JournalEvent[] = [
  { event: 'started', instance: 'naming.fqn[api=chat,route=workspace-url]', at: 12 },
  {
    event: 'exchange',
    instance: 'naming.fqn[api=chat,route=workspace-url]',
    at: 636,
    step: 'step 1',
    attempt: 1,
    identity: 'granted',
    exchange: chatExchange('system.ai.claude-opus-4-6', 200, completion),
  },
  {
    event: 'finished',
    instance: 'naming.fqn[api=chat,route=workspace-url]',
    at: 637,
    durationMs: 624.61,
    verdict: 'passed',
    findings: [{ ...answered, line: fqnLine }],
    requests: 1,
  },
  { event: 'started', instance: 'naming.fqn[api=chat,route=workspace-header]', at: 14 },
  {
    event: 'exchange',
    instance: 'naming.fqn[api=chat,route=workspace-header]',
    at: 300,
    step: 'step 1',
    attempt: 1,
    retried: 'reset',
    identity: 'granted',
    exchange: {
      request: chatExchange('system.ai.claude-opus-4-6', 200, '').request,
      fault: { code: 'reset', message: 'read ECONNRESET', beforeResponse: true },
      times: { startedAt: 1_795_167_000_014, dequeued: 0.1, connected: 20.5, end: 280.125 },
    },
  },
  {
    event: 'exchange',
    instance: 'naming.fqn[api=chat,route=workspace-header]',
    at: 1700,
    step: 'step 1',
    attempt: 2,
    identity: 'granted',
    exchange: chatExchange('system.ai.claude-opus-4-6', 200, completion),
  },
  {
    event: 'finished',
    instance: 'naming.fqn[api=chat,route=workspace-header]',
    at: 1701,
    durationMs: 1687,
    verdict: 'passed',
    flaky: true,
    findings: [answered],
    requests: 2,
  },
  { event: 'started', instance: 'naming.fqn[api=messages,route=workspace-url]', at: 16 },
  {
    event: 'finished',
    instance: 'naming.fqn[api=messages,route=workspace-url]',
    at: 900,
    durationMs: 884,
    verdict: 'passed',
    findings: [answered],
    requests: 1,
  },
];

const rest: readonly JournalEvent[] = [
  { event: 'started', instance: 'naming.unknown', at: 2000 },
  {
    event: 'exchange',
    instance: 'naming.unknown',
    at: 2100,
    step: 'step 1',
    attempt: 1,
    identity: 'granted',
    exchange: chatExchange('main.default.no-such-service', 400, notFound),
  },
  {
    event: 'finished',
    instance: 'naming.unknown',
    at: 2101,
    durationMs: 101,
    verdict: 'warned',
    findings: [
      {
        check: 'rejected.status',
        holds: false,
        message: 'The status is 400 instead of 404.',
        expected: 404,
        found: 400,
        line: lineWith(names, 'naming.unknown', 'rejected'),
      },
    ],
    requests: 1,
  },
  {
    event: 'finished',
    instance: 'routing.conflict',
    at: 2300,
    durationMs: 180,
    verdict: 'observed',
    findings: [],
    observed: { status: 200, 'answered by': 'the workspace of the host', 'error-code': null },
    requests: 1,
  },
  {
    event: 'finished',
    instance: 'permissions.no-execute[api=messages]',
    at: 4000,
    durationMs: 850,
    verdict: 'passed',
    findings: [answered],
    requests: 2,
  },
  {
    event: 'finished',
    instance: 'permissions.revoked',
    at: 9000,
    durationMs: 5000,
    verdict: 'inconclusive',
    reason: {
      code: 'quota.saturated',
      message: 'The quota of `granted` was used up for the 60 s that a request may wait.',
    },
    findings: [],
    requests: 9,
  },
  { event: 'started', instance: 'chat.contract', at: 4100 },
  {
    event: 'exchange',
    instance: 'chat.contract',
    at: 4700,
    step: 'step 1',
    attempt: 1,
    identity: 'granted',
    exchange: chatExchange('system.ai.claude-opus-4-6', 200, completion),
  },
  {
    event: 'finished',
    instance: 'chat.contract',
    at: 4701,
    durationMs: 601,
    verdict: 'passed',
    findings: [answered, { check: 'contract', holds: true, message: 'The body fits the contract of chat.' }],
    requests: 1,
  },
  {
    event: 'finished',
    instance: 'chat.usage',
    at: 5300,
    durationMs: 590.5,
    verdict: 'passed',
    findings: [{ check: 'rule.usage-adds-up', holds: true, message: 'The usage adds up.' }],
    requests: 1,
  },
  { event: 'started', instance: 'chat.stream', at: 5310 },
  {
    event: 'exchange',
    instance: 'chat.stream',
    at: 65_900,
    step: 'step 1',
    attempt: 1,
    identity: 'granted',
    exchange: {
      ...chatExchange('system.ai.claude-opus-4-6', 200, '', 'text/event-stream'),
      response: {
        status: 200,
        headers: [['content-type', 'text/event-stream']],
        body: textBody(
          'data: {"object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"Hel"}}]}\n\n',
        ),
      },
      fault: { code: 'idle-timeout', message: 'nothing arrived for 60 s', beforeResponse: false },
    },
  },
  {
    event: 'finished',
    instance: 'chat.stream',
    at: 65_901,
    durationMs: 60_591,
    verdict: 'error',
    reason: { code: 'wire.idle-timeout', message: 'The stream fell silent for 60 s after 1 of its frames.' },
    findings: [],
    requests: 1,
  },
];

/** A run with every verdict in it, whose gate fails. */
export const sampleEvents: readonly JournalEvent[] = [
  sampleRun,
  ...Object.entries(sampleSpecs).map(([file, text]) => ({ event: 'source', file, text }) as const),
  ...samplePlan,
  ...passes,
  ...sampleFailures,
  ...rest,
  { event: 'ended', at: 66_000, interrupted: false },
];
