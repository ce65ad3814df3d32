import type { Json } from '../json/index.js';
import type { Finding, Verdict } from '../judge/index.js';
import type { Problem } from '../problem/index.js';
import type { Level, Requirement } from '../spec/index.js';
import type { Waits } from '../wire/index.js';
import type { ExchangeRecord } from './exchange-record.js';

/** The journal's format. It grows only by optional fields; anything else raises the number. */
export const journalVersion = 1;

/**
 * One line of the journal. Order: run, source*, planned*, problem*, then started, exchange* and finished
 * interleaved between instances, then ended. A journal without `ended` was cut off.
 */
export type JournalEvent =
  | RunEvent
  | SourceEvent
  | PlannedEvent
  | ProblemEvent
  | StartedEvent
  | ExchangeEvent
  | FinishedEvent
  | EndedEvent;

export interface RunEvent {
  readonly event: 'run';
  readonly journal: typeof journalVersion;
  readonly tool: { readonly name: string; readonly version: string };
  /** ISO 8601, UTC. Every `at` below counts milliseconds from here. */
  readonly startedAt: string;
  readonly suite: string;
  readonly target: TargetRecord;
  /** SHA-256 over the specs that the run was planned from. */
  readonly specsDigest: string;
  /** The whole catalogue, so that a report can say what was not exercised. */
  readonly requirements: readonly Requirement[];
  /** Requirements that the suite promises to prove; one that is not proved is too little. */
  readonly proves: readonly string[];
  /** Instances that there are on this target, and the suite or the user's filters left out; absent when none was. */
  readonly unselected?: readonly string[];
  /** What the run was expected to cost before it began, roughly. */
  readonly estimate?: EstimateRecord;
  /** What it may spend in all; what is left out is not limited. */
  readonly budget?: { readonly requests?: number; readonly tokens?: number };
  /** All that was planned, also what other shards run or was left out of a rerun; a journal of an older tool does not say. */
  readonly plan?: PlanRecord;
  /** What the user narrowed the suite to. */
  readonly selection?: SelectionRecord;
  /** Which part of the plan was run; left out when all of it was. */
  readonly shard?: ShardRecord;
  /** This journal was put together from those of so many shards. */
  readonly merged?: { readonly shards: number };
  /** The run went on where an earlier one had been cut off, and kept so many of its results. */
  readonly resumed?: { readonly kept: number };
  /** Only some of an earlier run was run again, of so many instances. */
  readonly rerun?: { readonly of: number };
}

export interface PlanRecord {
  readonly instances: number;
  /** SHA-256 over the ids of all instances in their order. */
  readonly digest: string;
}

export interface ShardRecord {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** Globs and tags as they were given; everything that is there had to fit. */
export interface SelectionRecord {
  readonly cases?: readonly string[];
  readonly apis?: readonly string[];
  readonly tags?: readonly string[];
  readonly requirements?: readonly string[];
}

export interface EstimateRecord {
  readonly requests: number;
  readonly inputTokens: number;
  /** At most. */
  readonly outputTokens: number;
}

/** What of a target may be told: names and addresses, never a credential. */
export interface TargetRecord {
  readonly name: string;
  readonly source: string;
  readonly accountUrl?: string;
  readonly workspaces: Readonly<Record<string, { readonly url: string; readonly id?: string }>>;
  readonly models: Readonly<
    Record<string, { readonly fqn: string; readonly bare?: string; readonly apis: readonly string[] }>
  >;
  readonly identities: readonly string[];
  /** How Unity Catalog calls them, where the target says so. */
  readonly principals?: Readonly<Record<string, string>>;
  readonly features: readonly string[];
}

/** The text of one spec file, for excerpts. */
export interface SourceEvent {
  readonly event: 'source';
  readonly file: string;
  readonly text: string;
}

export interface Reason {
  /** Stable: `needs.model`, `needs.feature`, `quota.saturated`, `interrupted`, `wire.reset` … */
  readonly code: string;
  readonly message: string;
}

/** One instance of the plan. With `skip` it will not be run. */
export interface PlannedEvent {
  readonly event: 'planned';
  /** `naming.fqn[api=chat,route=workspace-url]` */
  readonly instance: string;
  readonly case: string;
  readonly title: string;
  /** Path relative to the repository or package root, with `/`. */
  readonly file: string;
  /** First and last line of the case in the file. */
  readonly line: number;
  readonly endLine: number;
  readonly requirements: readonly string[];
  readonly level: Level;
  readonly tags: readonly string[];
  /** The values of `each`, by dimension. */
  readonly bindings: Readonly<Record<string, string>>;
  /** The APIs that it calls; none when it sends raw requests only. */
  readonly apis?: readonly string[];
  /** Who acts in it and which model services it is about, by role, and which features it needs; sorted. */
  readonly identities?: readonly string[];
  readonly models?: readonly string[];
  readonly features?: readonly string[];
  /** The cell of the target's matrix that it is about. */
  readonly grant?: GrantRecord;
  readonly skip?: Reason;
  /** Where it stands in the whole plan, from 1; left out where the journal holds all of that. */
  readonly position?: number;
}

/** What the target expects of an identity on a model service, both by role, and which parts of the case ask just that. */
export interface GrantRecord {
  readonly identity: string;
  readonly model: string;
  /** The privileges that are missing; none when the identity may call the service. */
  readonly lacks: readonly string[];
  /** As the exchanges call them: `request`, `denied`. */
  readonly steps: readonly string[];
}

/** Something that kept the target from being tested. */
export interface ProblemEvent {
  readonly event: 'problem';
  readonly problem: Problem;
}

export interface StartedEvent {
  readonly event: 'started';
  readonly instance: string;
  readonly at: number;
}

export interface ExchangeEvent {
  readonly event: 'exchange';
  readonly instance: string;
  readonly at: number;
  /** `step 1`, `bare`, `finally 2`: which part of the case sent it. */
  readonly step: string;
  /** From 1; more than one when it was sent again. */
  readonly attempt: number;
  /** Why another attempt followed, when one did: `429`, `503`, `reset`, `eventually` … */
  readonly retried?: string;
  /** How long it was held back before it was sent, by why; left out when it was not. No part of the exchange's own times. */
  readonly waits?: Waits;
  readonly identity: string;
  /** The exchange is told in brief: its bodies are left out, and all headers but those that name its content or itself. */
  readonly summary?: true;
  readonly exchange: ExchangeRecord;
}

export interface FinishedEvent {
  readonly event: 'finished';
  readonly instance: string;
  readonly at: number;
  readonly durationMs: number;
  readonly verdict: Verdict;
  /** Given unless the verdict is passed, failed, warned or observed: those speak through their findings. */
  readonly reason?: Reason;
  /** Every check that was evaluated, those that hold as well. */
  readonly findings: readonly Finding[];
  /** The fingerprint of an OBSERVE case: aspect to value; nothing volatile. */
  readonly observed?: Readonly<Record<string, Json>>;
  /** Passed, but only after a transport fault was retried. */
  readonly flaky?: boolean;
  readonly requests: number;
}

export interface EndedEvent {
  readonly event: 'ended';
  readonly at: number;
  readonly interrupted: boolean;
}
