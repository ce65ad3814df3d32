/** How many requests a model service takes in a period. */
export interface RateLimit {
  /** Whose requests are counted together. One that Databricks sets is none of the account's own. */
  readonly counts: 'all users' | 'each user';
  readonly setBy: 'account' | 'Databricks';
  readonly requests: number;
  readonly periodMs: number;
  /** Whether a refusal says when to come back: clients meet both. */
  readonly saysRetryAfter: boolean;
}
