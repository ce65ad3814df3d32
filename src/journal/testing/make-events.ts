import type {
  EndedEvent,
  ExchangeEvent,
  ExchangeRecord,
  FinishedEvent,
  Journal,
  JournalEvent,
  PlannedEvent,
  Requirement,
  RunEvent,
  Verdict,
} from '../index.js';
import { joinEvents } from '../index.js';

// Events with defaults, so that a test says only what it is about.

export function runEvent(over: Partial<RunEvent> = {}): RunEvent {
  return {
    event: 'run',
    journal: 1,
    tool: { name: 'gateway-conformance', version: '0.1.0' },
    startedAt: '2026-11-20T09:30:00.000Z',
    suite: 'gate',
    target: {
      name: 'staging',
      source: 'targets/staging.yaml',
      workspaces: { main: { url: 'https://main.example.com', id: '1234567890123456' } },
      models: { chat: { fqn: 'system.ai.example', apis: ['chat'] } },
      identities: ['granted', 'without-execute'],
      features: [],
    },
    specsDigest: 'c0ffee00'.repeat(8),
    requirements: [requirement('NAME-01')],
    proves: [],
    ...over,
  };
}

export function requirement(id: string, over: Partial<Requirement> = {}): Requirement {
  return {
    id,
    level: 'MUST',
    statement: `What ${id} demands.`,
    source: { kind: 'documented', address: 'https://docs.example.com/gateway' },
    profile: 'core',
    area: 'naming',
    ...over,
  };
}

export function plannedEvent(instance: string, over: Partial<PlannedEvent> = {}): PlannedEvent {
  return {
    event: 'planned',
    instance,
    case: instance.replace(/\[.*$/, ''),
    title: `Title of ${instance}`,
    file: 'specs/naming/names.yaml',
    line: 3,
    endLine: 8,
    requirements: ['NAME-01'],
    level: 'MUST',
    tags: [],
    bindings: {},
    ...over,
  };
}

export function finishedEvent(instance: string, verdict: Verdict, over: Partial<FinishedEvent> = {}): FinishedEvent {
  return { event: 'finished', instance, at: 40, durationMs: 12.3456, verdict, findings: [], requests: 1, ...over };
}

export function exchangeEvent(instance: string, over: Partial<ExchangeEvent> = {}): ExchangeEvent {
  return {
    event: 'exchange',
    instance,
    at: 30,
    step: 'step 1',
    attempt: 1,
    identity: 'granted',
    exchange: exchangeRecord(),
    ...over,
  };
}

export function exchangeRecord(over: Partial<ExchangeRecord> = {}): ExchangeRecord {
  const text = '{"choices":[]}';
  return {
    request: {
      method: 'POST',
      url: 'https://main.example.com/ai-gateway/mlflow/v1/chat/completions',
      headers: [
        ['Authorization', 'Bearer ‹redacted›'],
        ['Content-Type', 'application/json'],
      ],
      body: { kind: 'text', text: '{"model":"system.ai.example"}', bytes: 29 },
    },
    response: {
      status: 200,
      headers: [['content-type', 'application/json']],
      body: { kind: 'text', text, bytes: text.length },
    },
    times: { startedAt: 1_795_000_000_000, dequeued: 0.2, connected: 3.1, firstByte: 9.75, end: 12.25 },
    ...over,
  };
}

export function endedEvent(over: Partial<EndedEvent> = {}): EndedEvent {
  return { event: 'ended', at: 5000, interrupted: false, ...over };
}

/** The journal that holds these lines; `run` is made when it isn't given. */
export function journalOf(events: readonly JournalEvent[], run: RunEvent = runEvent()): Journal {
  return joinEvents(run, events);
}

/** The file that holds these lines. */
export function textOf(events: readonly JournalEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('');
}
