/** A service policy of a model service, by what it does with every request. */
export interface ServicePolicy {
  readonly name: string;
  /** `fails`: its function cannot be run, and what cannot be judged is not let through. */
  readonly effect: 'denies-call' | 'denies-result' | 'redacts' | 'passes' | 'fails';
}
