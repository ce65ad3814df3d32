import type { Json } from '../json/index.js';
import type { Finding, Verdict } from '../judge/index.js';
import type { Problem } from '../problem/index.js';
import type { Level } from '../spec/index.js';
import type { EndedEvent, ExchangeEvent, GrantRecord, Reason, RunEvent } from './events.js';

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
  /** Roles, as planned: who acts in it, and which model services it is about. A journal of an older tool tells none. */
  readonly identities: readonly string[];
  readonly models: readonly string[];
  readonly features: readonly string[];
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
