/** How much a model service takes in a period. */
export interface RateLimit {
  /** Whose requests are counted together. One that Databricks sets is none of the account's own. */
  readonly counts: 'all users' | 'each user' | { readonly group: string } | { readonly user: string };
  readonly setBy: 'account' | 'Databricks';
  readonly unit: 'requests' | 'tokens';
  readonly most: number;
  readonly periodMs: number;
  /** Whether a refusal says when to come back: clients meet both. */
  readonly saysRetryAfter: boolean;
}

/**
 * The limits that a request of a caller counts against. A limit of the user comes before those of the user's groups
 * ("Configure rate limits for AI services").
 */
export function applyingTo(
  limits: readonly RateLimit[],
  { name, groups }: { readonly name: string; readonly groups: readonly string[] },
): readonly RateLimit[] {
  const isOfUser = ({ counts }: RateLimit) => typeof counts === 'object' && 'user' in counts && counts.user === name;
  const hasOwn = limits.some(isOfUser);
  return limits.filter((limit) => {
    const { counts } = limit;
    if (typeof counts === 'string') return true;
    return 'group' in counts ? !hasOwn && groups.includes(counts.group) : isOfUser(limit);
  });
}
