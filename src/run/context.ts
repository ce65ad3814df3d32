import type { CompiledApi } from '../api/index.js';
import type { ChangeLog } from '../grants/index.js';
import type { JournalEvent } from '../journal/index.js';
import type { Target } from '../target/index.js';
import type { Redactor, RetryClock, WireClient } from '../wire/index.js';
import type { Credentials } from './credentials/index.js';
import type { Share, Traffic } from './traffic/index.js';

/** Everything outside an instance that running it needs. */
export interface RunContext {
  readonly target: Target;
  readonly client: WireClient;
  readonly apis: Readonly<Record<string, CompiledApi>>;
  readonly redactor: Redactor;
  readonly credentials: Credentials;
  /** What has been changed of the account's grants and not been restored. */
  readonly grants: ChangeLog;
  /** Replaced in tests, so that they need not wait. */
  readonly clock: RetryClock;
  /** What the requests of the run have to know of each other. */
  readonly traffic: Traffic;
  /** What the instance that is under way may spend of the run's budget. */
  readonly share: Share;
  /** Written down as it happens, without secrets. */
  readonly emit: (event: JournalEvent) => void;
  /** Milliseconds since the run's start. */
  readonly elapsed: () => number;
  /** Names the harness to the gateway: `gateway-conformance/0.1.0`. */
  readonly userAgent: string;
  /** Aborts when the user interrupts. */
  readonly signal: AbortSignal;
  /** Aborts when the time for clean-up is over, some time after an interruption. */
  readonly cleanUpSignal: AbortSignal;
}
