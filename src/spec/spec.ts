import type { Json } from '../json/index.js';
import type { Place } from '../problem/index.js';
import type { GrantKind } from './grants.js';
import type { Level } from './requirement.js';
import type { Aspect } from './schema/aspect-schema.js';
import type { CallTemplate, RequestTemplate } from './schema/call-schema.js';
import type { Capture, Needs } from './schema/case-schema.js';
import type { Checks } from './schema/expect-schema.js';
import type { GrantChange } from './schema/grant-schema.js';
import type { OutcomeName } from './schema/outcome-schemas.js';
import type { SqlTemplate } from './schema/sql-schema.js';

/** A spec file, loaded and checked. */
export interface Spec {
  readonly file: string;
  readonly text: string;
  readonly title: string;
  readonly cases: readonly Case[];
}

/** One thing to verify. Templates still hold their `${…}` references. */
export interface Case {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly place: Place;
  /** First and last line in the file. */
  readonly lines: { readonly first: number; readonly last: number };
  /** All of them, whichever instance verifies which. */
  readonly verifies: readonly string[];
  /** Where each API has requirements of its own. */
  readonly verifiesOnApi?: Readonly<Record<string, readonly string[]>>;
  readonly level: Level;
  readonly tags: readonly string[];
  readonly dimensions: readonly Dimension[];
  readonly needs: readonly Needs[];
  readonly serial?: string;
  readonly body: CaseBody;
  readonly finally: readonly Step[];
}

/** One dimension of the matrix: labels make the instance ids, values are what `${each.NAME}` gives. */
export interface Dimension {
  readonly name: string;
  readonly values: readonly { readonly label: string; readonly value: Json }[];
  /** The dimension `grant`: its values are the cells of the target that are of this kind, and come with the plan. */
  readonly cells?: GrantKind;
}

export type CaseBody =
  | { readonly kind: 'steps'; readonly steps: readonly Step[] }
  | { readonly kind: 'compare'; readonly sides: readonly Side[]; readonly judgement: Comparison };

export interface Step {
  /** `step 1`, or the name that the spec gives it. */
  readonly label: string;
  readonly action: Action;
  /** How many copies are sent at the same time: a number, or a reference to a dimension. */
  readonly atOnce?: number | string;
  /** At least one of these must hold; empty when nothing is expected. */
  readonly expectations: readonly Expectation[];
  readonly observe: readonly Aspect[];
  readonly captures: Readonly<Record<string, Capture>>;
  readonly eventually?: Eventually;
}

/** What is sent as it is written: a call, a raw request or a statement. */
export type Sending =
  | { readonly kind: 'call'; readonly call: CallTemplate; readonly line: number }
  | { readonly kind: 'request'; readonly request: RequestTemplate; readonly line: number }
  | { readonly kind: 'sql'; readonly sql: SqlTemplate; readonly line: number };

export type Action = Sending | { readonly kind: 'grants'; readonly change: GrantChange; readonly line: number };

export interface Side {
  readonly name: string;
  readonly action: Sending;
}

export type Comparison =
  | {
      readonly kind: 'expect';
      readonly all: Expectation;
      readonly equivalent: readonly Aspect[];
      readonly line: number;
    }
  | { readonly kind: 'observe'; readonly aspects: readonly Aspect[] };

/** What must hold of one answer: all of its checks. */
export interface Expectation {
  readonly checks: Checks;
  /** The line of each check in the file. */
  readonly lines: Readonly<Partial<Record<keyof Checks, number>>>;
  readonly outcomes: readonly OutcomeName[];
}

/** Tries go on until the time is over or the number is reached, whichever comes first; one of the two is there. */
export interface Eventually {
  readonly withinMs?: number;
  /** A number, or a reference to how many requests are clearly over the limit of a model service. */
  readonly times?: number | string;
  readonly everyMs: number;
}
