/**
 * What was found of one thing. `differs`: the target says otherwise than the gateway does. `untestable`: what needs it
 * cannot be run. `unknown`: nothing was asked, or the answer says nothing.
 */
export type Mark = 'fine' | 'differs' | 'untestable' | 'unknown';

export interface Line {
  readonly mark: Mark;
  readonly subject: string;
  /** A few words, from the gateway where it has any. */
  readonly found: string;
  /** What would mend it: a sentence or a command each. */
  readonly toDo?: readonly string[];
}

export interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** A target, looked over. */
export interface Diagnosis {
  /** As the target calls itself, and as the user named it. */
  readonly target: { readonly name: string; readonly source: string };
  readonly sections: readonly Section[];
  readonly interrupted: boolean;
}

export function linesOf({ sections }: Pick<Diagnosis, 'sections'>): readonly Line[] {
  return sections.flatMap(({ lines }) => lines);
}
