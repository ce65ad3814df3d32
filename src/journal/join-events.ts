import type { Problem } from '../problem/index.js';
import type {
  EndedEvent,
  ExchangeEvent,
  FinishedEvent,
  JournalEvent,
  PlannedEvent,
  Reason,
  RunEvent,
} from './events.js';
import type { InstanceRecord, Journal } from './journal.js';
import { createShared, type Shared } from './shared.js';

/** Takes the lines of a journal one after another, keeps what each tells, and not the line. */
export interface Joining {
  /** `again` reads the line a second time: an exchange in full is left where it is until somebody asks for it. */
  add(event: JournalEvent, again?: () => JournalEvent): void;
  /** When all lines are in. Undefined when none was a `run` event. */
  journal(): Journal | undefined;
}

/** Becomes complete line by line. */
type Growing = { -readonly [Field in keyof InstanceRecord]: InstanceRecord[Field] } & { exchanges: ExchangeEvent[] };

/**
 * Joins the lines of a journal. They are expected to be consistent, as `parseJournal` makes sure.
 * An instance that was to run and has no result is an `error`, so that no reader can take it for green.
 */
export function joinEvents(run: RunEvent, events: Iterable<JournalEvent>): Journal {
  const joining = startJoining();
  joining.add(run);
  for (const event of events) joining.add(event);
  return joining.journal() as Journal;
}

export function startJoining(): Joining {
  const shared = createShared();
  const sources = new Map<string, string>();
  const instances = new Map<string, Growing>();
  const problems: Problem[] = [];
  let run: RunEvent | undefined;
  let ended: EndedEvent | undefined;
  return {
    add(event, again) {
      switch (event.event) {
        case 'run':
          run = event;
          break;
        case 'source':
          sources.set(event.file, event.text);
          break;
        case 'planned':
          instances.set(event.instance, planned(event, shared));
          break;
        case 'problem':
          problems.push(event.problem);
          break;
        case 'started': {
          const instance = instances.get(event.instance);
          if (instance !== undefined) instance.startedAt = event.at;
          break;
        }
        case 'exchange': {
          const instance = instances.get(event.instance);
          if (instance !== undefined) addExchange(instance, keptExchange(event, instance.id, shared, again));
          break;
        }
        case 'finished': {
          const instance = instances.get(event.instance);
          if (instance !== undefined) finish(instance, event, shared);
          break;
        }
        case 'ended':
          ended = event;
          break;
        default:
          event satisfies never;
      }
    },
    journal() {
      if (run === undefined) return undefined;
      const records = [...instances.values()];
      for (const instance of records) if (!instance.settled) leaveUnsettled(instance);
      const end = ended === undefined ? { cut: true } : { ended, cut: false };
      return { run, sources, instances: records, problems, ...end };
    },
  };
}

function planned(event: PlannedEvent, shared: Shared): Growing {
  const { skip, grant } = event;
  return {
    id: event.instance,
    case: shared.text(event.case),
    title: shared.text(event.title),
    file: shared.text(event.file),
    line: event.line,
    endLine: event.endLine,
    requirements: shared.value(event.requirements),
    level: event.level,
    tags: shared.value(event.tags),
    bindings: shared.fields(event.bindings),
    apis: shared.value(event.apis ?? [event.bindings['api'] ?? []].flat()),
    identities: shared.value(event.identities ?? []),
    models: shared.value(event.models ?? []),
    features: shared.value(event.features ?? []),
    ...(grant === undefined ? {} : { grant: shared.value(grant) }),
    verdict: skip === undefined ? 'error' : 'skipped',
    ...(skip === undefined ? {} : { reason: shared.value(skip) }),
    findings: none,
    flaky: false,
    requests: 0,
    durationMs: 0,
    exchanges: [],
    settled: skip !== undefined,
  };
}

const none: readonly never[] = [];

function addExchange(instance: Growing, event: ExchangeEvent): void {
  // Most have one, for which a list that is ready to grow would be seventeen times too long.
  if (instance.exchanges.length === 0) instance.exchanges = [event];
  else instance.exchanges.push(event);
}

function keptExchange(
  event: ExchangeEvent,
  instance: string,
  shared: Shared,
  again: (() => JournalEvent) | undefined,
): ExchangeEvent {
  // Spread whole: what is left of an object by leaving a field out has a hidden class of its own, each time (V8).
  const about = { ...event, instance, step: shared.text(event.step), identity: shared.text(event.identity) };
  if (event.summary === true) {
    const { request, response, fault, aborted, times } = event.exchange;
    const exchange = {
      request: shared.value(request),
      ...(response === undefined ? {} : { response: shared.value(response) }),
      ...(fault === undefined ? {} : { fault }),
      ...(aborted === undefined ? {} : { aborted }),
      times,
    };
    return { ...about, exchange };
  }
  if (again === undefined) return about;
  return {
    ...about,
    get exchange() {
      return (again() as ExchangeEvent).exchange;
    },
  };
}

function finish(instance: Growing, event: FinishedEvent, shared: Shared): void {
  const { verdict, reason, findings, observed, flaky = false, requests, durationMs } = event;
  Object.assign(instance, { verdict, flaky, requests, durationMs, settled: true });
  // What does not hold has found something of its own.
  instance.findings = findings.every(({ holds }) => holds) ? shared.value(findings) : findings;
  if (reason !== undefined) instance.reason = shared.value(reason);
  else if (instance.reason !== undefined) delete instance.reason;
  if (observed !== undefined) instance.observed = shared.value(observed);
}

function leaveUnsettled(instance: Growing): void {
  instance.reason = missingResult(instance.startedAt);
  instance.requests = instance.exchanges.length;
}

function missingResult(startedAt: number | undefined): Reason {
  return startedAt === undefined
    ? { code: 'not-run', message: 'The run stopped before this was tried.' }
    : { code: 'interrupted', message: 'The run stopped while this was under way.' };
}
