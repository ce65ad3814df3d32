import type { ExchangeEvent, Finding, InstanceRecord, Reason } from '../../journal/index.js';
import type { Json } from '../../json/index.js';
import type { Standing } from '../standing.js';

/** Of so many instances the details stand in one template, so that opening one inflates no more. */
export const detailsInChunk = 100;

/** What only the page of an instance shows. */
export interface InstanceDetails {
  readonly bindings: InstanceRecord['bindings'];
  readonly reason?: Reason;
  readonly findings: readonly Finding[];
  readonly observed?: Readonly<Record<string, Json>>;
  readonly standing?: Standing;
  readonly exchanges: readonly ExchangeEvent[];
  /** Set where only this is told of the exchanges. */
  readonly summaries?: readonly ExchangeSummary[];
}

/** An exchange without its headers and bodies. */
export interface ExchangeSummary
  extends Pick<ExchangeEvent, 'at' | 'step' | 'attempt' | 'retried' | 'waits' | 'identity'> {
  readonly method: string;
  readonly url: string;
  readonly status?: number;
  readonly fault?: string;
  readonly firstByte?: number;
  readonly end: number;
  readonly requestIds: readonly string[];
}

/** An observed behaviour, on the page of fingerprints. */
export interface FingerprintData {
  readonly index: number;
  readonly observed: Readonly<Record<string, Json>>;
  readonly standing?: Standing;
}
