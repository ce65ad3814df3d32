import type { Requirement, TargetRecord } from '../../journal/index.js';
import type { Problem } from '../../problem/index.js';
import type { TimelineWait } from '../app/views/timeline/bar.js';
import type { Cause } from '../cause.js';
import type { ComparedRun } from '../compare/compared-run.js';
import type { GoneInstance } from '../gate/gone.js';
import type { RequirementStatus } from '../requirement-statuses.js';
import type { PackedRows } from './packed-rows.js';

/**
 * What the page knows from the start, packed into one template. What is large stands in templates of its own:
 * the details of instances a hundred at a time, the spec files, the fingerprints.
 */
export interface ReportData {
  readonly runs: readonly RunData[];
  /** The page has a kill matrix, in a template of its own. */
  readonly proof: boolean;
  /** The run that the others were made to be held against, on another target. */
  readonly heldAgainst?: number;
  /** Reports of the same run in the same folder, by name. */
  readonly beside?: readonly string[];
}

export interface RunData {
  /** As it was named, or the target; told apart by a number where several runs have the same. */
  readonly name: string;
  readonly suite: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly startedAt: string;
  readonly specsDigest: string;
  readonly target: TargetRecord;
  /** In words, and only what is known. */
  readonly facts: readonly Fact[];
  readonly gate: GateData;
  readonly problems: readonly Problem[];
  readonly end: ComparedRun['end'];
  /** What of a plan it is on purpose. */
  readonly part?: string;
  /** What was proved when it was accepted, and is not even planned in this run. */
  readonly gone: readonly GoneInstance[];
  /** Entries for what failed, to be reviewed by who accepts it; left out when nothing did, or far too much for that. */
  readonly knownFailures?: string;
  readonly rows: PackedRows;
  /** A row's `cause` is a place in here. */
  readonly causes: readonly Cause[];
  readonly requirements: readonly RequirementData[];
  /** When requests were held back, of the rows that had any: milliseconds since the run's start. */
  readonly waits: readonly (readonly [row: number, spans: readonly TimelineWait[]])[];
  readonly grants?: GrantData;
}

export interface Fact {
  readonly name: string;
  readonly text: string;
  readonly note?: string;
}

export interface GateData {
  readonly exitCode: number;
  readonly headline: string;
  readonly sentence: string;
  readonly remarks: readonly string[];
}

export interface RequirementData extends Requirement {
  readonly status: RequirementStatus;
  readonly promised: boolean;
}

/** Who may call what, in words. */
export interface GrantData {
  readonly words: string;
  readonly identities: readonly { readonly name: string; readonly principal?: string }[];
  readonly models: readonly { readonly name: string; readonly fqn?: string }[];
  readonly cells: readonly GrantCell[];
}

export interface GrantCell {
  readonly identity: string;
  readonly model: string;
  readonly state: 'holds' | 'differs' | 'open';
  readonly expected: string;
  readonly observed: string;
  /** Where to read on. */
  readonly instance: string;
  readonly mend?: GrantMend;
}

export interface GrantMend {
  readonly notes: readonly string[];
  readonly rest: readonly string[];
  readonly sql: readonly string[];
}
