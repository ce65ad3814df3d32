export type { Finding, Verdict } from '../judge/index.js';
export { verdicts } from '../judge/index.js';
export type { Level, Requirement } from '../spec/index.js';
export type { HeaderPair, Waits } from '../wire/index.js';
export {
  type EndedEvent,
  type EstimateRecord,
  type ExchangeEvent,
  type FinishedEvent,
  type GrantRecord,
  type JournalEvent,
  journalVersion,
  type PlannedEvent,
  type PlanRecord,
  type ProblemEvent,
  type Reason,
  type RunEvent,
  type SelectionRecord,
  type ShardRecord,
  type SourceEvent,
  type StartedEvent,
  type TargetRecord,
} from './events.js';
export type { BodyRecord, ExchangeRecord } from './exchange-record.js';
export { joinEvents } from './join-events.js';
export type { InstanceRecord, Journal } from './journal.js';
export { type KeptExchanges, keepExchanges } from './keep-exchanges.js';
export { type MergeOptions, mergeJournals } from './merge/merge-journals.js';
export { parseJournal } from './parse-journal.js';
export { planDigest } from './plan-digest.js';
export { readJournal } from './read-journal.js';
export { recordExchange } from './record-exchange.js';
export { summariseExchange } from './summarise-exchange.js';
export { eventsOf, type Survey, surveyJournal } from './survey-journal.js';
export { targetDifference } from './target-difference.js';
export { type EventSink, type JournalWriter, openJournal } from './write-journal.js';
