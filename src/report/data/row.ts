import type { Level, Verdict } from '../../journal/index.js';
import type { StandingKind } from '../gate/standing.js';

/** One instance as lists, filters and matrices need it. */
export interface Row {
  /** Its place in the plan, from 0. */
  readonly index: number;
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly level: Level;
  readonly verdict: Verdict;
  readonly standing?: StandingKind;
  readonly flaky: boolean;
  /** It was to run, and the run stopped before it began. */
  readonly notRun: boolean;
  readonly requirements: readonly string[];
  readonly apis: readonly string[];
  readonly tags: readonly string[];
  readonly identities: readonly string[];
  readonly requests: number;
  /** Whole milliseconds since the run's start. */
  readonly startedAt?: number;
  readonly durationMs: number;
  /** One line on why it is not as it should be; empty when nothing is wrong. */
  readonly message: string;
  /** The code of the reason, `needs.model`. */
  readonly reason?: string;
  readonly cause?: number;
}

/** A row that a reader has to look at: what went wrong, or might have. */
export function isWrong({ verdict, notRun }: Pick<Row, 'verdict' | 'notRun'>): boolean {
  return (verdict === 'failed' || verdict === 'error') && !notRun;
}
