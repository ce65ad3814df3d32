import type { WireLimits } from '../wire/index.js';
import type { Credential } from './credential.js';
import type { Privilege } from './target-schema.js';

/** One gateway under test, with every reference resolved. Made from a target file, the environment, or the mock. */
export interface Target {
  readonly name: string;
  /** Where it was read from, as the user named it: a path, `mock` or `env`. */
  readonly source: string;
  /** Origin of an account-level URL, on which a request names its workspace by header. */
  readonly accountUrl?: string;
  readonly workspaces: Readonly<Record<string, Workspace>>;
  readonly models: Readonly<Record<string, ModelService>>;
  readonly identities: Readonly<Record<string, Identity>>;
  readonly warehouses: Readonly<Record<string, Warehouse>>;
  readonly features: readonly string[];
  readonly limits: TargetLimits;
}

export interface Workspace {
  /** Origin without a trailing slash. */
  readonly url: string;
  /** Numeric, but kept as text: ids exceed a double's precision. Without it, no request can name the workspace by header. */
  readonly id?: string;
}

export interface ModelService {
  /** `catalog.schema.name` */
  readonly fqn: string;
  /** The name without catalog and schema that the gateway reads as this service, if it has one. */
  readonly bare?: string;
  /** Names of the APIs on which the service answers. */
  readonly apis: readonly string[];
  /** Nobody said which APIs these are: they are what may be assumed, and nothing is known of the others. */
  readonly apisAssumed?: true;
  /** How many requests the gateway lets it take in a period. */
  readonly limit?: RequestLimit;
  /** It refuses everybody, whatever the grants are; with one of these outcomes, where the role says which. */
  readonly refuses?: { readonly because: string; readonly with?: readonly string[] };
  /** Grants on it, its schema and its catalog may be changed, and are restored. */
  readonly scratch?: boolean;
}

export interface RequestLimit {
  readonly requests: number;
  readonly perMs: number;
}

/** A SQL warehouse, on which statements run. */
export interface Warehouse {
  readonly id: string;
}

export interface Identity {
  readonly credential: Credential;
  /** How Unity Catalog calls it, where the target says so. */
  readonly principal?: string;
  /** What the owner of the account expects of this identity, by role of the model service. */
  readonly expects: Readonly<Record<string, Expectation>>;
  /** The credential is meant to be refused: expired or revoked. */
  readonly refused: boolean;
}

/** `lacks` names the privileges that are missing; an empty list means that the identity may call the service. */
export interface Expectation {
  readonly lacks: readonly Privilege[];
}

export interface TargetLimits {
  /** How many requests may be under way at once. */
  readonly concurrency: number;
  /** Nobody chose that number. */
  readonly concurrencyAssumed?: true;
  /** How many copies of one request a case may send at the same time. */
  readonly atOnce: number;
  /** Upper bound on the tokens that a call asks for, when its spec does not say. */
  readonly maxTokens: number;
  readonly wire: WireLimits;
  /** How long one request may wait for quota, all attempts together. */
  readonly retryBudgetMs: number;
  /** How long one SQL statement may take, the start of its warehouse included. */
  readonly statementMs: number;
  /** How many requests may be sent in a second. */
  readonly requestsPerSecond?: number;
  /** How many tokens requests may ask for in a minute. */
  readonly tokensPerMinute?: number;
  /** What a run may spend in all. */
  readonly totalRequests?: number;
  readonly totalTokens?: number;
}
