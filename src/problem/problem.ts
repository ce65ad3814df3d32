import type { ProblemCode } from './codes.js';

/** A range in a text file. Lines and columns count from 1; `length` is in characters of the marked line. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length?: number;
  /** The whole offending line, so that a problem can be shown without the file. */
  readonly text?: string;
}

/** Something that the user must mend: an error as a value, never thrown across a folder's face. */
export interface Problem {
  readonly code: ProblemCode;
  /** One sentence: what was found. */
  readonly message: string;
  /** One sentence: what to write or do instead. */
  readonly fix?: string;
  readonly place?: Place;
}

/** Either a value or the problems that prevent it: all of them, not the first. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function ok<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function failed(...problems: readonly Problem[]): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems };
}
