export {
  type EndedEvent,
  type ExchangeEvent,
  type FinishedEvent,
  type JournalEvent,
  journalVersion,
  type PlannedEvent,
  type ProblemEvent,
  type Reason,
  type RunEvent,
  type SourceEvent,
  type StartedEvent,
  type TargetRecord,
} from './events.js';
export type { BodyRecord, ExchangeRecord } from './exchange-record.js';
