import { failed, ok, type Result } from '../problem/index.js';
import { parseDuration, parseSize, type YamlSource } from '../spec/index.js';
import { defaultLimits } from '../wire/index.js';
import { combine } from './combine.js';
import type { TargetLimits } from './target.js';
import type { TargetDocument } from './target-schema.js';

type LimitsDocument = NonNullable<TargetDocument['limits']>;

/** Node's timers take 32 bits: a longer one fires at once. */
const longestTimer = 2 ** 31 - 1;

export const defaultTargetLimits: TargetLimits = {
  concurrency: 4,
  concurrencyAssumed: true,
  atOnce: 8,
  maxTokens: 256,
  wire: defaultLimits,
  retryBudgetMs: 60_000,
  statementMs: 600_000,
};

export function readLimits(source: YamlSource, limits: LimitsDocument): Result<TargetLimits> {
  const timeout = { parse: parseDuration, unit: 'ms', least: 1, most: longestTimer };
  const size = { parse: parseSize, unit: 'B', least: 1, most: Number.MAX_SAFE_INTEGER };
  const wire = combine<Pick<typeof defaultLimits, 'headMs' | 'idleMs' | 'totalMs' | 'bodyBytes'>>({
    headMs: readQuantity(source, limits, 'head-timeout', timeout, defaultLimits.headMs),
    idleMs: readQuantity(source, limits, 'idle-timeout', timeout, defaultLimits.idleMs),
    totalMs: readQuantity(source, limits, 'total-timeout', timeout, defaultLimits.totalMs),
    bodyBytes: readQuantity(source, limits, 'max-body', size, defaultLimits.bodyBytes),
  });
  const limitsOfRun = {
    ...(limits.concurrency === undefined ? { concurrencyAssumed: true as const } : {}),
    ...(limits['requests-per-second'] === undefined ? {} : { requestsPerSecond: limits['requests-per-second'] }),
    ...(limits['tokens-per-minute'] === undefined ? {} : { tokensPerMinute: limits['tokens-per-minute'] }),
    ...(limits['total-requests'] === undefined ? {} : { totalRequests: limits['total-requests'] }),
    ...(limits['total-tokens'] === undefined ? {} : { totalTokens: limits['total-tokens'] }),
  };
  const read = combine<TargetLimits>({
    concurrency: ok(limits.concurrency ?? defaultTargetLimits.concurrency),
    atOnce: ok(limits['at-once'] ?? defaultTargetLimits.atOnce),
    maxTokens: ok(limits['max-tokens'] ?? defaultTargetLimits.maxTokens),
    wire: wire.ok ? ok({ ...defaultLimits, ...wire.value }) : wire,
    retryBudgetMs: readQuantity(
      source,
      limits,
      'retry-budget',
      { ...timeout, least: 0 },
      defaultTargetLimits.retryBudgetMs,
    ),
    statementMs: readQuantity(source, limits, 'statement-timeout', timeout, defaultTargetLimits.statementMs),
  });
  return read.ok ? ok({ ...read.value, ...limitsOfRun }) : read;
}

interface Quantity {
  readonly parse: (text: string) => number | undefined;
  readonly unit: string;
  readonly least: number;
  readonly most: number;
}

function readQuantity(
  source: YamlSource,
  limits: LimitsDocument,
  key: 'head-timeout' | 'idle-timeout' | 'total-timeout' | 'max-body' | 'retry-budget' | 'statement-timeout',
  { parse, unit, least, most }: Quantity,
  otherwise: number,
): Result<number> {
  const text = limits[key];
  if (text === undefined) return ok(otherwise);
  const value = parse(text);
  if (value !== undefined && value >= least && value <= most) return ok(value);
  return failed({
    code: 'target.bad-limit',
    message: `\`${text}\` cannot be a ${key}`,
    place: source.place(['limits', key]),
    fix: `write at least ${least}${unit} and at most ${most}${unit}`,
  });
}
