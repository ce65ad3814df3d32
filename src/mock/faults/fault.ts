import type { ApiName } from '../account/account.js';
import type { Deviate } from '../deviation/deviation.js';

/** One thing that is wrong with a gateway, on purpose. */
export interface Fault {
  /** `AREA.what-is-wrong` */
  readonly id: string;
  /** What the gateway does, in one sentence. */
  readonly sentence: string;
  /** The requirements that it breaks: a case of each has to catch it. */
  readonly breaks: readonly string[];
  /** A public report of a gateway that did just this: `owner/repo#1` for an issue, `owner/repo!1` for a pull request. */
  readonly seen?: string;
  readonly deviate: Deviate;
  /** The state of the account in which it shows; the usual one unless said otherwise. */
  readonly state?: AccountState;
}

/** One thing that is legal and unusual: no case may fail over it. */
export interface NeutralVariant {
  /** `AREA.what-is-unusual` */
  readonly id: string;
  readonly sentence: string;
  /** Where it is allowed: a section of a standard or of a reference. */
  readonly allowedBy: string;
  /** The APIs on which it shows; all of them unless said otherwise. */
  readonly apis?: readonly ApiName[];
  /** It shows on streams only. */
  readonly streams?: true;
  readonly deviate: Deviate;
}

/** What can be set of an account without being wrong. */
export interface AccountState {
  readonly namesEnforced?: boolean;
  readonly maskDenied?: boolean;
  readonly gatewayDisabled?: boolean;
  readonly propagationMs?: number;
}
