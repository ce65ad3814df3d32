import type { Json } from '../json/index.js';
import type { Finding, Verdict } from '../judge/index.js';
import type { Problem } from '../problem/index.js';
import type { Level } from '../spec/index.js';
import type {
  EndedEvent,
  ExchangeEvent,
  FinishedEvent,
  GrantRecord,
  JournalEvent,
  PlannedEvent,
  Reason,
  RunEvent,
} from './events.js';

/** What a journal tells, its lines joined: everything that a report is rendered from. */
export interface Journal {
  readonly run: RunEvent;
  /** The text of each spec file, by its path. */
  readonly sources: ReadonlyMap<string, string>;
  /** In the order of the plan. */
  readonly instances: readonly InstanceRecord[];
  readonly problems: readonly Problem[];
  readonly ended?: EndedEvent;
  /** The run's end is not in the journal: the process died, or the file lost its tail. */
  readonly cut: boolean;
}

/** One instance with all that became of it. */
export interface InstanceRecord {
  readonly id: string;
  readonly case: string;
  readonly title: string;
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly requirements: readonly string[];
  readonly level: Level;
  readonly tags: readonly string[];
  readonly bindings: Readonly<Record<string, string>>;
  /** The APIs that it calls; a journal of an older tool tells only what the matrix binds. */
  readonly apis: readonly string[];
  readonly grant?: GrantRecord;
  readonly verdict: Verdict;
  readonly reason?: Reason;
  readonly findings: readonly Finding[];
  readonly observed?: Readonly<Record<string, Json>>;
  readonly flaky: boolean;
  readonly requests: number;
  /** Milliseconds since the run's start; absent when it never began. */
  readonly startedAt?: number;
  readonly durationMs: number;
  readonly exchanges: readonly ExchangeEvent[];
  /** It has a result of its own: a skip by plan or a `finished` line. Otherwise its verdict is the reader's. */
  readonly settled: boolean;
}

/**
 * Joins the lines of a journal. They are expected to be consistent, as `parseJournal` makes sure.
 * An instance that was to run and has no result is an `error`, so that no reader can take it for green.
 */
export function joinEvents(run: RunEvent, events: Iterable<JournalEvent>): Journal {
  const sources = new Map<string, string>();
  const planned: PlannedEvent[] = [];
  const problems: Problem[] = [];
  const started = new Map<string, number>();
  const exchanges = new Map<string, ExchangeEvent[]>();
  const finished = new Map<string, FinishedEvent>();
  let ended: EndedEvent | undefined;
  for (const event of events) {
    switch (event.event) {
      case 'run':
        break;
      case 'source':
        sources.set(event.file, event.text);
        break;
      case 'planned':
        planned.push(event);
        break;
      case 'problem':
        problems.push(event.problem);
        break;
      case 'started':
        started.set(event.instance, event.at);
        break;
      case 'exchange':
        append(exchanges, event);
        break;
      case 'finished':
        finished.set(event.instance, event);
        break;
      case 'ended':
        ended = event;
        break;
      default:
        event satisfies never;
    }
  }
  const instances = planned.map((plan) =>
    instanceOf(plan, started.get(plan.instance), exchanges.get(plan.instance) ?? [], finished.get(plan.instance)),
  );
  return { run, sources, instances, problems, ...(ended === undefined ? {} : { ended }), cut: ended === undefined };
}

function append(exchanges: Map<string, ExchangeEvent[]>, event: ExchangeEvent): void {
  const earlier = exchanges.get(event.instance);
  if (earlier === undefined) exchanges.set(event.instance, [event]);
  else earlier.push(event);
}

function instanceOf(
  plan: PlannedEvent,
  startedAt: number | undefined,
  exchanges: readonly ExchangeEvent[],
  finished: FinishedEvent | undefined,
): InstanceRecord {
  const reason = finished?.reason ?? (finished === undefined ? (plan.skip ?? missingResult(startedAt)) : undefined);
  return {
    id: plan.instance,
    case: plan.case,
    title: plan.title,
    file: plan.file,
    line: plan.line,
    endLine: plan.endLine,
    requirements: plan.requirements,
    level: plan.level,
    tags: plan.tags,
    bindings: plan.bindings,
    apis: plan.apis ?? [plan.bindings['api'] ?? []].flat(),
    ...(plan.grant === undefined ? {} : { grant: plan.grant }),
    verdict: finished?.verdict ?? (plan.skip === undefined ? 'error' : 'skipped'),
    ...(reason === undefined ? {} : { reason }),
    findings: finished?.findings ?? [],
    ...(finished?.observed === undefined ? {} : { observed: finished.observed }),
    flaky: finished?.flaky ?? false,
    requests: finished?.requests ?? exchanges.length,
    ...(startedAt === undefined ? {} : { startedAt }),
    durationMs: finished?.durationMs ?? 0,
    exchanges,
    settled: finished !== undefined || plan.skip !== undefined,
  };
}

function missingResult(startedAt: number | undefined): Reason {
  return startedAt === undefined
    ? { code: 'not-run', message: 'The run stopped before this was tried.' }
    : { code: 'interrupted', message: 'The run stopped while this was under way.' };
}
