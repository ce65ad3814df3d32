import type { ExchangeEvent, Finding, InstanceRecord, Reason } from '../../journal/index.js';
import type { Json } from '../../json/index.js';
import type { Standing } from '../gate/standing.js';

/** Of so many instances the details stand in one template, so that opening one inflates no more. */
export const detailsInChunk = 100;

/** What only the page of an instance shows. */
export interface InstanceDetails {
  readonly bindings: InstanceRecord['bindings'];
  readonly reason?: Reason;
  readonly findings: readonly Finding[];
  readonly observed?: Readonly<Record<string, Json>>;
  readonly standing?: Standing;
  /** In full or in brief: an event's `summary` says which. */
  readonly exchanges: readonly ExchangeEvent[];
}

/** An observed behaviour, on the page of fingerprints. */
export interface FingerprintData {
  readonly index: number;
  readonly observed: Readonly<Record<string, Json>>;
  readonly standing?: Standing;
}
