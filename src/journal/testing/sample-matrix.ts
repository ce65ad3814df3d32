import type { GrantRecord, Journal, JournalEvent, Verdict } from '../index.js';
import {
  endedEvent,
  exchangeEvent,
  exchangeRecord,
  finishedEvent,
  journalOf,
  plannedEvent,
  requirement,
  runEvent,
} from './make-events.js';

const run = runEvent({
  suite: 'grants',
  target: {
    name: 'staging',
    source: 'targets/staging.yaml',
    workspaces: { home: { url: 'https://home.example.com', id: '1234567890123456' } },
    models: {
      system: { fqn: 'system.ai.example', apis: ['chat', 'messages'] },
      private: { fqn: 'main.gateway.private', apis: ['chat', 'messages'] },
      inherited: { fqn: 'main.shared.o`brien', apis: ['chat'] },
    },
    identities: ['default', 'granted', 'without-execute', 'no-grants'],
    principals: { granted: "o'brien@example.com", 'without-execute': '5c2b9d1e-0000-4000-8000-000000000001' },
    features: [],
  },
  requirements: [requirement('PERM-05', { area: 'permissions' }), requirement('PERM-19', { area: 'permissions' })],
});

export interface Asked {
  readonly identity: string;
  readonly model: string;
  readonly api?: string;
  /** Empty when the identity may call the service. */
  readonly lacks?: readonly string[];
  /** The status of the answer to what the cell is about; absent when it was never asked. */
  readonly status?: number;
  readonly verdict: Verdict;
  /** The checks of that answer that do not hold. */
  readonly broken?: readonly string[];
}

/** What a run tells of one instance of the matrix. A denial has its control before it. */
export function askedEvents({ identity, model, api = 'chat', lacks = [], status, verdict, broken = [] }: Asked) {
  const denial = lacks.length > 0;
  const [name, step] = denial ? ['permissions.matrix-denied', 'denied'] : ['permissions.matrix-allowed', 'request'];
  const id = `${name}[grant=${identity}.${model},api=${api}]`;
  const grant: GrantRecord = { identity, model, lacks, steps: [step] };
  const { response } = exchangeRecord();
  const of = denial ? { step } : {};
  return [
    plannedEvent(id, { grant, requirements: [denial ? 'PERM-19' : 'PERM-05'], file: 'specs/permissions/matrix.yaml' }),
    ...(denial ? [exchangeEvent(id, { step: 'control', identity: 'default' })] : []),
    ...(status === undefined || response === undefined
      ? []
      : [exchangeEvent(id, { step, identity, exchange: exchangeRecord({ response: { ...response, status } }) })]),
    finishedEvent(id, verdict, {
      findings: [
        ...(denial
          ? [{ check: 'completion.status', holds: true, message: 'The status is 200.', step: 'control' }]
          : []),
        ...broken.map((check) => ({ check, holds: false, message: `What ${check} found.`, ...of })),
      ],
    }),
  ] satisfies readonly JournalEvent[];
}

export function matrixJournal(asked: readonly Asked[]): Journal {
  const events: readonly JournalEvent[] = asked.flatMap(askedEvents);
  const planned = events.filter(({ event }) => event === 'planned');
  const others = events.filter(({ event }) => event !== 'planned');
  return journalOf([...planned, ...others, endedEvent()], run);
}

const execute = ['EXECUTE'];
const everything = ['USE CATALOG', 'USE SCHEMA', 'EXECUTE'];
const leak = ['denied.status', 'denied.no-completion'];

/** Cells that hold, that differ in both ways, and that stay open. */
export const sampleMatrix: Journal = matrixJournal([
  { identity: 'granted', model: 'system', status: 200, verdict: 'passed' },
  { identity: 'granted', model: 'system', api: 'messages', status: 200, verdict: 'passed' },
  { identity: 'granted', model: 'private', status: 403, verdict: 'failed', broken: ['completion.status'] },
  { identity: 'granted', model: 'private', api: 'messages', status: 200, verdict: 'passed' },
  { identity: 'granted', model: 'inherited', lacks: execute, status: 400, verdict: 'passed' },
  { identity: 'without-execute', model: 'system', status: 200, verdict: 'passed' },
  { identity: 'without-execute', model: 'private', lacks: execute, status: 200, verdict: 'failed', broken: leak },
  { identity: 'without-execute', model: 'private', api: 'messages', lacks: execute, status: 404, verdict: 'passed' },
  { identity: 'no-grants', model: 'private', lacks: everything, status: 404, verdict: 'passed' },
  { identity: 'no-grants', model: 'inherited', lacks: everything, status: 200, verdict: 'failed', broken: leak },
]);
